package sqlitestore

import (
	"context"
	"database/sql"
	"fmt"
	"maps"

	"repartee/bot"
	"repartee/flows"
)

// Seed settles what the catalog says is there. Goods that are held lie on the shelf still, so they are not left.
func (s *Store) Seed(ctx context.Context, list flows.Stocklist) (bot.StockNames, error) {
	names, err := ask(ctx, s.writer, func(t *transaction) (bot.StockNames, error) {
		names, err := t.learnNames(list)
		if err != nil {
			return nil, err
		}
		return names, t.seedStock(list.Stock, names)
	})
	if err != nil {
		return nil, fmt.Errorf("seed the stock: %w", err)
	}
	return names, nil
}

// learnNames gives all names that the stock is counted by, with those that the list adds.
func (t *transaction) learnNames(list flows.Stocklist) (bot.StockNames, error) {
	names := bot.StockNames{}
	rows, err := t.stockNames.QueryContext(t.ctx)
	_, err = collect(rows, err, func(r *sql.Rows) (name string, err error) {
		var first string
		err = r.Scan(&name, &first)
		names[name] = first
		return name, err
	})
	if err != nil || len(names)+len(list.Former) == 0 {
		return names, err
	}
	rows, err = t.stockKeys.QueryContext(t.ctx)
	keys, err := collect(rows, err, func(r *sql.Rows) (key string, err error) { return key, r.Scan(&key) })
	if err != nil {
		return nil, err
	}
	added := names.Learn(list, bot.Counted(keys))
	for name, first := range added {
		if _, err := t.nameStock.ExecContext(t.ctx, name, first); err != nil {
			return nil, err
		}
	}
	maps.Copy(names, added)
	return names, nil
}

func (t *transaction) seedStock(stock map[string]int64, names bot.StockNames) error {
	changed := false
	for key, n := range stock {
		key = names.First(key)
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
