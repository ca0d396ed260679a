package bench_test

import (
	"context"
	"strconv"
	"sync"
	"testing"
	"time"

	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

const secret = "a-secret-of-the-benchmark"

// work is what a bot is given to do: so many customers at once, each so many talks.
type work struct {
	mode             string // webhook or polling
	redis            server
	customers, talks int
	latency          time.Duration // of each call of the Bot API
	env              []string      // of the bot
}

// run lets a bot do the work, after a first talk with each customer that does not count.
func (w work) run(b *testing.B, program string) []reading {
	b.Helper()
	w.redis.empty(b)
	telegram, bot := w.start(b, program)
	defer telegram.Close()
	defer bot.stop()
	w.talk(b, telegram, 1)
	cpu, redis, began := bot.cpu(), w.redis.cpu(b), time.Now()
	w.talk(b, telegram, w.talks)
	wall := time.Since(began).Seconds()
	n := float64(w.customers * w.talks * turns)
	return []reading{{"cpu-us", (bot.cpu() - cpu) / n}, {"redis-us", (w.redis.cpu(b) - redis) / n}, {"turns/s", n / wall}}
}

// start starts Telegram and a bot.
func (w work) start(b *testing.B, program string) (*telegramtest.Server, *child) {
	b.Helper()
	server := telegramtest.NewServer(telegramtest.Options{CallLog: -1, History: 4, Latency: w.latency})
	if err := server.Start(); err != nil {
		b.Fatal(err)
	}
	bot, address := start(b, program, append(w.env,
		"TELEGRAM_TOKEN="+server.Token(), "TELEGRAM_API_URL="+server.URL(), "REDIS_URL="+w.redis.url, "MODE="+w.mode, "SECRET="+secret)...)
	if w.mode == "webhook" {
		setWebhook(b, server, address)
	}
	return server, bot
}

func setWebhook(b *testing.B, server *telegramtest.Server, address string) {
	b.Helper()
	client, err := telegram.New(telegram.Options{Token: server.Token(), HTTP: server.HTTPClient()})
	if err != nil {
		b.Fatal(err)
	}
	if err := client.SetWebhook(b.Context(), telegram.WebhookSetup{URL: address, SecretToken: secret, MaxConnections: 100}); err != nil {
		b.Fatal(err)
	}
}

// talk lets all customers talk at once, each so many times.
func (w work) talk(b *testing.B, server *telegramtest.Server, times int) {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.Context(), 2*time.Minute)
	defer cancel()
	var all sync.WaitGroup
	for i := range w.customers {
		all.Go(func() {
			c := customer{user: server.User(int64(1000+i), "Ann", "en"), ctx: ctx}
			for range times {
				if err := c.talk("Customer "+strconv.Itoa(i), 1+i%20); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	all.Wait()
	if b.Failed() {
		b.FailNow()
	}
}
