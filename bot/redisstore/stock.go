package redisstore

import (
	"context"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"repartee/flows"
)

const (
	// saleKept is how long a sale is remembered, so that it may be repeated.
	saleKept = 90 * 24 * time.Hour
	// pastKept is how long a free time that has begun is still counted.
	pastKept = 48 * time.Hour
	// seedsAtOnce is how many keys one script settles.
	seedsAtOnce = 1000
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
	until := now + saleKept.Milliseconds()
	switch job.Op {
	case flows.StockHold:
		until = job.Until * 1000
	case flows.StockSell, flows.StockRelease, flows.StockReturn:
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

// Left is what is counted of the stock, if it has changed since an earlier version of it.
func (s *Store) Left(ctx context.Context, since int64) (left map[string]int64, version int64, changed bool, err error) {
	v, err := s.swept(ctx, s.scripts.left, append(call(s.scripts.left, 2, s.keys.shelf...), s.Now(), since))
	if err != nil {
		return nil, 0, false, fmt.Errorf("read the stock: %w", err)
	}
	r := replyOf(v)
	if version = r.number(); version != since {
		left, changed = r.numbers(), true
	}
	if r.err != nil {
		return nil, 0, false, fmt.Errorf("read the stock: %w", r.err)
	}
	return left, version, changed, nil
}

// Seed settles what the catalog says is there. Goods that are held lie on the shelf still, so they are not left. Free times
// that are over are counted no longer.
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
			known[key] = n
		}
	}
	for len(fresh) > 0 {
		some := fresh[:min(2*seedsAtOnce, len(fresh))]
		fresh = fresh[len(some):]
		if _, err := s.run(ctx, s.scripts.seed, append(call(s.scripts.seed, len(some), s.keys.shelf...), some...)); err != nil {
			return fmt.Errorf("seed the stock: %w", err)
		}
	}
	if err := s.forgetPast(ctx, known); err != nil {
		return fmt.Errorf("forget free times of the past: %w", err)
	}
	return nil
}

// forgetPast takes free times that are over out of what is counted: each that was booked would else stay.
func (s *Store) forgetPast(ctx context.Context, seeded map[string]string) error {
	left := s.keys.shelf[0]
	var counted, past []string
	err := s.again(ctx, func() (err error) {
		counted, err = s.client.HKeys(ctx, left).Result()
		return err
	})
	if err != nil {
		return err
	}
	before := s.Now()/1000 - int64(pastKept.Seconds())
	for _, key := range counted {
		if _, ok := seeded[key]; !ok && begins(key) < before {
			past = append(past, key)
		}
	}
	if len(past) == 0 {
		return nil
	}
	return s.again(ctx, func() error { return s.client.HDel(ctx, left, past...).Err() })
}

// begins is when a free time begins, in Unix seconds, by the key of shop.SlotKey; never of anything else.
func begins(key string) int64 {
	if strings.HasPrefix(key, "slot.") {
		if at, err := strconv.ParseInt(key[strings.LastIndexByte(key, '.')+1:], 10, 64); err == nil {
			return at
		}
	}
	return math.MaxInt64
}
