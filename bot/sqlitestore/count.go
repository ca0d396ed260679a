package sqlitestore

import (
	"context"
	"database/sql"
	"fmt"

	"repartee/bot"
)

// mostKeys bounds a table of counts.
const mostKeys = 20_000

// count adds one to a key. A key that is new in a full table is not counted.
func (t *transaction) count(c bot.Count) error {
	done, err := t.countOn.ExecContext(t.ctx, c.Table, c.Key)
	if err != nil {
		return err
	}
	if n, err := done.RowsAffected(); err != nil || n > 0 {
		return err
	}
	var keys int
	if err := t.keys.QueryRowContext(t.ctx, c.Table).Scan(&keys); err != nil || keys >= mostKeys {
		return err
	}
	if _, err := t.countNew.ExecContext(t.ctx, c.Table, c.Key); err != nil {
		return err
	}
	_, err = t.grow.ExecContext(t.ctx, c.Table)
	return err
}

// Counts reads a table of counts.
func (s *Store) Counts(ctx context.Context, table string) (map[string]int64, error) {
	type counted struct {
		key    string
		number int64
	}
	rows, err := list(ctx, s, countsSQL, []any{table}, func(r *sql.Rows) (c counted, err error) {
		err = r.Scan(&c.key, &c.number)
		return c, err
	})
	if err != nil {
		return nil, fmt.Errorf("read the counts %s: %w", table, err)
	}
	out := make(map[string]int64, len(rows))
	for _, c := range rows {
		out[c.key] = c.number
	}
	return out, nil
}

// ClearCounts begins a table of counts anew.
func (s *Store) ClearCounts(ctx context.Context, table string) error {
	err := s.writer.do(ctx, func(t *transaction) error {
		if _, err := t.clearCounts.ExecContext(t.ctx, table); err != nil {
			return err
		}
		_, err := t.clearSize.ExecContext(t.ctx, table)
		return err
	})
	if err != nil {
		return fmt.Errorf("clear the counts %s: %w", table, err)
	}
	return nil
}
