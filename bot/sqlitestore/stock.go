package sqlitestore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"

	"repartee/bot"
	"repartee/flows"
)

// The states of a hold.
const (
	held     = "held"
	sold     = "sold"
	returned = "returned"
)

// amounts is how many of each key.
type amounts map[string]int64

func (a amounts) add(b amounts, times int64) {
	for key, n := range b {
		a[key] += times * n
	}
}

// Stock does one operation on the stock, all of it or nothing.
func (s *Store) Stock(ctx context.Context, job flows.StockJob, now int64) (flows.StockResult, error) {
	err := checkStock(&job)
	var out flows.StockResult
	if err == nil {
		out, err = ask(ctx, s.writer, func(t *transaction) (flows.StockResult, error) { return t.changeStock(&job, now) })
	}
	if err != nil {
		return flows.StockResult{}, fmt.Errorf("stock of hold %s: %w", job.Hold, err)
	}
	return out, nil
}

func checkStock(job *flows.StockJob) error {
	switch job.Op {
	case flows.StockHold, flows.StockSell, flows.StockRelease, flows.StockReturn:
	default:
		return fmt.Errorf("unknown operation %q", job.Op)
	}
	for _, item := range job.Items {
		if item.Quantity <= 0 || item.Supply < 0 {
			return fmt.Errorf("%d of %s, of which there are %d, make no sense", item.Quantity, item.Key, item.Supply)
		}
	}
	return nil
}

func (t *transaction) changeStock(job *flows.StockJob, now int64) (out flows.StockResult, err error) {
	changes, err := t.sweep(now)
	if err != nil {
		return out, err
	}
	h, err := t.hold(job.Hold)
	if err != nil {
		return out, err
	}
	switch job.Op {
	case flows.StockHold:
		out, err = t.reserve(h, job, held, job.Until*1000, changes)
	case flows.StockSell:
		out, err = t.reserve(h, job, sold, bot.SoldUntil(job.Items, now), changes)
	case flows.StockRelease:
		out.OK = true
		if h.state == held {
			changes.add(h.items, 1)
			err = t.end(h.id)
		}
	case flows.StockReturn:
		out.OK = true
		if h.state != returned {
			changes.add(h.items, 1)
			err = t.keepHold(h.id, returned, now+bot.ReturnKept.Milliseconds(), nil)
		}
	}
	if err != nil {
		return out, err
	}
	return out, t.apply(changes)
}

// reserve holds or sells what a job wants in the place of what the hold had, or says what there is too little of: then nothing is held. What a hold has is its own,
// whatever was counted anew since.
func (t *transaction) reserve(h hold, job *flows.StockJob, state string, ends int64, changes amounts) (flows.StockResult, error) {
	want, supply := amounts{}, amounts{}
	for _, item := range job.Items {
		want[item.Key] += item.Quantity
		supply[item.Key] = max(supply[item.Key], item.Supply)
	}
	if h.state == sold || h.state == returned {
		return flows.StockResult{OK: h.state == sold && maps.Equal(want, h.items)}, nil
	}
	less := map[string]int64{}
	for key, quantity := range want {
		own := h.items[key]
		if quantity <= own {
			continue
		}
		number, _, err := t.stockOf(key)
		if err != nil {
			return flows.StockResult{}, err
		}
		if there := number + changes[key] + own + supply[key]; there < quantity {
			less[key] = max(0, there)
		}
	}
	changes.add(h.items, 1)
	if len(less) > 0 {
		return flows.StockResult{Left: less}, t.end(h.id)
	}
	changes.add(want, -1)
	if state == held && len(want) == 0 {
		return flows.StockResult{OK: true}, t.end(h.id)
	}
	return flows.StockResult{OK: true}, t.keepHold(h.id, state, ends, want)
}

// apply makes the changes of a transition. What the catalog does not count is not kept when nothing of it is taken: free times of the past would stay forever.
func (t *transaction) apply(changes amounts) error {
	changed := false
	for key, by := range changes {
		if by == 0 {
			continue
		}
		changed = true
		if _, err := t.addStock.ExecContext(t.ctx, key, by); err != nil {
			return err
		}
		if _, err := t.dropStock.ExecContext(t.ctx, key); err != nil {
			return err
		}
	}
	if !changed {
		return nil
	}
	_, err := t.raise.ExecContext(t.ctx)
	return err
}

// stockOf is what is left of a key, and what the catalog said last.
func (t *transaction) stockOf(key string) (number int64, seed sql.NullInt64, err error) {
	err = t.stock.QueryRowContext(t.ctx, key).Scan(&number, &seed)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return number, seed, err
}
