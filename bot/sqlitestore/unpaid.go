package sqlitestore

import (
	"context"
	"fmt"
)

// DropUnpaid takes away the bodies of orders that were expired or cancelled long ago, and are so still; a piece at a time, not to hold up others.
func (s *Store) DropUnpaid(ctx context.Context, now int64) (int, error) {
	for n := 0; ; {
		some, err := ask(ctx, s.writer, func(t *transaction) (int64, error) {
			done, err := t.dropUnpaid.ExecContext(t.ctx, now, rowsAtOnce)
			if err != nil {
				return 0, err
			}
			return done.RowsAffected()
		})
		if err != nil {
			return n, fmt.Errorf("take away the bodies of unpaid orders: %w", err)
		}
		n += int(some)
		if some < rowsAtOnce {
			return n, nil
		}
	}
}
