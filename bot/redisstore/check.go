package redisstore

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strconv"
	"strings"
	"sync"

	"github.com/redis/go-redis/v9"

	"repartee/bot"
)

// clockApart is how far Redis' clock may be from ours, in milliseconds, before it is mentioned.
const clockApart = 1000

// check fails where conversations could be lost or misread, and warns where an operator should know better.
func (s *Store) check(ctx context.Context, a address, log *slog.Logger) error {
	if err := s.client.Ping(ctx).Err(); err != nil {
		return noAnswer(a, err)
	}
	var said sync.Map // the nodes of a cluster mostly have the same faults
	warn := func(message string) {
		if _, before := said.LoadOrStore(message, true); !before {
			log.WarnContext(ctx, message)
		}
	}
	err := s.eachMaster(ctx, func(ctx context.Context, c *redis.Client) error {
		points, err := s.look(ctx, c, a)
		for _, p := range points {
			switch p.Level {
			case Bad:
				return errors.New(p.message())
			case Weak:
				warn(p.message())
			}
		}
		if err != nil {
			return err
		}
		return s.loadScripts(ctx, c)
	})
	if err != nil {
		return err
	}
	return s.checkMeta(ctx)
}

func noAnswer(a address, err error) error {
	switch {
	case redis.HasErrorPrefix(err, "NOAUTH"), redis.HasErrorPrefix(err, "WRONGPASS"):
		return fmt.Errorf("Redis at %s refuses the login: put the right user and password into the Redis URL: %w", a.shown, err)
	case a.cluster && strings.Contains(err.Error(), "cluster support disabled"):
		return notACluster(a)
	}
	return fmt.Errorf("Redis does not answer at %s: start it, or correct the Redis URL: %w", a.shown, err)
}

func notACluster(a address) error {
	return fmt.Errorf("the Redis at %s is not a cluster: leave +cluster, cluster=1 and further hosts out of the Redis URL", a.shown)
}

// eachMaster runs a function on the single node, or on every master of the cluster.
func (s *Store) eachMaster(ctx context.Context, do func(context.Context, *redis.Client) error) error {
	switch c := s.client.(type) {
	case *redis.ClusterClient:
		return c.ForEachMaster(ctx, do)
	case *redis.Client:
		return do(ctx, c)
	default:
		return fmt.Errorf("unknown kind of Redis client %T", c)
	}
}

// look asks a node about itself.
func (s *Store) look(ctx context.Context, c *redis.Client, a address) ([]Point, error) {
	text, err := c.Info(ctx).Result()
	if err != nil {
		return nil, fmt.Errorf("ask Redis about itself: allow the command INFO to this user: %w", err)
	}
	info := parseInfo(text)
	if err := checkMode(info, a); err != nil {
		return nil, err
	}
	fsync := ""
	if v, err := c.ConfigGet(ctx, "appendfsync").Result(); err == nil { // hosted Redis often forbids CONFIG
		fsync = v["appendfsync"]
	}
	var points []Point
	for _, rule := range rules() {
		points = append(points, rule(info, fsync))
	}
	return points, nil
}

func checkMode(info map[string]string, a address) error {
	clustered := info["redis_mode"] == "cluster" || info["cluster_enabled"] == "1"
	switch {
	case clustered && !a.cluster:
		return fmt.Errorf("the Redis at %s is a node of a cluster: write redis+cluster:// in the Redis URL", a.shown)
	case !clustered && a.cluster:
		return notACluster(a)
	}
	return nil
}

func (s *Store) loadScripts(ctx context.Context, c *redis.Client) error {
	for _, sc := range s.scripts.all() {
		if err := c.ScriptLoad(ctx, sc.source).Err(); err != nil {
			return fmt.Errorf("load the script %s: allow scripts (SCRIPT LOAD, EVAL, EVALSHA) to this Redis user: %w", sc.name, err)
		}
	}
	if err := c.Eval(ctx, "return 1", nil).Err(); err != nil {
		return fmt.Errorf("Redis refuses scripts: allow EVAL and EVALSHA to this user: %w", err)
	}
	return nil
}

// checkMeta records the partitions and the schema, or compares them with what the first bot recorded.
func (s *Store) checkMeta(ctx context.Context) error {
	if _, err := s.recorded(ctx, "partitions", bot.Partitions); err != nil {
		return err
	}
	var err error
	s.schema, err = s.recorded(ctx, "schema", schema, withoutUnderway)
	return err
}

// recorded is the first of the values that this program works with, or another one of them that was recorded before.
func (s *Store) recorded(ctx context.Context, name string, values ...int) (int, error) {
	if err := s.client.HSetNX(ctx, s.keys.meta, name, values[0]).Err(); err != nil {
		return 0, fmt.Errorf("write to Redis: %w", err)
	}
	stored, err := s.client.HGet(ctx, s.keys.meta, name).Result()
	if err != nil {
		return 0, fmt.Errorf("read from Redis: %w", err)
	}
	for _, value := range values {
		if stored == strconv.Itoa(value) {
			return value, nil
		}
	}
	return 0, fmt.Errorf("this Redis holds the bot's conversations with %s %s, and this program works with %d: use the program that wrote them, or another Redis",
		name, stored, values[0])
}

func warnClock(ctx context.Context, log *slog.Logger, apart int64) {
	if apart > clockApart || apart < -clockApart {
		log.WarnContext(ctx, "the clocks of this machine and of Redis differ: the bot goes by Redis. Set both by NTP", "redis_ahead_ms", apart)
	}
}

// parseInfo reads the lines name:value of INFO.
func parseInfo(text string) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(text) {
		if name, value, found := strings.Cut(strings.TrimSpace(line), ":"); found {
			out[name] = value
		}
	}
	return out
}
