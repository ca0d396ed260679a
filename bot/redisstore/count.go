package redisstore

import (
	"context"
	"fmt"
	"strconv"

	"github.com/redis/go-redis/v9"

	"repartee/bot"
)

// Counts reads a table of counts: the sum over all partitions.
func (s *Store) Counts(ctx context.Context, table string) (map[string]int64, error) {
	out := map[string]int64{}
	for from := 0; from < bot.Partitions; from += readAtOnce {
		pipe := s.client.Pipeline()
		found := make([]*redis.MapStringStringCmd, readAtOnce)
		for i := range found {
			found[i] = pipe.HGetAll(ctx, s.keys.partitions[from+i].counts(table))
		}
		if _, err := pipe.Exec(ctx); err != nil {
			return nil, fmt.Errorf("read the counts %s: %w", table, err)
		}
		for _, cmd := range found {
			for key, number := range cmd.Val() {
				n, err := strconv.ParseInt(number, 10, 64)
				if err != nil {
					return nil, fmt.Errorf("read the counts %s: %w", table, err)
				}
				out[key] += n
			}
		}
	}
	return out, nil
}

// ClearCounts begins a table of counts anew.
func (s *Store) ClearCounts(ctx context.Context, table string) error {
	pipe := s.client.Pipeline()
	for i := range s.keys.partitions {
		pipe.Del(ctx, s.keys.partitions[i].counts(table))
	}
	if _, err := pipe.Exec(ctx); err != nil {
		return fmt.Errorf("clear the counts %s: %w", table, err)
	}
	return nil
}
