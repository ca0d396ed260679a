package redisstore

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/redis/go-redis/v9"

	"repartee/bot"
)

const (
	// readAtOnce is the most partitions that one pipeline of the archive reads.
	readAtOnce = 32
	// entriesAtOnce is about how many entries of streams it reads: their whole answer is held in memory, and for as long as Redis takes for it everybody else waits.
	entriesAtOnce = 2000
)

// Bury keeps an update that is no contact's, or cannot be read. Should the answer be lost, it may be kept twice.
func (s *Store) Bury(ctx context.Context, d bot.DeadLetter) error {
	if d.At <= 0 {
		d.At = s.Now()
	}
	body, err := json.Marshal(d)
	if err != nil {
		return fmt.Errorf("bury: %w", err)
	}
	args := call(s.scripts.bury, 2, s.keys.of(d.Chat).dead)
	if _, err := s.run(ctx, s.scripts.bury, append(args, d.At, body)); err != nil {
		return fmt.Errorf("bury: %w", err)
	}
	return nil
}

// DeadLetters lists the newest first, at most limit.
func (s *Store) DeadLetters(ctx context.Context, limit int) ([]bot.DeadLetter, error) {
	entries, err := s.newest(ctx, func(p *partitionKeys) string { return p.dead }, limit)
	if err != nil {
		return nil, fmt.Errorf("read dead letters: %w", err)
	}
	out := make([]bot.DeadLetter, len(entries))
	for i, e := range entries {
		if err := json.Unmarshal([]byte(e.body), &out[i]); err != nil {
			return nil, fmt.Errorf("read dead letters: %w", err)
		}
	}
	return out, nil
}

// ClearDead drops all dead letters. Should an answer be lost, they are gone, and fewer are said to have been there.
func (s *Store) ClearDead(ctx context.Context) (int, error) {
	pipe := s.client.Pipeline()
	dropped := make([]*redis.IntCmd, bot.Partitions)
	for i := range dropped {
		dropped[i] = pipe.XTrimMaxLen(ctx, s.keys.partitions[i].dead, 0)
	}
	_, err := pipe.Exec(ctx)
	if err != nil {
		return 0, fmt.Errorf("drop dead letters: %w", err)
	}
	n := 0
	for _, cmd := range dropped {
		n += int(cmd.Val())
	}
	return n, nil
}

// Events lists the newest first, at most limit.
func (s *Store) Events(ctx context.Context, limit int) ([][]byte, error) {
	entries, err := s.newest(ctx, func(p *partitionKeys) string { return p.events }, limit)
	if err != nil {
		return nil, fmt.Errorf("read events: %w", err)
	}
	var out [][]byte
	for _, e := range entries {
		out = append(out, []byte(e.body))
	}
	return out, nil
}

// logged is one entry of a stream: when, the number within that millisecond, what.
type logged struct {
	at, number int64
	body       string
}

// newest reads the ends of one stream in every partition and keeps the newest of all.
func (s *Store) newest(ctx context.Context, key func(*partitionKeys) string, limit int) ([]logged, error) {
	var out []logged
	atOnce := min(max(entriesAtOnce/max(limit, 1), 1), readAtOnce)
	for partitions := range slices.Chunk(s.keys.partitions[:], atOnce) {
		pipe := s.client.Pipeline()
		cmds := make([]*redis.XMessageSliceCmd, len(partitions))
		for i := range cmds {
			cmds[i] = pipe.XRevRangeN(ctx, key(&partitions[i]), "+", "-", int64(limit))
		}
		if _, err := pipe.Exec(ctx); err != nil {
			return nil, err
		}
		for _, cmd := range cmds {
			for _, m := range cmd.Val() {
				out = append(out, loggedOf(m))
			}
		}
		if len(out)/2 > limit {
			out = newestOf(out, limit)
		}
	}
	return newestOf(out, limit), nil
}

// newestOf keeps the newest of some entries, in order.
func newestOf(all []logged, limit int) []logged {
	slices.SortStableFunc(all, func(a, b logged) int {
		return cmp.Or(cmp.Compare(b.at, a.at), cmp.Compare(b.number, a.number))
	})
	return slices.Clip(all[:min(limit, len(all))])
}

func loggedOf(m redis.XMessage) logged {
	ms, number, _ := strings.Cut(m.ID, "-")
	var l logged
	l.at, _ = strconv.ParseInt(ms, 10, 64) // a stream id is two numbers
	l.number, _ = strconv.ParseInt(number, 10, 64)
	l.body, _ = m.Values["e"].(string)
	return l
}
