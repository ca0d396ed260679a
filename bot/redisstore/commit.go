package redisstore

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"repartee/bot"
)

// The rings hold ids of 4 bytes.
const (
	messageRing = 128 * 4
	otherRing   = 32 * 4
)

// mostEvents and mostDead bound the streams of one partition. Redis cuts whole nodes of 100 entries, so a little more may stand there.
const (
	mostEvents = 4000
	mostDead   = 100
)

// What the commit script answers first.
const (
	wrote int64 = iota
	duplicate
	conflict
	stale
)

// commitArguments is how many there are without the entries.
const commitArguments = 16

// Commit writes the outcome of one input, or says why nothing was written, in one round trip.
func (s *Store) Commit(ctx context.Context, c bot.Commit) (bot.Committed, error) {
	args, err := s.commitCall(c)
	if err != nil {
		return bot.Committed{}, fmt.Errorf("commit chat %d: %w", c.Chat, err)
	}
	v, err := s.run(ctx, s.scripts.commit, args)
	if err != nil {
		return bot.Committed{}, fmt.Errorf("commit chat %d: %w", c.Chat, err)
	}
	out, err := committed(v, c)
	if err != nil {
		return bot.Committed{}, fmt.Errorf("commit chat %d: %w", c.Chat, err)
	}
	return out, nil
}

func (s *Store) commitCall(c bot.Commit) ([]any, error) {
	if c.Next == "" {
		return nil, errors.New("no next version is given")
	}
	var update []byte
	if c.Update != 0 {
		update = binary.LittleEndian.AppendUint32(nil, uint32(c.Update))
	}
	ring, size := "u", messageRing
	if c.Class == bot.ClassOther {
		ring, size = "q", otherRing
	}
	var head string
	if c.Inbox != "" {
		head = inboxHead(c.Inbox)
	}
	var dead []byte
	if c.Dead != nil {
		var err error
		if dead, err = json.Marshal(c.Dead); err != nil {
			return nil, fmt.Errorf("dead letter: %w", err)
		}
	}
	claim := c.Claim
	if s.clock.suspect.Load() {
		claim.Nonce = ""
	}
	p := partition(c.Chat)
	args := call(s.scripts.commit, commitArguments+2*len(c.Outbox),
		s.keys.contact(c.Chat), s.keys.outbox(c.Chat), s.keys.inbox(c.Chat), s.keys.due(p), s.keys.events(p), s.keys.dead(p))
	args = append(args, c.Version, c.Next, update, ring, size, head, c.State, c.Wake, claim.Until, claim.Nonce, c.Now, c.Events, dead,
		mostEvents, mostDead, strconv.FormatInt(c.Chat, 10))
	for i := range c.Outbox {
		args = append(args, letter(c.Outbox[i].Policy), c.Outbox[i].Call)
	}
	return args, nil
}

// letter is how the outbox writes a policy.
func letter(p bot.Policy) string {
	if p == bot.Once {
		return "o"
	}
	return "r"
}

func committed(v any, c bot.Commit) (bot.Committed, error) {
	r := replyOf(v)
	var out bot.Committed
	switch status := r.number(); status {
	case wrote:
		out.Send = r.number() == 1
		first := r.number()
		out.Outbox = withNumbers(r.entries(), c.Outbox, first)
	case duplicate:
		out.Status = bot.Duplicate
		out.Record.Version = r.text()
		out.Send = r.number() == 1
		out.Outbox = r.entries()
	case conflict:
		out.Status = bot.Conflict
		out.Record.Version = r.text()
		if state := r.text(); state != "" {
			out.Record.State = []byte(state)
		}
	case stale:
		out.Status = bot.Stale
	default:
		r.fail("commit script answered %d", status)
	}
	return out, r.err
}

// withNumbers adds this commit's entries, numbered, to what was unsent before: the calls need not come back from Redis.
func withNumbers(backlog, own []bot.Entry, first int64) []bot.Entry {
	if len(backlog)+len(own) == 0 {
		return nil
	}
	out := make([]bot.Entry, 0, len(backlog)+len(own))
	out = append(out, backlog...)
	for i, e := range own {
		e.Seq, e.Marked = first+int64(i), false
		if e.Policy != bot.Once {
			e.Policy = bot.Resend
		}
		out = append(out, e)
	}
	return out
}
