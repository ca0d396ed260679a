package redisstore

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/redis/go-redis/v9"

	"repartee/bot"
)

// unpaidAtOnce is how many orders of each partition one round takes the bodies of.
const unpaidAtOnce = 20

// DropUnpaid takes away the bodies of orders that were expired or cancelled long ago, and are so still. Should an answer be lost, fewer are told.
func (s *Store) DropUnpaid(ctx context.Context, now int64) (int, error) {
	for n := 0; ; {
		calls, err := s.unpaidCalls(ctx, now)
		if err != nil || len(calls) == 0 {
			return n, err
		}
		s.runAll(ctx, calls)
		for _, w := range calls {
			if w.err != nil {
				return n, fmt.Errorf("take away the body of an unpaid order: %w", w.err)
			}
			if w.reply == int64(1) {
				n++
			}
		}
	}
}

// unpaidCalls looks for what is to go, in all partitions.
func (s *Store) unpaidCalls(ctx context.Context, now int64) ([]*waiting, error) {
	pipe := s.client.Pipeline()
	found := make([]*redis.StringSliceCmd, bot.Partitions)
	span := &redis.ZRangeBy{Min: "-inf", Max: text(now), Count: unpaidAtOnce}
	for p := range found {
		found[p] = pipe.ZRangeByScore(ctx, s.keys.partitions[p].unpaid(), span)
	}
	if _, err := pipe.Exec(ctx); err != nil {
		return nil, fmt.Errorf("look for unpaid orders: %w", err)
	}
	var out []*waiting
	for p, cmd := range found {
		for _, member := range cmd.Val() {
			chat, number, ok := strings.Cut(member, "|")
			id, err := strconv.ParseInt(chat, 10, 64)
			if !ok || err != nil {
				return nil, errors.New("look for unpaid orders: an entry cannot be read")
			}
			args := call(s.scripts.unpaid, 3, s.keys.orders(id, chat), s.keys.partitions[p].unpaid())
			out = append(out, &waiting{script: s.scripts.unpaid, args: append(args, number, member, now)})
		}
	}
	return out, nil
}
