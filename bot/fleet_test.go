package bot_test

import (
	"context"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"repartee/bot"
	"repartee/bot/storetest"
	"repartee/bot/telegram"
	"repartee/flows"
)

const fleetSecret = "a-secret-of-the-fleet"

// fleet is several instances of one bot behind one webhook.
type fleet struct {
	*rig
	redis string
	set   *flows.Set

	mu        sync.Mutex
	instances []*instance
	next      int
}

// instance is one bot with its webhook and its own connections to the store.
type instance struct {
	*rig
	hook  *httptest.Server
	proxy http.Handler
	bot   *bot.Bot
}

func newFleet(t testing.TB, redisURL string, set *flows.Set, size int) *fleet {
	t.Helper()
	f := &fleet{rig: &rig{TB: t, server: newServer(t)}, redis: redisURL, set: set}
	balancer := httptest.NewServer(f)
	t.Cleanup(balancer.Close)
	for range size {
		f.grow()
	}
	setup := telegram.WebhookSetup{URL: balancer.URL, SecretToken: fleetSecret, MaxConnections: 100}
	if err := f.client().SetWebhook(t.Context(), setup); err != nil {
		t.Fatal(err)
	}
	return f
}

// grow starts one more instance.
func (f *fleet) grow() {
	f.Helper()
	store := redisOf(f, f.redis, 1)
	one := &instance{rig: &rig{TB: f.TB, server: f.server, store: store}}
	_, one.bot = one.make(f.set, func(o *bot.Options) { o.Fleet = store })
	one.stop = one.background(one.bot.Run)
	one.hook = httptest.NewServer(telegram.Webhook(telegram.WebhookOptions{Secret: fleetSecret}, one.bot.Receive))
	f.Cleanup(one.hook.Close)
	to, err := url.Parse(one.hook.URL)
	if err != nil {
		f.Fatal(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(to)
	proxy.ErrorLog = log.New(io.Discard, "", 0) // a delivery to one who is going comes again
	one.proxy = proxy
	f.mu.Lock()
	defer f.mu.Unlock()
	f.instances = append(f.instances, one)
}

// shrink ends the oldest instance as its operator would: no more is sent to it, what it has taken in is done, and then it goes.
func (f *fleet) shrink() {
	f.mu.Lock()
	oldest := f.instances[0]
	f.instances = f.instances[1:]
	f.mu.Unlock()
	oldest.hook.Close()
	oldest.stop()
}

// ServeHTTP gives each delivery to the next instance, so that a talk goes from one to the other.
func (f *fleet) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f.mu.Lock()
	one := f.instances[f.next%len(f.instances)]
	f.next++
	f.mu.Unlock()
	one.proxy.ServeHTTP(w, r)
}

// TestRollingRestart replaces each instance twice while customers talk: every talk goes through, each word of it once and in order.
func TestRollingRestart(t *testing.T) {
	const size, customers = 3, 16
	f := newFleet(t, storetest.StartRedis(t), oneFlow(t, orderFlow), size)
	var talking sync.WaitGroup
	var replaced atomic.Bool
	var slowest atomic.Int64
	for i := range customers {
		talking.Go(func() {
			c, k := f.user(int64(i+1)), talkOf(i)
			for heard := 0; !replaced.Load() || heard == 0; {
				for n, act := range k.acts(c) {
					began := time.Now()
					act()
					heard++
					all := c.hears(heard)
					slowest.Store(max(slowest.Load(), int64(time.Since(began))))
					if all[heard-1] != k.script()[n] {
						t.Errorf("user %d heard %q, not %q", c.ID(), all[heard-1], k.script()[n])
					}
					if t.Failed() {
						return
					}
				}
			}
		})
	}
	for range 2 * size {
		f.grow()
		f.shrink()
	}
	replaced.Store(true)
	talking.Wait()
	t.Logf("the slowest reply took %s", time.Duration(slowest.Load()).Round(time.Millisecond))
}

// TestOnePoller lets one of two instances poll, and the other go on when that one ends.
func TestOnePoller(t *testing.T) {
	f := &rig{TB: t, server: newServer(t)}
	redis := storetest.StartRedis(t)
	var stops []func()
	for range 2 {
		store := redisOf(t, redis, 1)
		one := &rig{TB: t, server: f.server, store: store}
		client, b := one.make(oneFlow(t, orderFlow), func(o *bot.Options) { o.Fleet = store })
		stops = append(stops, one.background(b.Run, func(ctx context.Context) error {
			return b.Alone(ctx, "poller", func(ctx context.Context) error { return client.Poll(ctx, telegram.PollOptions{}, b.Receive) })
		}))
		talkOf(1).play(f.user(int64(len(stops))))
	}
	stops[0]()
	talkOf(3).play(f.user(3))
	for _, call := range f.server.Calls("getUpdates") {
		if call.Code != 0 {
			t.Errorf("Telegram answered a poll with %d: two were asking", call.Code)
		}
	}
}

// strictFleet lets nobody send a second message.
type strictFleet struct {
	bot.Fleet
	mu    sync.Mutex
	spent []bot.Bucket
}

func (*strictFleet) Beat(context.Context, string, int64, int64) (bot.Muster, error) {
	return bot.Muster{Instances: []string{"this one", "another one"}}, nil
}

func (f *strictFleet) Spend(_ context.Context, bucket bot.Bucket, _ int64) (int64, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.spent = append(f.spent, bucket)
	if len(f.spent) > 1 {
		return time.Hour.Milliseconds(), nil
	}
	return 0, nil
}

// TestPaceIsShared asks the store before each message where there are others, and waits as it says.
func TestPaceIsShared(t *testing.T) {
	strict := &strictFleet{}
	r := &rig{TB: t, server: newServer(t), store: file(t)}
	client, b := r.make(oneFlow(t, threeFlow), func(o *bot.Options) {
		o.Fleet, o.Limiter = strict, telegram.NewLimiter(telegram.LimiterOptions{})
		o.Drain = time.Millisecond
	})
	r.background(b.Run)
	eventually(t, "the others are known", func() bool { return len(b.Others()) == 2 })
	r.background(func(ctx context.Context) error { return client.Poll(ctx, telegram.PollOptions{}, b.Receive) })
	c := r.user(7)
	c.Start("")
	c.expects("one")
	eventually(t, "the second message is asked for", func() bool {
		strict.mu.Lock()
		defer strict.mu.Unlock()
		return len(strict.spent) == 2
	})
	if want := (bot.Bucket{Chat: 7, Every: 1000, Burst: 3}); strict.spent[0] != want {
		t.Errorf("the bucket is %+v, not %+v", strict.spent[0], want)
	}
	c.expects("one")
}
