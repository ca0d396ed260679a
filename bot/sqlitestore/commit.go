package sqlitestore

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"

	"repartee/bot"
)

// The rings hold ids of 4 bytes, by bot.Class.
const (
	messageRing = 128 * 4
	otherRing   = 32 * 4
)

// Commit writes the outcome of one input, or says why nothing was written.
func (s *Store) Commit(ctx context.Context, c bot.Commit) (bot.Committed, error) {
	err := checkCommit(&c)
	var out bot.Committed
	if err == nil {
		out, err = ask(ctx, s.writer, func(t *transaction) (bot.Committed, error) { return t.commitOne(&c) })
	}
	if err != nil {
		return bot.Committed{}, fmt.Errorf("commit: %w", err)
	}
	return out, nil
}

// checkCommit refuses what cannot be kept.
func checkCommit(c *bot.Commit) error {
	if c.Next == "" {
		return errors.New("no next version is given")
	}
	for i := range c.Orders {
		if c.Orders[i].Number == "" {
			return errors.New("an order has no number")
		}
	}
	for i := range c.Ledger {
		if c.Ledger[i].ID == "" {
			return errors.New("a row of the ledger has no id")
		}
	}
	return nil
}

func (t *transaction) commitOne(c *bot.Commit) (bot.Committed, error) {
	row, err := t.readForCommit(c.Chat, c.Class)
	if err != nil {
		return bot.Committed{}, err
	}
	if row.version == c.Next {
		return t.answerAgain(&row, c)
	}
	var update []byte
	if c.Update != 0 {
		update = binary.LittleEndian.AppendUint32(nil, uint32(c.Update))
		if seen(row.ring, update) {
			return bot.Committed{Status: bot.Duplicate, Record: bot.Record{Version: row.version}}, nil
		}
	}
	if row.version != c.Version {
		return t.conflict(&row)
	}
	handled, stale, err := t.handleInbox(&row, c)
	if err != nil || stale {
		return bot.Committed{Status: bot.Stale}, err
	}
	if refused, err := t.tillRefuses(c); err != nil || refused.Status != bot.OK {
		return refused, err
	}
	if err := t.settleFirst(&row, c); err != nil {
		return bot.Committed{}, err
	}
	out, err := t.claimFor(&row, c)
	if err != nil {
		return bot.Committed{}, err
	}
	if handled != 0 {
		if _, err := t.drop.ExecContext(t.ctx, handled); err != nil {
			return bot.Committed{}, err
		}
	}
	if len(c.State) == 0 {
		if err := t.erase(&row); err != nil {
			return bot.Committed{}, err
		}
	}
	if update != nil {
		row.ring = remember(row.ring, update, ringSize(c.Class))
	}
	if err := t.writeCommit(&row, c); err != nil {
		return bot.Committed{}, err
	}
	if err := t.tillWrites(c); err != nil {
		return bot.Committed{}, err
	}
	return out, t.log(c)
}

func ringSize(class bot.Class) int {
	if class == bot.ClassOther {
		return otherRing
	}
	return messageRing
}

// answerAgain repeats the answer to a commit that was written before and whose answer was lost.
func (t *transaction) answerAgain(row *contact, c *bot.Commit) (bot.Committed, error) {
	out := bot.Committed{Status: bot.Duplicate, Record: bot.Record{Version: row.version}}
	alive := row.claim.alive(c.Now)
	if row.claim.none() || c.Claim.Nonce == "" || alive && row.claim.nonce != c.Claim.Nonce {
		return out, nil
	}
	from := row.claim.first
	if !alive {
		from = 0
	}
	var err error
	if out.Outbox, err = t.unsentFrom(row.chat, from); err != nil {
		return bot.Committed{}, err
	}
	out.Send = true
	if alive {
		return out, nil
	}
	row.claim = claim{till: c.Claim.Until, first: out.Outbox[0].Seq, nonce: c.Claim.Nonce}
	return out, t.writeOpen(row)
}

func (t *transaction) conflict(row *contact) (bot.Committed, error) {
	out := bot.Committed{Status: bot.Conflict, Record: bot.Record{Version: row.version}}
	if row.version == "" {
		return out, nil
	}
	return out, t.state.QueryRowContext(t.ctx, row.chat).Scan(&out.Record.State)
}

