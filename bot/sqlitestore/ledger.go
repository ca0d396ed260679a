package sqlitestore

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"repartee/flows/shop"
)

// Ledger hands out all rows of the ledger, in no order, until the function answers with an error, which it returns.
func (s *Store) Ledger(ctx context.Context, each func(shop.Entry) error) error {
	type row struct {
		position int64
		id       string
		body     []byte
	}
	var last int64
	for {
		found, err := list(ctx, s, ledgerSQL, []any{last, rowsAtOnce}, func(r *sql.Rows) (one row, err error) {
			err = r.Scan(&one.position, &one.id, &one.body)
			return one, err
		})
		if err != nil {
			return fmt.Errorf("read the ledger: %w", err)
		}
		for _, one := range found {
			var e shop.Entry
			if err := json.Unmarshal(one.body, &e); err != nil {
				return fmt.Errorf("row %s of the ledger: %w", one.id, err)
			}
			if err := each(e); err != nil {
				return err
			}
			last = one.position
		}
		if len(found) < rowsAtOnce {
			return nil
		}
	}
}
