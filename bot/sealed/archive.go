package sealed

import (
	"context"
	"fmt"

	"repartee/bot"
)

// Bury keeps an update that is no contact's, or cannot be read.
func (s *Store) Bury(ctx context.Context, d bot.DeadLetter) error {
	d.Raw = sealRaw(&s.keys, &d)
	return s.Backing.Bury(ctx, d)
}

// sealRaw seals what a dead letter holds by the chat that stands in the letter, which need not be the one of the commit.
func sealRaw(keys *Keys, d *bot.DeadLetter) []byte {
	c := keys.of(d.Chat)
	return c.seal(deadKind, "", d.Raw)
}

// DeadLetters lists the newest first, at most limit. A letter that cannot be opened is listed without what it holds, and says so.
func (s *Store) DeadLetters(ctx context.Context, limit int) ([]bot.DeadLetter, error) {
	letters, err := s.Backing.DeadLetters(ctx, limit)
	if err != nil {
		return nil, err
	}
	for i := range letters {
		d := &letters[i]
		c := s.keys.of(d.Chat)
		if d.Raw, err = c.open(deadKind, "", d.Raw); err != nil {
			d.Reason = fmt.Sprintf("%s (%v)", d.Reason, err)
		}
	}
	return letters, nil
}

// Contacts hands out contacts of which anything is kept. One whose state cannot be opened is handed out as unread.
func (s *Store) Contacts(ctx context.Context, who bot.Who, each func(bot.KeptContact) error) error {
	return s.Backing.Contacts(ctx, who, func(contact bot.KeptContact) error {
		if contact.Chat == nobody {
			return nil
		}
		if contact.Unread == nil {
			c := s.keys.of(contact.Chat)
			contact.Record, contact.Unread = c.openRecord(contact.Record)
		}
		return each(contact)
	})
}

// Waiting tells what is still to be done for one contact.
func (s *Store) Waiting(ctx context.Context, chat int64) (bot.Waiting, error) {
	w, err := s.Backing.Waiting(ctx, chat)
	if err != nil {
		return bot.Waiting{}, err
	}
	c := s.keys.of(chat)
	if err := c.openEntries(w.Outbox); err != nil {
		return bot.Waiting{}, err
	}
	if err := c.openInbox(w.Inbox); err != nil {
		return bot.Waiting{}, err
	}
	return w, nil
}
