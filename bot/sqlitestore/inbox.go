package sqlitestore

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"

	"repartee/bot"
)

// The ring of posted ids holds 64 hashes of 8 bytes.
const (
	hashSize = 8
	postRing = 64 * hashSize
)

// Post puts an input into the contact's inbox and makes the contact due. An id among the last 64 that were posted has no effect.
func (s *Store) Post(ctx context.Context, chat int64, p bot.Posted, now int64) error {
	err := s.writer.do(ctx, func(t *transaction) error { return t.post(chat, p, now) })
	if err != nil {
		return fmt.Errorf("post: %w", err)
	}
	return nil
}

func (t *transaction) post(chat int64, p bot.Posted, now int64) error {
	sum := sha256.Sum256([]byte(p.ID))
	var ring []byte
	var inbox, due int64
	err := t.findPosted.QueryRowContext(t.ctx, chat).Scan(&ring, &inbox, &due)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if seen(ring, sum[:hashSize]) {
		return nil
	}
	input := p.Input
	if input == nil {
		input = []byte{}
	}
	if _, err := t.put.ExecContext(t.ctx, chat, p.ID, input); err != nil {
		return err
	}
	_, err = t.savePosted.ExecContext(t.ctx, chat, remember(ring, sum[:hashSize], postRing), least(inbox, now), least(due, now))
	return err
}

// inboxOf lists the inbox from its head.
func (t *transaction) inboxOf(chat int64, most int) ([]bot.Posted, error) {
	rows, err := t.all.QueryContext(t.ctx, chat, most)
	return collect(rows, err, func(r *sql.Rows) (p bot.Posted, err error) {
		err = r.Scan(&p.ID, &p.Input)
		return p, err
	})
}
