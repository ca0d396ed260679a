package bot_test

import (
	"context"
	"net/http"
	"path"
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"repartee/bot"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

const backlogged = 1000

// TestPaymentQueryComesFirst asks about a payment while a thousand inputs of the customer wait in his lane and no other call comes to an end: it is answered before
// anything else of its batch is begun.
func TestPaymentQueryComesFirst(t *testing.T) {
	jam := newJam(t)
	jam.customer.Say("and another")
	jam.user(2).Start("")
	paid := make(chan error, 1)
	go func() {
		_, err := jam.form.Pay(t.Context(), telegramtest.Payment{})
		paid <- err
	}()
	var batch []telegram.Update
	for !slices.ContainsFunc(batch, func(u telegram.Update) bool { return u.PreCheckoutQuery != nil }) {
		batch = append(batch, jam.mail.next()...)
	}
	jam.calls.forget()
	received := make(chan error, 1)
	go func() { received <- jam.bot.Receive(t.Context(), batch) }()
	if err := <-paid; err != nil {
		t.Fatal(err)
	}
	eventually(t, "the other customer is answered", func() bool { return len(jam.calls.begun()) > 1 })
	if begun := jam.calls.begun(); begun[0] != "answerPreCheckoutQuery" {
		t.Errorf("began with %q", begun)
	}
	jam.open()
	if err := <-received; err != nil {
		t.Error(err)
	}
}

// BenchmarkPaymentQuery answers queries in the same jam.
func BenchmarkPaymentQuery(b *testing.B) {
	jam := newJam(b)
	for b.Loop() {
		b.StopTimer()
		failed := make(chan error, 1)
		go func() {
			_, err := jam.form.Pay(b.Context(), telegramtest.Payment{Declined: true})
			failed <- err
		}()
		batch := jam.mail.next()
		b.StartTimer()
		go func() { _ = jam.bot.Receive(b.Context(), batch) }()
		if err := <-failed; err == nil {
			b.Fatal("the card was not declined")
		}
	}
	jam.open()
}

// jam is a bot with a customer who is about to pay, a thousand of whose inputs wait: the store answers no commit of his, and Telegram no call of the bot but
// answers to queries about payments.
type jam struct {
	*rig
	mail     *mailbag
	customer *customer
	form     *telegramtest.PaymentForm // open before the invoice is far up
	store    *stuck
	calls    *diary
	received chan error
}

func newJam(t testing.TB) *jam {
	t.Helper()
	store := &stuck{fullStore: file(t), chat: 1, gate: make(chan struct{}), waiting: make(chan struct{}, backlogged)}
	r := &rig{TB: t, server: newServer(t), store: store}
	calls := &diary{next: r.server.HTTPClient().Transport, gate: make(chan struct{})}
	client, err := telegram.New(telegram.Options{Token: r.server.Token(), APIURL: r.server.URL(), HTTP: &http.Client{Transport: calls}})
	if err != nil {
		t.Fatal(err)
	}
	_, r.bot = r.make(shopSet(t, talkFlow), tokens, func(o *bot.Options) { o.Client, o.Backlog = client, 2*backlogged })
	r.stop = r.background(r.bot.Run)
	j := &jam{rig: r, mail: r.mailbag(), customer: r.user(1), store: store, calls: calls, received: make(chan error, 1)}
	t.Cleanup(j.unlock) // before the bot ends, whatever has become of the test
	j.customer.Start("")
	j.mail.bring(r.bot, j.mail.next()...)
	j.customer.hears(1)
	o := r.coffeeOrder()
	r.plant(1, o)
	r.bill(1, o)
	if j.form, err = j.customer.OpenInvoice(0); err != nil {
		t.Fatal(err)
	}
	j.fill()
	return j
}

// fill makes the jam.
func (j *jam) fill() {
	j.store.shut.Store(true)
	j.calls.shut.Store(true)
	var batch []telegram.Update
	for range backlogged {
		j.customer.Say("hello")
	}
	for len(batch) < backlogged {
		batch = append(batch, j.mail.next()...)
	}
	go func() { j.received <- j.bot.Receive(context.WithoutCancel(j.Context()), batch) }()
	<-j.store.waiting
}

// open ends the jam and waits until all of it is over.
func (j *jam) open() {
	j.Helper()
	j.unlock()
	if err := <-j.received; err != nil {
		j.Error(err)
	}
}

func (j *jam) unlock() {
	if j.store.shut.Swap(false) {
		close(j.store.gate)
		close(j.calls.gate)
	}
}

// stuck is a store that, once shut, answers no commit of one contact until its gate is open.
type stuck struct {
	fullStore
	chat    int64
	shut    atomic.Bool
	gate    chan struct{}
	waiting chan struct{}
}

func (s *stuck) Commit(ctx context.Context, c bot.Commit) (bot.Committed, error) {
	if c.Chat == s.chat && s.shut.Load() {
		s.waiting <- struct{}{}
		<-s.gate
	}
	return s.fullStore.Commit(ctx, c)
}

// diary notes the calls that are begun, and once shut lets none but answers to queries about payments go on until its gate is open.
type diary struct {
	next http.RoundTripper
	shut atomic.Bool
	gate chan struct{}

	mu      sync.Mutex
	methods []string
}

// RoundTrip implements http.RoundTripper.
func (d *diary) RoundTrip(req *http.Request) (*http.Response, error) {
	method := path.Base(req.URL.Path)
	d.mu.Lock()
	d.methods = append(d.methods, method)
	d.mu.Unlock()
	if method != "answerPreCheckoutQuery" && d.shut.Load() {
		<-d.gate
	}
	return d.next.RoundTrip(req)
}

func (d *diary) begun() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.methods)
}

func (d *diary) forget() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.methods = nil
}
