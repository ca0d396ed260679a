package bot

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"repartee/flows"
)

const (
	stockPause = 100 * time.Millisecond // at least, between two looks at what is left
	seedTime   = 10 * time.Second
)

var errNoTill = errors.New("a bot that sells needs a till, which keeps its orders and its stock")

// changeStock does one operation on the stock, a second time where the first gave an error: it has no second effect.
func (b *Bot) changeStock(ctx context.Context, job flows.StockJob) (flows.StockResult, error) {
	if b.till == nil {
		return flows.StockResult{}, errNoTill
	}
	if b.unseeded.Load() { // else something could be counted under a name that nobody knows
		if err := b.seed(ctx, b.Set()); err != nil {
			return flows.StockResult{}, err
		}
	}
	job, asked := b.counted(job)
	result, err := b.till.Stock(ctx, job, b.store.Now())
	if err != nil && ctx.Err() == nil {
		result, err = b.till.Stock(ctx, job, b.store.Now())
	}
	if err != nil {
		return flows.StockResult{}, fmt.Errorf("%s stock: %w", job.Op, err)
	}
	b.lookAtStock()
	return asked(result), nil
}

// counted is a job by the keys that the stock is counted under, and gives its result by the keys that it came with.
func (b *Bot) counted(job flows.StockJob) (counted flows.StockJob, asked func(flows.StockResult) flows.StockResult) {
	names, by := *b.stockNames.Load(), map[string]string{}
	job.Items = slices.Clone(job.Items)
	for i, item := range job.Items {
		job.Items[i].Key = names.First(item.Key)
		by[job.Items[i].Key] = item.Key
	}
	return job, func(r flows.StockResult) flows.StockResult {
		left := make(map[string]int64, len(r.Left))
		for key, n := range r.Left {
			left[by[key]] = n
		}
		if len(left) > 0 {
			r.Left = left
		}
		return r
	}
}

// readyToSell looks whether all is there that a set needs to be paid.
func (b *Bot) readyToSell(set *flows.Set) error {
	if !set.Sells() {
		return nil
	}
	if b.till == nil {
		return errNoTill
	}
	for _, name := range set.ProviderTokens() {
		if !b.hasToken(name) {
			return fmt.Errorf("the token of a payment is not there: set %s in the environment", name)
		}
	}
	return nil
}

// lookAtStock has what is left read anew soon.
func (b *Bot) lookAtStock() {
	select {
	case b.stirred <- struct{}{}:
	default: // it is going to be
	}
}

// watchStock keeps what turns know of the stock up to date, until ctx ends.
func (b *Bot) watchStock(ctx context.Context) {
	if b.till == nil {
		return
	}
	ticker := time.NewTicker(b.stocktake)
	defer ticker.Stop()
	for version := int64(0); ; {
		version = b.readStock(ctx, version)
		pause(ctx, stockPause)
		select {
		case <-b.stirred:
		case <-ticker.C:
		case <-ctx.Done():
			return
		}
	}
}

// readStock reads what is left, if that has changed since a version of it.
func (b *Bot) readStock(ctx context.Context, since int64) (version int64) {
	if b.unseeded.Load() {
		if err := b.seed(ctx, b.Set()); err != nil && ctx.Err() == nil {
			b.log.Warn("the stock counts as it did before", "err", err)
		}
	}
	left, version, changed, err := b.till.Left(ctx, since)
	if err != nil {
		if ctx.Err() == nil {
			b.log.Warn("what is left of the stock could not be read; what was read before holds", "err", err)
		}
		return since
	}
	if changed {
		seen := b.stockNames.Load().Seen(left)
		b.facts.learn(func(f *flows.Facts) { f.Stock = seen })
	}
	return version
}

// seed settles what the set says is there. Where that fails, it is tried again with the next look.
func (b *Bot) seed(ctx context.Context, set *flows.Set) error {
	if b.till == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, seedTime)
	defer cancel()
	names, err := b.till.Seed(ctx, set.Stocklist())
	b.unseeded.Store(err != nil)
	if err != nil {
		return fmt.Errorf("put the stock into the store: %w", err)
	}
	b.stockNames.Store(&names)
	b.lookAtStock()
	return nil
}
