package storetest_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/redis/go-redis/v9"

	"repartee/bot"
	"repartee/bot/sqlitestore"
	"repartee/bot/storetest"
)

const crowded = 64

// BenchmarkTurn is what one turn costs a store, Commit and Ack, beside the GET and SET of a bot that keeps its state by hand. Read it as ratios of one run.
// redis-us/op is the CPU time of redis-server, cpu-us/op that of this process.
func BenchmarkTurn(b *testing.B) {
	url := storetest.StartRedis(b)
	server := clientOf(b, url)
	next := chats()
	for _, at := range []int{1, crowded} {
		b.Run(fmt.Sprintf("floor/%d", at), func(b *testing.B) { measure(b, server, at, getAndSet(server, next)) })
		b.Run(fmt.Sprintf("redis/%d", at), func(b *testing.B) { measure(b, server, at, commitAndAck(openRedis(b, url), next)) })
		b.Run(fmt.Sprintf("sqlite/%d", at), func(b *testing.B) { measure(b, server, at, commitAndAck(openFile(b), next)) })
	}
}

// contact is one customer's run of turns.
type contact func(ctx context.Context) (turn func() error)

func measure(b *testing.B, server *redis.Client, at int, begin contact) {
	b.ReportAllocs()
	var left atomic.Int64
	left.Store(int64(b.N))
	errs := make(chan error, at)
	redisBefore, ownBefore := redisCPU(b, server), ownCPU(b)
	b.ResetTimer()
	for range at {
		go func() {
			turn := begin(b.Context())
			var err error
			for err == nil && left.Add(-1) >= 0 {
				err = turn()
			}
			errs <- err
		}()
	}
	for range at {
		if err := <-errs; err != nil {
			b.Fatal(err)
		}
	}
	b.StopTimer()
	n := float64(b.N)
	b.ReportMetric((redisCPU(b, server)-redisBefore)/n, "redis-us/op")
	b.ReportMetric((ownCPU(b)-ownBefore)/n, "cpu-us/op")
}

func state(turn int64) []byte {
	return append(bytes.Repeat([]byte(`{"field":"value"},`), 45), strconv.FormatInt(turn, 10)...)
}

// chats never repeat, so that every contact begins new.
func chats() func() int64 {
	var n atomic.Int64
	return func() int64 { return n.Add(1) }
}

func getAndSet(c *redis.Client, next func() int64) contact {
	return func(ctx context.Context) func() error {
		key := fmt.Sprintf("floor:%d", next())
		var n int64
		return func() error {
			n++
			if err := c.Get(ctx, key).Err(); err != nil && !errors.Is(err, redis.Nil) {
				return err
			}
			return c.Set(ctx, key, state(n), 0).Err()
		}
	}
}

func commitAndAck(s storetest.Store, next func() int64) contact {
	call := []byte("sendMessage\n" + strings.Repeat("text=hello&", 25))
	return func(ctx context.Context) func() error {
		c := bot.Commit{Chat: next()}
		return func() error {
			c.Update++
			c.Next = strconv.FormatInt(c.Update, 10) + ".0123456789abcdef"
			c.Now = s.Now()
			c.Claim = bot.Claim{Nonce: "0123456789abcdef", Until: c.Now + 30_000}
			c.State = state(c.Update)
			c.Outbox = []bot.Entry{{Policy: bot.Resend, Call: call}}
			out, err := s.Commit(ctx, c)
			if err != nil {
				return err
			}
			if out.Status != bot.OK || !out.Send {
				return fmt.Errorf("commit answered %+v", out)
			}
			c.Version = c.Next
			_, err = s.Ack(ctx, bot.Ack{Chat: c.Chat, Claim: c.Claim, Through: out.Outbox[0].Seq, Now: c.Now})
			return err
		}
	}
}

func openFile(b *testing.B) storetest.Store {
	b.Helper()
	s, err := sqlitestore.Open(b.Context(), sqlitestore.Options{Path: filepath.Join(b.TempDir(), "bot.db"), Bot: 42})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	return s
}

func clientOf(b *testing.B, url string) *redis.Client {
	b.Helper()
	o, err := redis.ParseURL(url)
	if err != nil {
		b.Fatal(err)
	}
	c := redis.NewClient(o)
	b.Cleanup(func() { _ = c.Close() })
	return c
}

// redisCPU is what the server has used, in microseconds.
func redisCPU(b *testing.B, c *redis.Client) float64 {
	b.Helper()
	text, err := c.Info(b.Context(), "cpu").Result()
	if err != nil {
		b.Fatal(err)
	}
	var sum float64
	for line := range strings.Lines(text) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		if name == "used_cpu_user" || name == "used_cpu_sys" {
			seconds, err := strconv.ParseFloat(value, 64)
			if err != nil {
				b.Fatal(err)
			}
			sum += seconds * 1e6
		}
	}
	return sum
}

// ownCPU is what this process has used, in microseconds.
func ownCPU(b *testing.B) float64 {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e3
}
