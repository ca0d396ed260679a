package sqlitestore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"repartee/bot"
)

// mostEvents and mostDead bound the two logs; they are cut once in trimEvery entries.
const (
	mostEvents = 250_000
	mostDead   = 10_000
	trimEvery  = 1000
)

// Bury keeps an update that is no contact's, or cannot be read.
func (s *Store) Bury(ctx context.Context, d bot.DeadLetter) error {
	if d.At <= 0 {
		d.At = s.Now()
	}
	err := s.writer.do(ctx, func(t *transaction) error { return t.logDead(&d) })
	if err != nil {
		return fmt.Errorf("bury: %w", err)
	}
	return nil
}

func (t *transaction) logDead(d *bot.DeadLetter) error {
	r, err := t.addDead.ExecContext(t.ctx, d.At, d.Chat, d.Update, d.Reason, d.Raw)
	if err != nil {
		return err
	}
	return t.trim(r, t.trimDead, mostDead)
}

func (t *transaction) logEvent(at int64, body []byte) error {
	r, err := t.addEvent.ExecContext(t.ctx, at, body)
	if err != nil {
		return err
	}
	return t.trim(r, t.trimEvents, mostEvents)
}

func (t *transaction) trim(added sql.Result, stmt *sql.Stmt, most int64) error {
	id, err := added.LastInsertId()
	if err != nil || id%trimEvery != 0 || id <= most {
		return err
	}
	_, err = stmt.ExecContext(t.ctx, id-most)
	return err
}

// DeadLetters lists the newest first, at most limit.
func (s *Store) DeadLetters(ctx context.Context, limit int) ([]bot.DeadLetter, error) {
	out, err := list(ctx, s, deadSQL, []any{limit}, func(r *sql.Rows) (d bot.DeadLetter, err error) {
		err = r.Scan(&d.At, &d.Chat, &d.Update, &d.Reason, &d.Raw)
		return d, err
	})
	if err != nil {
		return nil, fmt.Errorf("read dead letters: %w", err)
	}
	return out, nil
}

// ClearDead drops all dead letters.
func (s *Store) ClearDead(ctx context.Context) (int, error) {
	n, err := ask(ctx, s.writer, func(t *transaction) (int64, error) {
		done, err := t.clearDead.ExecContext(t.ctx)
		if err != nil {
			return 0, err
		}
		return done.RowsAffected()
	})
	if err != nil {
		return 0, fmt.Errorf("drop dead letters: %w", err)
	}
	return int(n), nil
}

// Events lists the newest first, at most limit.
func (s *Store) Events(ctx context.Context, limit int) ([][]byte, error) {
	out, err := list(ctx, s, eventsSQL, []any{limit}, func(r *sql.Rows) (body []byte, err error) {
		err = r.Scan(&body)
		return body, err
	})
	if err != nil {
		return nil, fmt.Errorf("read events: %w", err)
	}
	return out, nil
}

// list reads the rows of a query beside the writer; in memory only the writer can.
func list[T any](ctx context.Context, s *Store, query string, by []any, scan func(*sql.Rows) (T, error)) ([]T, error) {
	if s.readers != nil {
		rows, err := s.readers.QueryContext(ctx, query, by...)
		return collect(rows, err, scan)
	}
	return ask(ctx, s.writer, func(t *transaction) ([]T, error) {
		rows, err := t.conn.QueryContext(t.ctx, query, by...)
		return collect(rows, err, scan)
	})
}

func collect[T any](rows *sql.Rows, err error, scan func(*sql.Rows) (T, error)) (out []T, _ error) {
	if err != nil {
		return nil, err
	}
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		out = append(out, v)
	}
	return out, errors.Join(rows.Err(), rows.Close())
}
