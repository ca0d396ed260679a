package bench_test

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"repartee/bench"
	"repartee/bot/storetest"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

// pairs is how often each of the two is run.
const pairs = 5

const secret = "a-secret-of-the-benchmark"

// BenchmarkUpdate is a whole update, from Telegram to the reply: ours beside the floor. It says the medians, and the ratios with their spread.
func BenchmarkUpdate(b *testing.B) {
	url := storetest.StartRedis(b)
	ours, floor := build(b)
	for _, mode := range []string{"webhook", "polling"} {
		for _, at := range []struct{ customers, talks int }{{1, 400}, {64, 25}} {
			b.Run(fmt.Sprintf("%s/%d", mode, at.customers), func(b *testing.B) {
				w := work{mode: mode, redis: url, customers: at.customers, talks: at.talks}
				for range b.N {
					compare(b, w, ours, floor)
				}
			})
		}
	}
}

// work is what a run is given to do.
type work struct {
	mode, redis      string
	customers, talks int
}

// cost is what an update took: microseconds of CPU, and of the clock.
type cost struct{ cpu, wall float64 }

func compare(b *testing.B, w work, ours, floor string) {
	var own, base []cost
	for range pairs {
		own = append(own, w.run(b, ours))
		base = append(base, w.run(b, floor))
	}
	cpu := func(c cost) float64 { return c.cpu }
	rate := func(c cost) float64 { return 1e6 / c.wall }
	for _, m := range []struct {
		unit string
		of   func(cost) float64
	}{{"cpu-us", cpu}, {"turns/s", rate}} {
		ratios := make([]float64, pairs)
		for i := range ratios {
			ratios[i] = m.of(own[i]) / m.of(base[i])
		}
		b.ReportMetric(median(each(own, m.of)), m.unit)
		b.ReportMetric(median(each(base, m.of)), "floor-"+m.unit)
		b.ReportMetric(median(ratios), "x-"+m.unit)
		b.Logf("%-8s ours %8.1f  floor %8.1f  ratio %.2f (%.2f to %.2f)",
			m.unit, median(each(own, m.of)), median(each(base, m.of)), median(ratios), slices.Min(ratios), slices.Max(ratios))
	}
	b.ReportMetric(0, "ns/op")
}

func each(list []cost, of func(cost) float64) []float64 {
	out := make([]float64, len(list))
	for i, c := range list {
		out[i] = of(c)
	}
	return out
}

func median(list []float64) float64 {
	list = slices.Sorted(slices.Values(list))
	return list[len(list)/2]
}

// run lets one bot do the work, after a first talk with each customer that does not count.
func (w work) run(b *testing.B, program string) cost {
	b.Helper()
	empty(b, w.redis)
	server := telegramtest.NewServer(telegramtest.Options{CallLog: -1, History: 4})
	defer server.Close()
	if err := server.Start(); err != nil {
		b.Fatal(err)
	}
	bot, address := start(b, program,
		"TELEGRAM_TOKEN="+server.Token(), "TELEGRAM_API_URL="+server.URL(), "REDIS_URL="+w.redis, "MODE="+w.mode, "SECRET="+secret)
	defer bot.stop()
	if w.mode == "webhook" {
		setWebhook(b, server, address)
	}
	w.talk(b, server, 1)
	cpu, began := bot.cpu(), time.Now()
	w.talk(b, server, w.talks)
	updates := float64(w.customers * w.talks * turns)
	return cost{cpu: (bot.cpu() - cpu) / updates, wall: float64(time.Since(began).Microseconds()) / updates}
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

func empty(b *testing.B, url string) {
	b.Helper()
	options, err := redis.ParseURL(url)
	if err != nil {
		b.Fatal(err)
	}
	client := redis.NewClient(options)
	defer func() { _ = client.Close() }()
	if err := client.FlushAll(b.Context()).Err(); err != nil {
		b.Fatal(err)
	}
}

// turns is how many updates a talk has.
const turns = 6

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

type customer struct {
	user *telegramtest.User
	ctx  context.Context
}

func (c *customer) talk(name string, bags int) error {
	return errorsOf(
		c.say("/start", bench.AskName),
		c.say(name, bench.AskSize(name)),
		c.press("Middle", bench.AskBags),
		c.say("some", bench.AskAgain),
		c.say(strconv.Itoa(bags), bench.Advice(name, "Middle", bags)),
		c.press(bench.Yes, bench.Noted(name, "Middle", bags)),
	)
}

func errorsOf(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (c *customer) say(words, reply string) func() error {
	return func() error {
		c.user.Say(words)
		return c.hears(reply)
	}
}

func (c *customer) press(label, reply string) func() error {
	return func() error {
		if _, err := c.user.Press(0, label); err != nil {
			return err
		}
		return c.hears(reply)
	}
}

func (c *customer) hears(reply string) error {
	var last string
	ok := c.user.Wait(c.ctx, func(screen []telegramtest.Message) bool {
		last = screen[len(screen)-1].Text
		return last == reply
	})
	if !ok {
		return fmt.Errorf("waited for %q and heard %q", reply, strings.TrimSpace(last))
	}
	return nil
}
