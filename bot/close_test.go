package bot_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"go.uber.org/goleak"

	"repartee/bot"
	"repartee/bot/telegram/telegramtest"
)

// TestDrain ends a bot while a reply is on its way: it arrives, nothing more is taken in, and no goroutine is left.
func TestDrain(t *testing.T) {
	store := file(t)
	already := goleak.IgnoreCurrent()
	r, mail := manual(t, threeFlow, store)
	c := r.user(1)
	c.Start("")
	r.server.Fault(telegramtest.Rule{Kind: telegramtest.Slow, Method: "sendMessage", Delay: 200 * time.Millisecond})
	mail.bring(r.bot, mail.next()...)
	r.stop()
	c.expects("one", "two", "three", "four")
	goleak.VerifyNone(t, already)

	c.Say("more")
	if err := r.bot.Receive(t.Context(), mail.next()); !errors.Is(err, bot.ErrClosing) {
		t.Errorf("Receive after the end: %v", err)
	}
}

// TestDrainIsBounded ends a bot that cannot send: what is unsent is given back, and the next start sends it at once.
func TestDrainIsBounded(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		r, mail := manual(t, threeFlow, open(t), func(o *bot.Options) { o.Drain = 50 * time.Millisecond })
		c := r.user(1)
		c.Start("")
		r.server.Fault(telegramtest.Rule{Kind: telegramtest.TooManyRequests, Method: "sendMessage", Skip: 1, RetryAfter: 9 * time.Second})
		mail.bring(r.bot, mail.next()...)
		c.hears(1)
		r.stop()
		_, next := r.make(oneFlow(t, threeFlow))
		r.background(next.Run)
		c.expects("one", "two", "three", "four")
	})
}

// TestDrainBreaksOffTurns ends a bot whose store does not answer.
func TestDrainBreaksOffTurns(t *testing.T) {
	stuck := make(chan struct{})
	store := &stuckStore{fullStore: file(t), stuck: stuck}
	r, mail := manual(t, threeFlow, store, func(o *bot.Options) { o.Drain = time.Millisecond })
	c := r.user(1)
	c.Start("")
	batch := mail.next()
	received := make(chan error, 1)
	go func() { received <- r.bot.Receive(context.Background(), batch) }()
	<-stuck
	r.stop()
	if err := <-received; err == nil {
		t.Error("taken in though nothing was kept")
	}
}

type stuckStore struct {
	fullStore
	stuck chan struct{}
}

func (s *stuckStore) Load(ctx context.Context, _ int64) (bot.Record, error) {
	close(s.stuck)
	<-ctx.Done()
	return bot.Record{}, ctx.Err()
}

// TestFlood lets one contact have more waiting than it may: that is told off, and others are served meanwhile.
func TestFlood(t *testing.T) {
	const backlog = 5
	began, goOn := make(chan struct{}), make(chan struct{})
	store := &gate{fullStore: file(t), chat: 1, began: began, open: goOn}
	r, mail := manual(t, orderFlow, store, func(o *bot.Options) { o.Backlog = backlog })
	flooder, other := r.user(1), r.user(2)
	for range backlog + 1 {
		flooder.Say("/start")
	}
	other.Start("")
	batch := mail.next()
	first := make(chan error, 1)
	go func() { first <- r.bot.Receive(context.Background(), batch[:1]) }()
	<-began
	if err := r.bot.Receive(t.Context(), batch[1:]); !errors.Is(err, bot.ErrBusy) {
		t.Errorf("%d more were taken in: %v", backlog, err)
	}
	other.expects("What is your name?")
	close(goOn)
	if err := <-first; err != nil {
		t.Error(err)
	}
	mail.bring(r.bot, batch...)
	flooder.hears(backlog + 1)
	other.hears(1)
}

// gate holds one contact's commits up until it is opened.
type gate struct {
	fullStore
	chat  int64
	began chan struct{}
	open  chan struct{}
}

func (g *gate) Commit(ctx context.Context, c bot.Commit) (bot.Committed, error) {
	if c.Chat == g.chat {
		select {
		case <-g.open:
		case g.began <- struct{}{}:
			<-g.open
		}
	}
	return g.fullStore.Commit(ctx, c)
}
