package redisstore

import (
	"context"
	"encoding/json"
	"fmt"

	"repartee/flows/shop"
)

// rowsAtOnce is about how many rows of the ledger one reading brings.
const rowsAtOnce = 500

// Ledger hands out all rows of the ledger, in no order, until the function answers with an error, which it returns.
func (s *Store) Ledger(ctx context.Context, each func(shop.Entry) error) error {
	for i := range s.keys.partitions {
		if err := s.ledgerOf(ctx, s.keys.partitions[i].ledger(), each); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) ledgerOf(ctx context.Context, key string, each func(shop.Entry) error) error {
	seen := map[string]bool{} // a scan of a hash that grows meanwhile may bring a row twice
	for cursor := uint64(0); ; {
		var found []string
		err := s.again(ctx, func() (err error) {
			found, cursor, err = s.client.HScan(ctx, key, cursor, "", rowsAtOnce).Result()
			return err
		})
		if err != nil {
			return fmt.Errorf("read the ledger: %w", err)
		}
		for ; len(found) > 1; found = found[2:] {
			id, row := found[0], found[1]
			if seen[id] {
				continue
			}
			seen[id] = true
			var e shop.Entry
			if err := json.Unmarshal([]byte(row), &e); err != nil {
				return fmt.Errorf("row %s of the ledger: %w", id, err)
			}
			if err := each(e); err != nil {
				return err
			}
		}
		if cursor == 0 {
			return nil
		}
	}
}
