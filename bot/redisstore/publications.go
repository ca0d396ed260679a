package redisstore

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/redis/go-redis/v9"

	"repartee/bot"
)

// Publications lists what Publication can read.
func (s *Store) Publications(ctx context.Context) ([]bot.Publication, error) {
	var names *redis.StringSliceCmd
	var known *redis.MapStringStringCmd
	err := s.again(ctx, func() error {
		pipe := s.client.Pipeline()
		names, known = pipe.HKeys(ctx, s.keys.published), pipe.HGetAll(ctx, s.keys.public)
		_, err := pipe.Exec(ctx)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list publications: %w", err)
	}
	var out []bot.Publication
	for _, name := range names.Val() {
		if number, err := strconv.Atoi(name); err == nil { // the others tell of the latest
			out = append(out, publicationOf(number, known.Val()[name]))
		}
	}
	slices.SortFunc(out, func(a, b bot.Publication) int { return cmp.Compare(a.Number, b.Number) })
	return out, nil
}

// publicationOf reads what lua/publish.lua noted.
func publicationOf(number int, noted string) bot.Publication {
	p := bot.Publication{Number: number}
	if at, rest, ok := strings.Cut(noted, "|"); ok {
		digest, size, _ := strings.Cut(rest, "|")
		p.Digest = digest
		p.At, _ = strconv.ParseInt(at, 10, 64) // the script wrote numbers
		p.Bytes, _ = strconv.Atoi(size)
	}
	return p
}

// DropPublications forgets the files of some numbers, but never those of the latest. Should the answer be lost, they are gone, and fewer are said to have been there.
func (s *Store) DropPublications(ctx context.Context, numbers []int) (int, error) {
	latest, err := s.member(ctx, s.keys.published, "n")
	if err != nil {
		return 0, fmt.Errorf("drop publications: %w", err)
	}
	var names []string
	for _, number := range numbers {
		if name := strconv.Itoa(number); name != latest { // a later one may come meanwhile: that is none of these
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return 0, nil
	}
	var dropped *redis.IntCmd
	err = s.again(ctx, func() error {
		pipe := s.client.Pipeline()
		dropped = pipe.HDel(ctx, s.keys.published, names...)
		pipe.HDel(ctx, s.keys.public, names...)
		_, err := pipe.Exec(ctx)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("drop publications: %w", err)
	}
	return int(dropped.Val()), nil
}
