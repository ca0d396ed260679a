package sealed

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"repartee/bot"
)

// Commit writes the outcome of one input. Repeated, it writes other bytes for the same values; that it was written before the store knows by the version.
func (s *Store) Commit(ctx context.Context, c bot.Commit) (bot.Committed, error) {
	codec := s.keys.of(c.Chat)
	given := c
	codec.sealCommit(&c)
	out, err := s.Backing.Commit(ctx, c)
	if err != nil {
		return bot.Committed{}, err
	}
	if out.Record, err = codec.openRecord(out.Record); err != nil {
		return bot.Committed{}, fmt.Errorf("commit: %w", err)
	}
	if err := codec.openOwn(out.Outbox, given.Outbox, c.Outbox); err != nil {
		return bot.Committed{}, fmt.Errorf("commit: %w", err)
	}
	return out, nil
}

// sealCommit changes the commit, and nothing that it shares with its giver.
func (c *codec) sealCommit(to *bot.Commit) {
	if c.keys.first == nil {
		return
	}
	to.State = c.seal(stateKind, "", to.State)
	to.Outbox = slices.Clone(to.Outbox)
	for i := range to.Outbox {
		to.Outbox[i].Call = c.seal(outboxKind, "", to.Outbox[i].Call)
	}
	to.Orders = slices.Clone(to.Orders)
	for i := range to.Orders {
		o := &to.Orders[i]
		o.Body = c.seal(orderKind, o.Number, o.Body)
	}
	if to.Dead != nil {
		dead := *to.Dead
		dead.Raw = sealRaw(c.keys, &dead)
		to.Dead = &dead
	}
}

// openOwn opens entries. Those that were sealed a moment ago need not be opened: their plain calls are at hand.
func (c *codec) openOwn(entries, plain, sealed []bot.Entry) error {
	for i := range entries {
		own := slices.IndexFunc(sealed, func(e bot.Entry) bool { return bytes.Equal(e.Call, entries[i].Call) })
		if own >= 0 {
			entries[i].Call = plain[own].Call
			plain, sealed = plain[own+1:], sealed[own+1:]
			continue
		}
		if err := c.openEntry(&entries[i]); err != nil {
			return err
		}
	}
	return nil
}

func (c *codec) openEntry(e *bot.Entry) (err error) {
	e.Call, err = c.open(outboxKind, "", e.Call)
	return err
}

func (c *codec) openEntries(entries []bot.Entry) error {
	for i := range entries {
		if err := c.openEntry(&entries[i]); err != nil {
			return err
		}
	}
	return nil
}
