package sqlitestore

import (
	"context"
	"database/sql"
	"fmt"

	"repartee/bot"
)

// mostInbox bounds what one Due hands out of an inbox; the rest is due after it.
const mostInbox = 100

// Due hands out contacts with something to do by now, the longest due first. Where nothing is due it only reads.
func (s *Store) Due(ctx context.Context, d bot.DueQuery) ([]bot.Work, error) {
	if s.readers != nil {
		chats, err := dueChats(ctx, s.due, d)
		if err != nil {
			return nil, fmt.Errorf("look for due contacts: %w", err)
		}
		if len(chats) == 0 {
			return nil, nil
		}
	}
	out, err := ask(ctx, s.writer, func(t *transaction) ([]bot.Work, error) { return t.take(d) })
	if err != nil {
		return nil, fmt.Errorf("take up due contacts: %w", err)
	}
	return out, nil
}

func dueChats(ctx context.Context, stmt *sql.Stmt, d bot.DueQuery) ([]int64, error) {
	rows, err := stmt.QueryContext(ctx, d.Now, d.Limit)
	return collect(rows, err, func(r *sql.Rows) (chat int64, err error) {
		err = r.Scan(&chat)
		return chat, err
	})
}

func (t *transaction) take(d bot.DueQuery) ([]bot.Work, error) {
	chats, err := dueChats(t.ctx, t.due, d)
	if err != nil {
		return nil, err
	}
	var out []bot.Work
	for _, chat := range chats {
		w, err := t.takeOne(chat, d)
		if err != nil {
			return nil, err
		}
		if w.Wake || len(w.Outbox) > 0 || len(w.Inbox) > 0 {
			out = append(out, w)
		}
	}
	return out, nil
}

// takeOne hands out what is due of one contact and sets it aside.
func (t *transaction) takeOne(chat int64, d bot.DueQuery) (bot.Work, error) {
	w := bot.Work{Chat: chat}
	row, err := t.readOpen(chat)
	if err != nil {
		return w, err
	}
	if !row.claim.none() && row.claim.till <= d.Now && d.Claim.Nonce != "" {
		if w.Outbox, err = t.unsentFrom(chat, 0); err != nil {
			return w, err
		}
		row.claim = claim{till: d.Claim.Until, first: row.last + 1, nonce: d.Claim.Nonce}
	}
	if row.inbox > 0 && row.inbox <= d.Now {
		if w.Inbox, err = t.inboxOf(chat, mostInbox); err != nil {
			return w, err
		}
		row.inbox = d.Retry
	}
	if row.wake > 0 && row.wake <= d.Now {
		w.Wake, row.wake = true, d.Retry
	}
	return w, t.writeOpen(&row)
}
