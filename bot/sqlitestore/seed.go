package sqlitestore

import (
	"context"
	"fmt"
)

// Seed settles what the catalog says is there. Goods that are held lie on the shelf still, so they are not left.
func (s *Store) Seed(ctx context.Context, stock map[string]int64) error {
	if err := s.writer.do(ctx, func(t *transaction) error { return t.seedStock(stock) }); err != nil {
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
