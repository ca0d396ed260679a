package bot_test

import (
	"bytes"
	"context"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"repartee/bot"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

// TestMetricsOfTrouble lets things go wrong and looks where each is counted.
func TestMetricsOfTrouble(t *testing.T) {
	registry := prometheus.NewPedanticRegistry()
	var commits atomic.Int64
	store := &faulty{fullStore: file(t), before: func(method string) error {
		if method == "Commit" && commits.Add(1) == 1 {
			return errDown
		}
		return nil
	}}
	r := newRig(t, brokenSet(t, brokenFlow), store, func(o *bot.Options) { o.Metrics = registry })
	r.server.Fault(telegramtest.Rule{Kind: telegramtest.TooManyRequests, Method: "sendMessage", RetryAfter: time.Second})
	r.server.Fault(telegramtest.Rule{Kind: telegramtest.BadGateway, Method: "sendMessage"})
	c := r.user(7)
	c.Start("")
	c.expects("What is your name?")
	c.Say("Bug")
	c.expects("What is your name?", sorry)
	r.server.Redeliver(1)
	if err := store.Post(t.Context(), 7, bot.Posted{ID: "x", Input: []byte("{no JSON")}, store.Now()); err != nil {
		t.Fatal(err)
	}
	unread, err := telegram.DecodeUpdate([]byte(`{"update_id":77,"message":{"message_id":"no number"}}`))
	if err == nil {
		t.Fatal("it can be read")
	}
	if err := r.bot.Receive(t.Context(), []telegram.Update{unread}); err != nil {
		t.Fatal(err)
	}
	counts := map[string]float64{
		`sends_total{outcome="sent"}`:         2,
		`sends_total{outcome="limited"}`:      1,
		`sends_total{outcome="unsure"}`:       1,
		`sends_total{outcome="refused"}`:      1,
		`telegram_limited_total`:              1,
		`store_errors_total{call="commit"}`:   1,
		`commits_total{status="duplicate"}`:   1,
		`dead_letters_total{reason="turn"}`:   1,
		`dead_letters_total{reason="unread"}`: 1,
		`inputs_total{kind="other"}`:          1,
		`first_response_seconds`:              2,
	}
	eventually(t, "the inbox is empty", func() bool { return metric(t, registry, `inputs_total{kind="other"}`) == 1 })
	r.leave(7, bot.Entry{Policy: bot.Resend, Call: []byte(`{"method":"sendMessage","chat_id":7,"text":""}`)})
	eventually(t, "a message is refused", func() bool { return metric(t, registry, `dead_letters_total{reason="refused"}`) == 1 })
	r.stop()
	for name, want := range counts {
		if got := metric(t, registry, name); got != want {
			t.Errorf("repartee_%s is %v, not %v", name, got, want)
		}
	}
}

// TestDueLag takes a timer up late.
func TestDueLag(t *testing.T) {
	registry := prometheus.NewPedanticRegistry()
	clock := newClock()
	r := newRig(t, oneFlow(t, remindFlow), clockedFile(t, clock))
	c := r.user(1)
	c.Start("")
	c.hears(1)
	r.stop()
	clock.add(20*time.Hour + 2*time.Minute)
	r.start(oneFlow(t, remindFlow), func(o *bot.Options) { o.Metrics = registry })
	c.expects("What is your name?", "Still there?")
	r.stop()
	if sum := sumOf(t, registry, "repartee_due_lag_seconds"); sum < 119 || sum > 121 {
		t.Errorf("the reminder was %v s late, not two minutes", sum)
	}
}

func sumOf(t testing.TB, registry prometheus.Gatherer, name string) float64 {
	t.Helper()
	families, err := registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	for _, family := range families {
		if family.GetName() == name {
			return family.Metric[0].Histogram.GetSampleSum()
		}
	}
	t.Fatalf("there is no %s", name)
	return 0
}

// forgetful is a store that loses the last commit of a contact once it is told to, as a failover does.
type forgetful struct {
	fullStore
	lose atomic.Bool

	mu     sync.Mutex
	before bot.Record
}

func (f *forgetful) Commit(ctx context.Context, c bot.Commit) (bot.Committed, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.lose.CompareAndSwap(true, false) {
		return bot.Committed{Status: bot.Conflict, Record: f.before}, nil
	}
	if c.Version == f.before.Version {
		return f.fullStore.Commit(ctx, c)
	}
	f.before, _ = f.Load(ctx, c.Chat)
	return f.fullStore.Commit(ctx, c)
}

// TestRollback raises an alarm where the store has lost what it had acknowledged.
func TestRollback(t *testing.T) {
	registry := prometheus.NewPedanticRegistry()
	var log lockedBuffer
	store := &forgetful{fullStore: file(t)}
	r := newRig(t, oneFlow(t, threeFlow), store, func(o *bot.Options) { o.Metrics, o.Log = registry, slog.New(slog.NewTextHandler(&log, nil)) })
	c := r.user(7)
	for range 3 {
		c.Start("")
	}
	c.hears(12)
	store.lose.Store(true)
	c.Start("")
	eventually(t, "the alarm", func() bool { return metric(t, registry, "store_rollback_total") == 1 })
	c.Start("")
	r.stop()
	if text := log.String(); strings.Count(text, "store_rollback") != 1 {
		t.Errorf("the log says %s", text)
	}
}

// lockedBuffer is a log that is read while it is written.
type lockedBuffer struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}
