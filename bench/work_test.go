package bench_test

import (
	"context"
	"net"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"repartee/bot/telegram/telegramtest"
)

const secret = "a-secret-of-the-benchmark"

// work is what a bot is given to do: so many customers at once, each so many talks.
type work struct {
	mode             string // webhook or polling
	redis            server
	bots             bots
	customers, talks int
	before           int64         // customers whose chats come first, and are left alone
	latency          time.Duration // of each call of the Bot API
	env              []string      // of the bot
	connections      bool          // are counted too
	full             bool          // the store is left as it is
}

// run lets a bot do the work, after a first talk with each customer that does not count.
func (w work) run(b *testing.B, program string) []reading {
	b.Helper()
	if !w.full {
		w.redis.empty(b)
	}
	telegram, bot := w.start(b, program)
	defer telegram.Close()
	defer bot.stop()
	w.talk(bot, telegram, 1)
	cpu, redis, began := bot.cpu(), w.redis.cpu(b), time.Now()
	w.talk(bot, telegram, w.talks)
	wall := time.Since(began).Seconds()
	n := float64(w.customers * w.talks * turns)
	out := []reading{{"cpu-us", (bot.cpu() - cpu) / n}, {"redis-us", (w.redis.cpu(b) - redis) / n}, {"turns/s", n / wall}, {"rss-MiB", bot.memory()}}
	if w.connections {
		out = append(out, reading{"connections", float64(telegram.Connections())})
	}
	return out
}

// start starts Telegram and a bot.
func (w work) start(b *testing.B, program string) (*telegramtest.Server, *child) {
	b.Helper()
	server := w.telegram(b)
	return server, start(b, program, w.settings(b, server)...)
}

func (w work) telegram(b *testing.B) *telegramtest.Server {
	b.Helper()
	server := telegramtest.NewServer(telegramtest.Options{CallLog: -1, History: 2, Latency: w.latency})
	if err := server.Start(); err != nil {
		b.Fatal(err)
	}
	return server
}

// settings are the environment of a bot; both read the same.
func (w work) settings(b *testing.B, server *telegramtest.Server) []string {
	b.Helper()
	env := append(slices.Clone(w.env), "TELEGRAM_TOKEN="+server.Token(), "TELEGRAM_API_URL="+server.URL(), "REDIS_URL="+w.redis.url, "BOT="+w.bots.folder)
	if w.mode == "polling" {
		return env
	}
	address := freeAddress(b)
	return append(env, "WEBHOOK_URL=http://"+address, "WEBHOOK_LISTEN="+address, "WEBHOOK_SECRET="+secret)
}

func freeAddress(b *testing.B) string {
	b.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	return listener.Addr().String()
}

// chat is that of a customer.
func (w work) chat(i int) int64 { return 1000 + w.before + int64(i) }

// talk lets all customers talk at once, each so many times.
func (w work) talk(bot *child, server *telegramtest.Server, times int) {
	bot.Helper()
	ctx, cancel := context.WithTimeout(bot.ended, 2*time.Minute)
	defer cancel()
	var all sync.WaitGroup
	for i := range w.customers {
		all.Go(func() {
			c := customer{user: server.User(w.chat(i), "Ann", "en"), ctx: ctx}
			for range times {
				if err := c.talk("Customer "+strconv.Itoa(i), 1+i%20); err != nil {
					bot.Error(err)
					return
				}
			}
		})
	}
	all.Wait()
	if bot.Failed() {
		bot.stop()
		bot.FailNow()
	}
}
