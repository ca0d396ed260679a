package bot_test

import (
	"context"
	"errors"
	"sync/atomic"

	"repartee/bot"
	"repartee/flows"
)

var errDown = errors.New("the store is down")

// faulty is a store that fails on purpose: before is asked ahead of each call, after when it is done. An error from either is the call's.
type faulty struct {
	fullStore
	before, after func(method string) error
}

func (f *faulty) guard(method string, do func() error) error {
	if f.before != nil {
		if err := f.before(method); err != nil {
			return err
		}
	}
	err := do()
	if err == nil && f.after != nil {
		err = f.after(method)
	}
	return err
}

func (f *faulty) Load(ctx context.Context, chat int64) (out bot.Record, err error) {
	err = f.guard("Load", func() (err error) { out, err = f.fullStore.Load(ctx, chat); return err })
	return out, err
}

func (f *faulty) Commit(ctx context.Context, c bot.Commit) (out bot.Committed, err error) {
	err = f.guard("Commit", func() (err error) { out, err = f.fullStore.Commit(ctx, c); return err })
	return out, err
}

func (f *faulty) Ack(ctx context.Context, a bot.Ack) (out bot.Acked, err error) {
	err = f.guard("Ack", func() (err error) { out, err = f.fullStore.Ack(ctx, a); return err })
	return out, err
}

func (f *faulty) Defer(ctx context.Context, d bot.Defer) error {
	return f.guard("Defer", func() error { return f.fullStore.Defer(ctx, d) })
}

func (f *faulty) Mark(ctx context.Context, chat int64, claim string, seq int64) (out bool, err error) {
	err = f.guard("Mark", func() (err error) { out, err = f.fullStore.Mark(ctx, chat, claim, seq); return err })
	return out, err
}

func (f *faulty) Post(ctx context.Context, chat int64, p bot.Posted, now int64) error {
	return f.guard("Post", func() error { return f.fullStore.Post(ctx, chat, p, now) })
}

func (f *faulty) Due(ctx context.Context, d bot.DueQuery) (out []bot.Work, err error) {
	err = f.guard("Due", func() (err error) { out, err = f.fullStore.Due(ctx, d); return err })
	return out, err
}

func (f *faulty) Order(ctx context.Context, chat int64, number string) (out bot.KeptOrder, found bool, err error) {
	err = f.guard("Order", func() (err error) { out, found, err = f.fullStore.Order(ctx, chat, number); return err })
	return out, found, err
}

func (f *faulty) Approve(ctx context.Context, a bot.Approval) (out bot.Approved, err error) {
	err = f.guard("Approve", func() (err error) { out, err = f.fullStore.Approve(ctx, a); return err })
	return out, err
}

func (f *faulty) Stock(ctx context.Context, job flows.StockJob, now int64) (out flows.StockResult, err error) {
	err = f.guard("Stock", func() (err error) { out, err = f.fullStore.Stock(ctx, job, now); return err })
	return out, err
}

func (f *faulty) Seed(ctx context.Context, list flows.Stocklist) (names bot.StockNames, err error) {
	err = f.guard("Seed", func() (err error) {
		names, err = f.fullStore.Seed(ctx, list)
		return err
	})
	return names, err
}

func (f *faulty) Bury(ctx context.Context, d bot.DeadLetter) error {
	return f.guard("Bury", func() error { return f.fullStore.Bury(ctx, d) })
}

// counted tells how often each kind of answer came of Commit.
type counted struct {
	fullStore
	ok, duplicate, conflict atomic.Int64
}

func (c *counted) Commit(ctx context.Context, in bot.Commit) (bot.Committed, error) {
	out, err := c.fullStore.Commit(ctx, in)
	if err == nil {
		switch out.Status {
		case bot.OK:
			c.ok.Add(1)
		case bot.Duplicate:
			c.duplicate.Add(1)
		case bot.Conflict:
			c.conflict.Add(1)
		}
	}
	return out, err
}
