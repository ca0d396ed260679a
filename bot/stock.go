package bot

import (
	"context"
	"errors"
	"fmt"
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
	result, err := b.till.Stock(ctx, job, b.store.Now())
	if err != nil && ctx.Err() == nil {
		result, err = b.till.Stock(ctx, job, b.store.Now())
	}
	if err != nil {
		return flows.StockResult{}, fmt.Errorf("%s stock: %w", job.Op, err)
	}
	b.lookAtStock()
	return result, nil
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
		b.facts.learn(func(f *flows.Facts) { f.Stock = left })
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
	err := b.till.Seed(ctx, set.StockSeed())
	b.unseeded.Store(err != nil)
	if err != nil {
		return fmt.Errorf("put the stock into the store: %w", err)
	}
	b.lookAtStock()
	return nil
}
