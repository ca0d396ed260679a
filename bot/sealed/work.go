package sealed

import (
	"context"
	"fmt"

	"repartee/bot"
)

// Ack takes the sent entries off the outbox.
func (s *Store) Ack(ctx context.Context, a bot.Ack) (bot.Acked, error) {
	out, err := s.Backing.Ack(ctx, a)
	if err != nil || len(out.Left) == 0 {
		return out, err
	}
	c := s.keys.of(a.Chat)
	if err := c.openEntries(out.Left); err != nil {
		return bot.Acked{}, fmt.Errorf("ack: %w", err)
	}
	return out, nil
}

// Post puts an input into the contact's inbox.
func (s *Store) Post(ctx context.Context, chat int64, p bot.Posted, now int64) error {
	c := s.keys.of(chat)
	p.Input = c.seal(inboxKind, p.ID, p.Input)
	return s.Backing.Post(ctx, chat, p, now)
}

// Due hands out contacts with something to do. What of it cannot be opened stays where it is, and is due again: it holds nobody else up.
func (s *Store) Due(ctx context.Context, d bot.DueQuery) ([]bot.Work, error) {
	work, err := s.Backing.Due(ctx, d)
	if err != nil {
		return nil, err
	}
	for i := range work {
		w := &work[i]
		c := s.keys.of(w.Chat)
		if err := c.openEntries(w.Outbox); err != nil {
			s.log.ErrorContext(ctx, "what is to be sent to a customer cannot be opened and stays in the store", "err", err)
			w.Outbox = nil
		}
		if err := c.openInbox(w.Inbox); err != nil {
			s.log.ErrorContext(ctx, "what waits for a customer cannot be opened and stays in the store", "err", err)
			w.Inbox = nil
		}
	}
	return work, nil
}

func (c *codec) openInbox(inbox []bot.Posted) (err error) {
	for i := range inbox {
		if inbox[i].Input, err = c.open(inboxKind, inbox[i].ID, inbox[i].Input); err != nil {
			return err
		}
	}
	return nil
}
