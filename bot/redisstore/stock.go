package redisstore

import (
	"context"
	"fmt"

	"repartee/bot"
	"repartee/flows"
)

// Stock does one operation on the stock, all of it or nothing.
func (s *Store) Stock(ctx context.Context, job flows.StockJob, now int64) (flows.StockResult, error) {
	args, err := s.stockCall(&job, now)
	if err != nil {
		return flows.StockResult{}, fmt.Errorf("stock of hold %s: %w", job.Hold, err)
	}
	v, err := s.swept(ctx, s.scripts.stock, args)
	if err != nil {
		return flows.StockResult{}, fmt.Errorf("stock of hold %s: %w", job.Hold, err)
	}
	if v == int64(1) {
		return flows.StockResult{OK: true}, nil
	}
	r := replyOf(v)
	out := flows.StockResult{Left: r.numbers()}
	if r.err != nil {
		return flows.StockResult{}, fmt.Errorf("stock of hold %s: %w", job.Hold, r.err)
	}
	return out, nil
}

func (s *Store) stockCall(job *flows.StockJob, now int64) ([]any, error) {
	var until int64
	switch job.Op {
	case flows.StockHold:
		until = job.Until * 1000
	case flows.StockSell:
		until = bot.SoldUntil(job.Items, now)
	case flows.StockReturn:
		until = now + bot.ReturnKept.Milliseconds()
	case flows.StockRelease:
	default:
		return nil, fmt.Errorf("unknown operation %q", job.Op)
	}
	args := append(call(s.scripts.stock, 4+3*len(job.Items), s.keys.shelf...), string(job.Op), job.Hold, now, until)
	for _, item := range job.Items {
		if item.Quantity <= 0 || item.Supply < 0 {
			return nil, fmt.Errorf("%d of %s, of which there are %d, make no sense", item.Quantity, item.Key, item.Supply)
		}
		args = append(args, item.Key, item.Quantity, item.Supply)
	}
	return args, nil
}

// swept sends a script of the stock until it has given back all holds that are over: it does so piece by piece, not to hold up others.
func (s *Store) swept(ctx context.Context, sc *script, args []any) (any, error) {
	for {
		v, err := s.share(ctx, sc, args)
		if err != nil || v != nil {
			return v, err
		}
	}
}
