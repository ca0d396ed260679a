package sqlitestore

import (
	"context"
	"database/sql"
	"fmt"

	"repartee/bot"
)

// pastAtOnce is how many free times of the past one read takes out of the stock at most. The next goes on.
const pastAtOnce = 500

// shelf is what was counted at a version of the stock.
type shelf struct {
	left    map[string]int64
	version int64
}

// Left is what is counted of the stock, if it has changed since an earlier version of it. Free times of the past are counted no longer.
func (s *Store) Left(ctx context.Context, since int64) (left map[string]int64, version int64, changed bool, err error) {
	found, err := ask(ctx, s.writer, func(t *transaction) (shelf, error) { return t.readLeft(s.Now(), since) })
	if err != nil {
		return nil, 0, false, fmt.Errorf("read the stock: %w", err)
	}
	return found.left, found.version, found.version != since, nil
}

func (t *transaction) readLeft(now, since int64) (found shelf, err error) {
	changes, err := t.sweep(now)
	if err != nil {
		return found, err
	}
	if err := t.apply(changes); err != nil {
		return found, err
	}
	if err := t.version.QueryRowContext(t.ctx).Scan(&found.version); err != nil || found.version == since {
		return found, err
	}
	found.left, err = t.countLeft(now)
	return found, err
}

// countLeft reads what is left. Each free time that was ever booked would be read for ever: of those that are over it leaves none.
func (t *transaction) countLeft(now int64) (map[string]int64, error) {
	type counted struct {
		key    string
		number int64
		seed   sql.NullInt64
	}
	rows, err := t.left.QueryContext(t.ctx)
	all, err := collect(rows, err, func(r *sql.Rows) (c counted, err error) {
		err = r.Scan(&c.key, &c.number, &c.seed)
		return c, err
	})
	if err != nil {
		return nil, err
	}
	left, past := make(map[string]int64, len(all)), []string(nil)
	for _, c := range all {
		if !c.seed.Valid && bot.IsPast(c.key, now) {
			past = append(past, c.key)
		} else {
			left[c.key] = c.number
		}
	}
	for _, key := range past[:min(pastAtOnce, len(past))] {
		if _, err := t.forgetSlot.ExecContext(t.ctx, key); err != nil {
			return nil, err
		}
	}
	return left, nil
}
