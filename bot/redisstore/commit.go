package redisstore

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"

	"repartee/bot"
)

// What a list begins with that the commit script answers.
const (
	wrote int64 = iota
	duplicate
	conflict
	stale
	ordered
	booked
)

// commitArguments is how many there are without the entries.
const commitArguments = 14

// Commit writes the outcome of one input, or says why nothing was written, in one round trip. What has to do with money waits for a replica beside.
func (s *Store) Commit(ctx context.Context, c bot.Commit) (bot.Committed, error) {
	sc, args, err := s.commitCall(&c)
	if err != nil {
		return bot.Committed{}, fmt.Errorf("commit: %w", err)
	}
	send := s.share
	if len(c.Orders)+len(c.Ledger) > 0 {
		send = s.replicated
	}
	v, err := send(ctx, sc, args)
	if err != nil {
		return bot.Committed{}, fmt.Errorf("commit: %w", err)
	}
	out, err := committed(v, &c)
	if err != nil {
		return bot.Committed{}, fmt.Errorf("commit: %w", err)
	}
	return out, nil
}

// commitCall chooses the script and lays out its arguments. Pointers spare each of them an allocation; keys are plain, since a cluster client reads them.
func (s *Store) commitCall(c *bot.Commit) (*script, []any, error) {
	if c.Next == "" {
		return nil, nil, errors.New("no next version is given")
	}
	var update []byte
	if c.Update != 0 {
		update = binary.LittleEndian.AppendUint32(nil, uint32(c.Update))
	}
	ring := "u"
	if c.Class == bot.ClassOther {
		ring = "q"
	}
	var head string
	if c.Inbox != "" {
		head = inboxHead(c.Inbox)
	}
	var dead []byte
	if c.Dead != nil {
		var err error
		if dead, err = json.Marshal(c.Dead); err != nil {
			return nil, nil, fmt.Errorf("dead letter: %w", err)
		}
	}
	if s.clock.suspect.Load() {
		c.Claim.Nonce = ""
	}
	chat := text(c.Chat)
	keys := s.commitKeys(c, chat)
	sc := s.scripts.turn
	if len(keys) > contactKeys {
		sc = s.scripts.commit
	}
	args := call(sc, commitArguments+len(c.Outbox)+len(c.Counts), keys...)
	args = append(args, &c.Version, &c.Next, update, &ring, &head, c.State, &c.Wake, &c.Claim.Until, &c.Claim.Nonce, &c.Now, c.Events, dead, chat, &c.Through)
	for i := range c.Outbox {
		args = append(args, entryText(&c.Outbox[i]))
	}
	for i := range c.Counts {
		args = append(args, &c.Counts[i].Key)
	}
	if len(keys) > contactKeys {
		args, err := tillArguments(args, c)
		return sc, args, err
	}
	return sc, args, nil
}

// contactKeys is how many keys a commit has that counts nothing, sells nothing, forgets nobody and moves nobody.
const contactKeys = 5

// commitKeys are as many as this commit touches.
func (s *Store) commitKeys(c *bot.Commit, chat string) []string {
	p := s.keys.of(c.Chat)
	all := []string{s.keys.contact(c.Chat, chat), p.due, p.events, s.keys.inbox(c.Chat, chat), p.dead}
	till := len(c.Orders)+len(c.Ledger) > 0 || len(c.State) == 0
	moves := c.Moves != bot.Stays || len(c.State) == 0
	switch {
	case till || moves || len(c.Counts) > 0:
		for i := range c.Counts {
			all = append(all, p.counts(c.Counts[i].Table))
		}
		if till {
			all = append(all, s.keys.orders(c.Chat, chat), p.ordered(), p.ledger(), p.unpaid())
		}
		if moves {
			all = append(all, p.underway)
		}
		return all
	case c.Inbox != "" || c.Dead != nil:
		return all
	case len(c.Events) > 0:
		return all[:3]
	}
	return all[:2]
}

// entryText is how the outbox holds an entry: policy|call.
func entryText(e *bot.Entry) []byte {
	out := make([]byte, 0, len(e.Call)+2)
	return append(append(out, letter(e.Policy), '|'), e.Call...)
}

// letter is how the outbox writes a policy.
func letter(p bot.Policy) byte {
	if p == bot.Once {
		return byte(bot.Once)
	}
	return byte(bot.Resend)
}

func committed(v any, c *bot.Commit) (bot.Committed, error) {
	if first, ok := v.(int64); ok {
		return bot.Committed{Send: first > 0, Settled: c.Claim.Nonce != "", Outbox: withNumbers(nil, c.Outbox, max(first, -first))}, nil
	}
	r := replyOf(v)
	var out bot.Committed
	switch status := r.number(); status {
	case wrote:
		out.Send, out.Settled = true, c.Claim.Nonce != ""
		first, backlog := r.number(), r.entries()
		out.Outbox = backlog
		if n := len(backlog); n == 0 || backlog[n-1].Seq == first-1 {
			out.Outbox = withNumbers(backlog, c.Outbox, first)
		}
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
	case ordered:
		out.Status = bot.Ordered
		for len(r.rest) > 0 {
			out.Approved = append(out.Approved, r.text())
		}
	case booked:
		out.Status = bot.Booked
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
		e.Seq, e.Marked, e.Policy = first+int64(i), false, bot.Policy(letter(e.Policy))
		out = append(out, e)
	}
	return out
}
