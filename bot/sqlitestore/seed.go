package sqlitestore

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// pastKept is how long a free time that has begun is still counted.
const pastKept = 48 * time.Hour

// Seed settles what the catalog says is there. Goods that are held lie on the shelf still, so they are not left. Free times
// that are over are counted no longer.
func (s *Store) Seed(ctx context.Context, stock map[string]int64) error {
	err := s.writer.do(ctx, func(t *transaction) error {
		if err := t.seedStock(stock); err != nil {
			return err
		}
		return t.forgetPast(s.Now()/1000 - int64(pastKept.Seconds()))
	})
	if err != nil {
		return fmt.Errorf("seed the stock: %w", err)
	}
	return nil
}

func (t *transaction) seedStock(stock map[string]int64) error {
	changed := false
	for key, n := range stock {
		_, seed, err := t.stockOf(key)
		if err != nil {
			return err
		}
		if seed.Valid && seed.Int64 == n {
			continue
		}
		var away int64
		if err := t.heldOf.QueryRowContext(t.ctx, key).Scan(&away); err != nil {
			return err
		}
		changed = true
		if _, err := t.seed.ExecContext(t.ctx, key, n-away, n); err != nil {
			return err
		}
	}
	if !changed {
		return nil
	}
	_, err := t.raise.ExecContext(t.ctx)
	return err
}

// forgetPast takes free times that began before a time, in Unix seconds, out of what is counted: each that was booked would else stay.
func (t *transaction) forgetPast(before int64) error {
	rows, err := t.slots.QueryContext(t.ctx)
	keys, err := collect(rows, err, func(r *sql.Rows) (key string, err error) {
		err = r.Scan(&key)
		return key, err
	})
	if err != nil {
		return err
	}
	for _, key := range keys {
		if begins(key) >= before {
			continue
		}
		if _, err := t.forgetSlot.ExecContext(t.ctx, key); err != nil {
			return err
		}
	}
	return nil
}

// begins is when a free time begins, in Unix seconds, by the key of shop.SlotKey; never of anything else.
func begins(key string) int64 {
	if strings.HasPrefix(key, "slot.") {
		if at, err := strconv.ParseInt(key[strings.LastIndexByte(key, '.')+1:], 10, 64); err == nil {
			return at
		}
	}
	return math.MaxInt64
}
