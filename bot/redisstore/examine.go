package redisstore

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/redis/go-redis/v9"
)

// Examine looks at all that Open looks at, and goes on where that would give up: for an operator who wants to know how this Redis stands. It changes nothing but
// what Open would note too: the scripts, and the number of partitions.
func Examine(ctx context.Context, o Options) []Point {
	a, err := parseAddress(o.URL)
	if err != nil {
		return []Point{{"connection", Bad, err.Error(), ""}}
	}
	client, err := dial(a)
	if err != nil {
		return []Point{{"connection", Bad, err.Error(), ""}}
	}
	defer client.Close()
	if err := client.Ping(ctx).Err(); err != nil {
		return []Point{{"connection", Bad, noAnswer(a, err).Error(), ""}}
	}
	s := &Store{client: client, keys: newKeys(o.Bot), scripts: newTransitions(), clock: clock{start: time.Now()}}
	points := []Point{{Subject: "connection", Level: Good, Says: "Redis answers at " + a.shown}}
	points = append(points, s.nodes(ctx, a)...)
	return append(points, s.records(ctx), s.apart(ctx))
}

// nodes are the points of all masters, those that are alike once.
func (s *Store) nodes(ctx context.Context, a address) []Point {
	var mu sync.Mutex
	var all []Point
	err := s.eachMaster(ctx, func(ctx context.Context, c *redis.Client) error {
		points, err := s.look(ctx, c, a)
		if err == nil {
			points = append(points, s.permission(ctx, c))
		}
		mu.Lock()
		defer mu.Unlock()
		for _, p := range points {
			if !slices.Contains(all, p) {
				all = append(all, p)
			}
		}
		return err
	})
	if err != nil {
		all = append(all, Point{"server", Bad, err.Error(), ""})
	}
	return all
}

func (s *Store) permission(ctx context.Context, c *redis.Client) Point {
	if err := s.loadScripts(ctx, c); err != nil {
		return Point{"permissions", Bad, err.Error(), ""}
	}
	return Point{Subject: "permissions", Level: Good, Says: "scripts can be loaded and run"}
}

// records says whether the keys of this bot can be read and written, and are those of this program.
func (s *Store) records(ctx context.Context) Point {
	if err := s.checkMeta(ctx); err != nil {
		return Point{"records", Bad, err.Error(), ""}
	}
	return Point{Subject: "records", Level: Good, Says: "the keys of this bot can be read and written"}
}

func (s *Store) apart(ctx context.Context) Point {
	offset, err := s.clock.measure(ctx, s.time)
	if err != nil {
		return Point{"clock", Bad, fmt.Errorf("ask Redis for its time: %w", err).Error(), ""}
	}
	by := time.Duration(s.clock.elapsed()+offset-time.Now().UnixMilli()) * time.Millisecond
	if by.Abs() > clockApart*time.Millisecond {
		return Point{"clock", Weak, fmt.Sprintf("the clock of Redis is %s away from that of this machine; the bot goes by Redis", by), "Set both by NTP"}
	}
	return Point{Subject: "clock", Level: Good, Says: "Redis and this machine agree to a second"}
}
