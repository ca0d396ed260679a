package bench_test

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"repartee/bot"
	"repartee/bot/redisstore"
	"repartee/bot/sqlitestore"
)

// BenchmarkStore is what one turn costs a store, Commit and Ack, beside a plain SET of the same state in Redis, and beside a plain INSERT of it in SQLite, each in a
// transaction of its own that is as durable.
func BenchmarkStore(b *testing.B) {
	for _, at := range []int{1, 64} {
		b.Run(fmt.Sprintf("redis/%d", at), func(b *testing.B) {
			redis := startRedis(b)
			ours, floor := load{at: at, begin: commit(openRedis(b, redis)), redis: &redis}, load{at: at, begin: set(redis), redis: &redis}
			for range b.N {
				compare(b, contender{"SET", func() []reading { return floor.run(b) }}, contender{"commit", func() []reading { return ours.run(b) }})
			}
		})
		b.Run(fmt.Sprintf("sqlite/%d", at), func(b *testing.B) {
			ours, floor := load{at: at, begin: commit(openFile(b))}, load{at: at, begin: openPlain(b).insert}
			for range b.N {
				compare(b, contender{"INSERT", func() []reading { return floor.run(b) }}, contender{"commit", func() []reading { return ours.run(b) }})
			}
		})
	}
}

// load is work for a store: so many contacts at once, each with the turns that begin gives.
type load struct {
	at    int
	begin func(ctx context.Context, chat int64) (turn func() error)
	redis *server // nil: none takes part
}

// loadFor is how long a load lasts.
const loadFor = time.Second

// chats never repeat, so that every contact begins new.
var chats atomic.Int64

func (l load) run(b *testing.B) []reading {
	b.Helper()
	var done atomic.Int64
	redis, own, began := l.redisCPU(b), ownCPU(b), time.Now()
	var all sync.WaitGroup
	for range l.at {
		turn := l.begin(b.Context(), chats.Add(1))
		all.Go(func() {
			for time.Since(began) < loadFor {
				if err := turn(); err != nil {
					b.Error(err)
					return
				}
				done.Add(1)
			}
		})
	}
	all.Wait()
	if b.Failed() {
		b.FailNow()
	}
	n := float64(done.Load())
	out := []reading{{"turns/s", n / time.Since(began).Seconds()}, {"cpu-us", (ownCPU(b) - own) / n}}
	if l.redis != nil {
		out = append(out, reading{"redis-us", (l.redisCPU(b) - redis) / n})
	}
	return out
}

func (l load) redisCPU(b *testing.B) float64 {
	b.Helper()
	if l.redis == nil {
		return 0
	}
	return l.redis.cpu(b)
}

// kept is a state of about the size of one with ten fields.
func kept(turn int64) []byte {
	return append(bytes.Repeat([]byte(`{"field":"value"},`), 45), strconv.FormatInt(turn, 10)...)
}

func set(s server) func(context.Context, int64) func() error {
	return func(ctx context.Context, chat int64) func() error {
		key, n := "plain:"+strconv.FormatInt(chat, 10), int64(0)
		return func() error {
			n++
			return s.client.Set(ctx, key, kept(n), 0).Err()
		}
	}
}

func commit(s bot.Store) func(context.Context, int64) func() error {
	call := []byte("sendMessage\n" + strings.Repeat("text=hello&", 25))
	return func(ctx context.Context, chat int64) func() error {
		c := bot.Commit{Chat: chat}
		return func() error {
			c.Update++
			c.Next = strconv.FormatInt(c.Update, 10) + ".0123456789abcdef"
			c.Now = s.Now()
			c.Claim = bot.Claim{Nonce: "0123456789abcdef", Until: c.Now + 30_000}
			c.State = kept(c.Update)
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

func openRedis(b *testing.B, redis server) *redisstore.Store {
	b.Helper()
	s, err := redisstore.Open(b.Context(), redisstore.Options{URL: redis.url, Bot: botNumber})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	return s
}

func openFile(b *testing.B) *sqlitestore.Store {
	b.Helper()
	s, err := sqlitestore.Open(b.Context(), sqlitestore.Options{Path: filepath.Join(b.TempDir(), "bot.db"), Bot: botNumber})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	return s
}
