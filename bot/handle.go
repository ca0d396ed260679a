package bot

import (
	"context"
	"fmt"
	"time"

	"repartee/flows"
)

// claimTime is how long nobody else sends for a contact when the one who does is silent.
const claimTime = 30 * time.Second

// handle takes one input of a contact: its state, one turn, one commit. An error means that nothing is known to be written and the input is to come again.
func (b *Bot) handle(ctx context.Context, chat int64, a *arrival) error {
	h, err := b.load(ctx, chat)
	if err != nil {
		return err
	}
	s := b.senders.enter(chat)
	defer b.senders.leave(s)
	for {
		if h.stranger && !a.counts() && a.inbox == "" {
			return nil // who was forgotten stays so
		}
		engine, err := b.engine(ctx, &h.state.Session)
		if err != nil {
			return err
		}
		if err := b.recall(ctx, chat, a, &h.state); err != nil {
			return err
		}
		t := b.turn(engine, chat, a, h)
		c := b.commitOf(chat, a, h, &t, s)
		done, err := b.commit(ctx, c)
		if err != nil {
			b.cache.drop(chat)
			return err
		}
		switch done.Status {
		case Conflict:
			newer := hotOf(chat, done.Record)
			b.lookBack(h, newer)
			h = newer
		case Ordered:
			a.beingPaid(done.Approved)
		case Booked:
			a.input.What, a.input.Money = flows.Unreadable, nil // it came before, under another id
		default:
			b.committed(h, s, a, c, done, &t)
			return nil
		}
	}
}

func (b *Bot) load(ctx context.Context, chat int64) (*hot, error) {
	if h, ok := b.cache.get(chat); ok {
		return h, nil
	}
	record, err := b.store.Load(ctx, chat)
	if err != nil {
		return nil, err
	}
	return hotOf(chat, record), nil
}

// commitOf puts together what is to be written.
func (b *Bot) commitOf(chat int64, a *arrival, h *hot, t *turned, s *sender) Commit {
	now := b.store.Now()
	return Commit{
		Chat: chat, Version: h.version, Next: b.ids.after(h.version), Update: a.update, Class: a.class, Inbox: a.inbox,
		State: t.encoded, Outbox: t.calls, Wake: t.wake, Moves: moves(h, t), Events: t.events, Dead: t.dead, Counts: t.counts, Orders: t.orders, Ledger: t.ledger,
		Claim: Claim{Nonce: s.nonce, Until: now + claimTime.Milliseconds()}, Through: s.telling, Now: now,
	}
}

// moves tells whether the turn puts somebody into the middle of something, or takes him out of it. Of a state that cannot be read nobody knows, and it stays as it is.
func moves(h *hot, t *turned) Moves {
	if h.unreadable != nil || t.unreadable != nil {
		return Stays
	}
	before, after := h.state.Session.Underway(), t.encoded != nil && t.state.Session.Underway()
	switch {
	case after && !before:
		return Enters
	case before && !after:
		return Leaves
	}
	return Stays
}

// commit writes, a second time where the first gave an error: a commit whose answer was lost is known by its version.
func (b *Bot) commit(ctx context.Context, c Commit) (Committed, error) {
	done, err := b.store.Commit(ctx, c)
	if err != nil && ctx.Err() == nil {
		done, err = b.store.Commit(ctx, c)
	}
	if err != nil {
		return Committed{}, fmt.Errorf("commit update %d: %w", c.Update, err)
	}
	return done, nil
}

// committed does what follows: what was written is kept in the cache, and may be sent.
func (b *Bot) committed(h *hot, s *sender, a *arrival, c Commit, done Committed, t *turned) {
	written := done.Status == OK || done.Status == Duplicate && done.Record.Version == c.Next
	switch {
	case written && c.State != nil && t.unreadable == nil:
		b.cache.put(&hot{chat: c.Chat, version: c.Next, state: t.state, bytes: stateFactor * len(c.State)})
	case written || done.Record.Version != h.version:
		b.cache.drop(c.Chat)
	}
	if written && t.outcome != nil {
		b.watch(c.Chat, a.input, *t.outcome)
	}
	if written {
		b.observer.wrote(a, &c, &done, t)
		b.senders.add(s, a.rank(), t.inPassing(a), done, c.Claim.Until)
		if len(t.jobs) > 0 {
			b.jobs.begin(c.Chat, t.jobs)
		}
	}
}

// hotOf reads a record. Where that fails, it says so and keeps what is stored as it is.
func hotOf(chat int64, record Record) *hot {
	h := &hot{chat: chat, version: record.Version, stranger: len(record.State) == 0}
	var err error
	if h.state, err = flows.DecodeState(record.State); err != nil {
		h.unreadable = &unreadable{stored: record.State, err: err}
	}
	return h
}
