package redisstore

import (
	"context"
	"fmt"
	"slices"

	"repartee/bot"
)

// pastAtOnce is how many free times of the past one command takes out of the stock at most, not to hold up others.
const pastAtOnce = 500

// Left is what is counted of the stock, if it has changed since an earlier version of it. Free times of the past are counted no longer.
func (s *Store) Left(ctx context.Context, since int64) (left map[string]int64, version int64, changed bool, err error) {
	now := s.Now()
	v, err := s.swept(ctx, s.scripts.left, append(call(s.scripts.left, 2, s.keys.shelf...), now, since))
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
	if err := s.forgetPast(ctx, left, now); err != nil {
		return nil, 0, false, fmt.Errorf("forget free times of the past: %w", err)
	}
	return left, version, changed, nil
}

// forgetPast takes free times that are over out of what was read, and out of the stock: each that was ever booked would be read for ever.
func (s *Store) forgetPast(ctx context.Context, left map[string]int64, now int64) error {
	var past []string
	for key := range left {
		if bot.IsPast(key, now) {
			past = append(past, key)
		}
	}
	for some := range slices.Chunk(past, pastAtOnce) {
		unseeded, err := s.unseeded(ctx, some)
		if err != nil {
			return err
		}
		if len(unseeded) == 0 {
			continue
		}
		for _, key := range unseeded {
			delete(left, key)
		}
		if err := s.again(ctx, func() error { return s.client.HDel(ctx, s.keys.shelf[0], unseeded...).Err() }); err != nil {
			return err
		}
	}
	return nil
}

// unseeded are those of the keys that the catalog has no number of.
func (s *Store) unseeded(ctx context.Context, keys []string) (out []string, err error) {
	var numbers []any
	err = s.again(ctx, func() (err error) {
		numbers, err = s.client.HMGet(ctx, s.keys.shelf[seeds], keys...).Result()
		return err
	})
	for i, number := range numbers {
		if number == nil {
			out = append(out, keys[i])
		}
	}
	return out, err
}
