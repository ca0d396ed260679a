package bot_test

import (
	"context"
	"fmt"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"go.uber.org/goleak"

	"repartee/bot"
	"repartee/bot/redisstore"
	"repartee/bot/sqlitestore"
	"repartee/bot/storetest"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// patience is how long a test waits for what must come. It is a bound for a broken program, not a measure.
const patience = 60 * time.Second

// fullStore is what the tests need of a store.
type fullStore interface {
	bot.Store
	bot.Till
	bot.Archive
	bot.Library
}

// set compiles flows that are written in a test: file names and contents.
func set(t testing.TB, files map[string]string) *flows.Set {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	loaded, found := config.Load(fsys, steps.Kinds())
	if found.HasErrors() {
		var text strings.Builder
		_ = found.WriteText(&text, false)
		t.Fatal(text.String())
	}
	return loaded.Set
}

// oneFlow is a bot of one flow.
func oneFlow(t testing.TB, flow string) *flows.Set {
	t.Helper()
	return set(t, map[string]string{"bot.yaml": botYAML, "flows/order.yaml": flow})
}

const botYAML = `
bot: Beans
languages: [en]
time_zone: UTC
currency: EUR
start: order
`

// stores runs a test on each kind of store.
func stores(t *testing.T, run func(t *testing.T, open func(testing.TB) fullStore)) {
	t.Run("sqlite", func(t *testing.T) { run(t, file) })
	t.Run("redis", func(t *testing.T) {
		url := storetest.StartRedis(t)
		var bots atomic.Int64
		run(t, func(t testing.TB) fullStore { return redisOf(t, url, bots.Add(1)) })
	})
}

func file(t testing.TB) fullStore { return fileAt(t, sqlitestore.Options{}) }

func fileAt(t testing.TB, o sqlitestore.Options) *sqlitestore.Store {
	t.Helper()
	if o.Path == "" {
		o.Path = filepath.Join(t.TempDir(), "bot.db")
	}
	o.Bot = 424242
	s, err := sqlitestore.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func redisOf(t testing.TB, url string, number int64) *redisstore.Store {
	t.Helper()
	s, err := redisstore.Open(t.Context(), redisstore.Options{URL: url, Bot: number})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// rig is a bot that talks to a server of the test's own.
type rig struct {
	testing.TB
	server *telegramtest.Server
	store  fullStore
	bot    *bot.Bot
	stop   func() // ends the bot and waits for it
}

// newRig starts a bot that polls. change may set other options.
func newRig(t testing.TB, s *flows.Set, store fullStore, change ...func(*bot.Options)) *rig {
	t.Helper()
	r := &rig{TB: t, server: newServer(t), store: store}
	r.start(s, change...)
	return r
}

func newServer(t testing.TB) *telegramtest.Server {
	t.Helper()
	server := telegramtest.NewServer(telegramtest.Options{Haste: 50})
	t.Cleanup(server.Close)
	return server
}

// start starts another bot on the rig's server and store, and polls for it.
func (r *rig) start(s *flows.Set, change ...func(*bot.Options)) {
	r.Helper()
	client, b := r.make(s, change...)
	r.bot = b
	r.stop = r.background(b.Run, func(ctx context.Context) error { return client.Poll(ctx, telegram.PollOptions{}, b.Receive) })
}

// make makes a bot and does not start it.
func (r *rig) make(s *flows.Set, change ...func(*bot.Options)) (*telegram.Client, *bot.Bot) {
	r.Helper()
	o := bot.Options{
		Store: r.store, Till: r.store, Archive: r.store, Library: r.store, Client: r.client(), Set: s, Username: r.server.Username(),
		Limiter: telegram.NewLimiter(telegram.LimiterOptions{BulkPerSecond: -1, ChatPerSecond: -1}),
		Tick:    10 * time.Millisecond,
	}
	for _, c := range change {
		c(&o)
	}
	b, err := bot.New(r.Context(), o)
	if err != nil {
		r.Fatal(err)
	}
	return o.Client, b
}

func (r *rig) client() *telegram.Client {
	r.Helper()
	client, err := telegram.New(telegram.Options{Token: r.server.Token(), APIURL: r.server.URL(), HTTP: r.server.HTTPClient()})
	if err != nil {
		r.Fatal(err)
	}
	return client
}

// background runs what ends with its context, until the returned func is called or the test ends.
func (r *rig) background(run ...func(context.Context) error) (stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, len(run))
	for _, f := range run {
		go func() { ended <- f(ctx) }()
	}
	var stopped atomic.Bool
	stop = func() {
		if stopped.Swap(true) {
			return
		}
		cancel()
		for range run {
			if err := <-ended; err != nil && ctx.Err() == nil {
				r.Error(err)
			}
		}
	}
	r.Cleanup(stop)
	return stop
}

// startWebhook starts a bot that Telegram posts to.
func (r *rig) startWebhook(s *flows.Set, change ...func(*bot.Options)) {
	r.Helper()
	client, b := r.make(s, change...)
	r.bot = b
	r.stop = r.background(b.Run)
	const secret = "a-secret"
	hook := httptest.NewServer(telegram.Webhook(telegram.WebhookOptions{Secret: secret}, b.Receive))
	r.Cleanup(hook.Close)
	if err := client.SetWebhook(r.Context(), telegram.WebhookSetup{URL: hook.URL, SecretToken: secret, MaxConnections: 100}); err != nil {
		r.Fatal(err)
	}
}

func (r *rig) user(id int64) *customer {
	return &customer{TB: r.TB, User: r.server.User(id, fmt.Sprintf("Name%d", id), "en")}
}

// eventually waits until something holds that nothing tells of.
func eventually(t testing.TB, what string, holds func() bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	tick := time.NewTicker(2 * time.Millisecond)
	defer tick.Stop()
	for !holds() {
		select {
		case <-tick.C:
		case <-ctx.Done():
			t.Fatalf("in vain: %s", what)
		}
	}
}
