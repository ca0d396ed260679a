package sqlitestore

import (
	"context"
	"database/sql"
	"fmt"
	"math"

	"repartee/bot"
)

// contactsAtOnce is how many contacts one query reads: their states are held in memory.
const contactsAtOnce = 100

// Contacts hands out contacts of which anything is kept, until the function answers with an error, which it returns.
func (s *Store) Contacts(ctx context.Context, who bot.Who, each func(bot.KeptContact) error) error {
	query := contactsSQL
	if who == bot.Underway {
		query = underwaySQL
	}
	for last := int64(math.MinInt64); ; {
		found, err := list(ctx, s, query, []any{last, contactsAtOnce}, func(r *sql.Rows) (c bot.KeptContact, err error) {
			err = r.Scan(&c.Chat, &c.Record.Version, &c.Record.State)
			return c, err
		})
		if err != nil {
			return fmt.Errorf("read contacts: %w", err)
		}
		for _, contact := range found {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := each(contact); err != nil {
				return err
			}
			last = contact.Chat
		}
		if len(found) < contactsAtOnce {
			return nil
		}
	}
}

// Waiting tells what is still to be done for one contact, as it is at one moment: the writer alone sees all tables at once.
func (s *Store) Waiting(ctx context.Context, chat int64) (bot.Waiting, error) {
	w, err := ask(ctx, s.writer, func(t *transaction) (bot.Waiting, error) { return t.waiting(chat) })
	if err != nil {
		return bot.Waiting{}, fmt.Errorf("read what waits for a contact: %w", err)
	}
	return w, nil
}

// everything is a limit that is none.
const everything = -1

func (t *transaction) waiting(chat int64) (w bot.Waiting, err error) {
	row, err := t.readOpen(chat)
	if err != nil {
		return w, err
	}
	w.Wake, w.Due, w.Claim = row.wake, row.due, bot.Claim{Nonce: row.claim.nonce, Until: row.claim.till}
	if w.Outbox, err = t.outboxOf(chat, 0, everything); err != nil {
		return w, err
	}
	w.Inbox, err = t.inboxOf(chat, everything)
	return w, err
}
