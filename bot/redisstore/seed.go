package redisstore

import (
	"context"
	"fmt"
	"strconv"

	"repartee/bot"
	"repartee/flows"
)

// seedsAtOnce is how many keys one script settles.
const seedsAtOnce = 1000

// Seed settles what the catalog says is there. Goods that are held lie on the shelf still, so they are not left.
func (s *Store) Seed(ctx context.Context, list flows.Stocklist) (bot.StockNames, error) {
	names, err := s.learnNames(ctx, list)
	if err != nil {
		return nil, fmt.Errorf("name the stock: %w", err)
	}
	known, err := s.hash(ctx, s.keys.shelf[seeds])
	if err != nil {
		return nil, fmt.Errorf("read the seeds of the stock: %w", err)
	}
	var fresh []any
	for key, number := range list.Stock {
		key = names.First(key)
		if n := strconv.FormatInt(number, 10); known[key] != n {
			fresh = append(fresh, key, n)
		}
	}
	for len(fresh) > 0 {
		some := fresh[:min(2*seedsAtOnce, len(fresh))]
		fresh = fresh[len(some):]
		if _, err := s.run(ctx, s.scripts.seed, append(call(s.scripts.seed, len(some), s.keys.shelf...), some...)); err != nil {
			return nil, fmt.Errorf("seed the stock: %w", err)
		}
	}
	return names, nil
}

// learnNames gives all names that the stock is counted by, with those that the list adds. Where another instance adds the same at once, the first counts.
func (s *Store) learnNames(ctx context.Context, list flows.Stocklist) (bot.StockNames, error) {
	names, err := s.hash(ctx, s.keys.stockNames)
	if err != nil || len(names)+len(list.Former) == 0 {
		return names, err
	}
	var keys []string
	err = s.again(ctx, func() (err error) {
		keys, err = s.client.HKeys(ctx, s.keys.shelf[0]).Result()
		return err
	})
	if err != nil {
		return nil, err
	}
	added := bot.StockNames(names).Learn(list, bot.Counted(keys))
	for name, first := range added {
		if err := s.again(ctx, func() error { return s.client.HSetNX(ctx, s.keys.stockNames, name, first).Err() }); err != nil {
			return nil, err
		}
	}
	if len(added) > 0 {
		return s.hash(ctx, s.keys.stockNames)
	}
	return names, nil
}

// hash reads all of a hash.
func (s *Store) hash(ctx context.Context, key string) (all map[string]string, err error) {
	err = s.again(ctx, func() (err error) {
		all, err = s.client.HGetAll(ctx, key).Result()
		return err
	})
	return all, err
}