// handleInbox finds the position of the input that was handled. It is stale unless it is the inbox's head.
func (t *transaction) handleInbox(row *contact, c *bot.Commit) (position int64, stale bool, err error) {
	if c.Inbox == "" {
		return 0, false, nil
	}
	if row.inbox == 0 {
		return 0, true, nil
	}
	var id string
	if err := t.head.QueryRowContext(t.ctx, row.chat).Scan(&position, &id); err != nil {
		return 0, false, err
	}
	if id != c.Inbox {
		return 0, true, nil
	}
	var more bool
	if err := t.any.QueryRowContext(t.ctx, row.chat, position).Scan(&more); err != nil {
		return 0, false, err
	}
	if !more {
		row.inbox = 0
	}
	return position, false, nil
}

// settleFirst takes what the commit tells to be sent off the outbox, and with the last of it the claim.
func (t *transaction) settleFirst(row *contact, c *bot.Commit) error {
	if c.Through == 0 || row.claim.none() || c.Claim.Nonce == "" || row.claim.nonce != c.Claim.Nonce {
		return nil
	}
	if _, err := t.pop.ExecContext(t.ctx, row.chat, c.Through); err != nil {
		return err
	}
	if c.Through >= row.last {
		row.claim = claim{}
	}
	return nil
}

// claimFor numbers the commit's entries and takes or extends the claim to send them.
func (t *transaction) claimFor(row *contact, c *bot.Commit) (bot.Committed, error) {
	fresh := row.last + 1
	if row.last == 0 {
		fresh = c.Now + 1 // never a number twice, not even after the contact was forgotten
	}
	out := bot.Committed{Settled: c.Claim.Nonce != ""}
	switch {
	case row.claim.alive(c.Now):
		if row.claim.nonce == c.Claim.Nonce {
			out.Send = true
			row.claim.first, row.claim.till = fresh, max(row.claim.till, c.Claim.Until)
		}
	case row.claim.none() && len(c.Outbox) == 0:
	case c.Claim.Nonce != "":
		var err error
		if !row.claim.none() {
			if out.Outbox, err = t.unsentFrom(row.chat, 0); err != nil {
				return bot.Committed{}, err
			}
		}
		out.Send = true
		row.claim = claim{till: c.Claim.Until, first: fresh, nonce: c.Claim.Nonce}
		if len(out.Outbox) > 0 {
			row.claim.first = out.Outbox[0].Seq
		}
	case row.claim.none():
		row.claim = claim{till: c.Now, first: fresh}
	}
	backlog := len(out.Outbox)
	all := backlog == 0 || out.Outbox[backlog-1].Seq == fresh-1
	for i := range c.Outbox {
		e := numbered(c.Outbox[i], fresh+int64(i))
		if all {
			out.Outbox = append(out.Outbox, e)
		}
		if _, err := t.enqueue.ExecContext(t.ctx, row.chat, e.Seq, int64(e.Policy), e.Call); err != nil {
			return bot.Committed{}, err
		}
		row.last = e.Seq
	}
	return out, nil
}

func numbered(e bot.Entry, seq int64) bot.Entry {
	e.Seq, e.Marked = seq, false
	if e.Policy != bot.Once {
		e.Policy = bot.Resend
	}
	if e.Call == nil {
		e.Call = []byte{}
	}
	return e
}

// writeCommit stores the contact, or removes a forgotten one for which nothing is left to do.
func (t *transaction) writeCommit(row *contact, c *bot.Commit) error {
	row.version, row.wake, row.forgotten = c.Next, c.Wake, len(c.State) == 0
	if row.forgotten && row.claim.none() && row.inbox == 0 {
		return t.forget(row.chat)
	}
	var state []byte
	if !row.forgotten {
		state = c.State
	}
	_, err := t.save[c.Class].ExecContext(t.ctx, row.chat, row.version, state, row.ring, row.last,
		row.claim.till, row.claim.first, row.claim.nonce, row.inbox, row.wake, row.forgotten, row.next())
	if err == nil && (c.Moves != bot.Stays || row.forgotten) {
		_, err = t.move.ExecContext(t.ctx, c.Moves == bot.Enters && !row.forgotten, row.chat)
	}
	return err
}

// log adds the commit's event, dead letter and counts.
func (t *transaction) log(c *bot.Commit) error {
	for _, one := range c.Counts {
		if err := t.count(one); err != nil {
			return err
		}
	}
	if len(c.Events) > 0 {
		if err := t.logEvent(c.Now, c.Events); err != nil {
			return err
		}
	}
	if c.Dead != nil {
		return t.logDead(c.Dead)
	}
	return nil
}
