package redisstore

import (
	"context"
	"fmt"
	"strconv"
)

// seedsAtOnce is how many keys one script settles.
const seedsAtOnce = 1000

// Seed settles what the catalog says is there. Goods that are held lie on the shelf still, so they are not left.
func (s *Store) Seed(ctx context.Context, stock map[string]int64) error {
	var known map[string]string
	err := s.again(ctx, func() (err error) {
		known, err = s.client.HGetAll(ctx, s.keys.shelf[seeds]).Result()
		return err
	})
	if err != nil {
		return fmt.Errorf("read the seeds of the stock: %w", err)
	}
	var fresh []any
	for key, number := range stock {
		if n := strconv.FormatInt(number, 10); known[key] != n {
			fresh = append(fresh, key, n)
		}
	}
	for len(fresh) > 0 {
		some := fresh[:min(2*seedsAtOnce, len(fresh))]
		fresh = fresh[len(some):]
		if _, err := s.run(ctx, s.scripts.seed, append(call(s.scripts.seed, len(some), s.keys.shelf...), some...)); err != nil {
			return fmt.Errorf("seed the stock: %w", err)
		}
	}
	return nil
}
