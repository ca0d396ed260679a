package bot_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"repartee/bot"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

const forever = time.Hour // longer than any test is let run

// TestSlowChat lets Telegram never answer for one chat: the others are served all the same.
func TestSlowChat(t *testing.T) {
	r := newRig(t, oneFlow(t, orderFlow), file(t), func(o *bot.Options) { o.Drain = time.Millisecond })
	r.server.Fault(telegramtest.Rule{Kind: telegramtest.Slow, Method: "sendMessage", Chat: 1, Times: 1000, Delay: forever})
	slow := r.user(1)
	slow.Start("")
	for range 50 {
		slow.Say("hello?")
	}
	talkOf(2).play(r.user(2))
	if heard := slow.hears(0); len(heard) > 0 {
		t.Errorf("the slow chat heard %q", heard)
	}
}

// TestFloodOfOneCustomer lets one customer say far more than a chat may be answered: another one's whole talk goes through before those answers are sent.
func TestFloodOfOneCustomer(t *testing.T) {
	r := newRig(t, oneFlow(t, orderFlow), file(t), func(o *bot.Options) {
		o.Limiter = telegram.NewLimiter(telegram.LimiterOptions{})
		o.Drain = time.Millisecond
	})
	const said = 400
	flooder := r.user(1)
	for range said {
		flooder.Say("/start")
	}
	c, k := r.user(2), talkOf(2)
	for i, act := range k.acts(c) {
		act()
		c.expects(k.script()[:i+1]...)
	}
	if n := len(r.server.Calls("sendMessage")); n >= said {
		t.Errorf("%d messages were sent before: nothing was in the way", n)
	}
}

// TestTooManyRequestsForOneChat pauses that chat for long, and no other.
func TestTooManyRequestsForOneChat(t *testing.T) {
	r := newRig(t, oneFlow(t, orderFlow), file(t))
	for chat := range int64(5) { // more than make a storm
		r.server.Fault(telegramtest.Rule{Kind: telegramtest.TooManyRequests, Method: "sendMessage", Chat: chat + 1, Times: 1, RetryAfter: forever})
		r.user(chat + 1).Start("")
	}
	eventually(t, "each of them is refused", func() bool { return len(r.server.Calls("sendMessage")) == 5 })
	talkOf(9).play(r.user(9))
	for chat := range int64(5) {
		r.user(chat + 1).hears(0)
	}
}

// TestTooMuchWaits bounds what waits for all contacts together: it is told off, and comes again.
func TestTooMuchWaits(t *testing.T) {
	began, goOn := make(chan struct{}), make(chan struct{})
	r, mail := manual(t, orderFlow, &gate{fullStore: file(t), chat: 1, began: began, open: goOn}, func(o *bot.Options) { o.Waiting = 1 })
	first, second := r.user(1), r.user(2)
	first.Start("")
	second.Start("")
	batch := mail.next()
	received := make(chan error, 1)
	go func() { received <- r.bot.Receive(context.Background(), batch[:1]) }() // one is taken in, however large
	<-began
	if err := r.bot.Receive(t.Context(), batch[1:]); !errors.Is(err, bot.ErrBusy) {
		t.Errorf("more was taken in: %v", err)
	}
	close(goOn)
	if err := <-received; err != nil {
		t.Error(err)
	}
	mail.bring(r.bot, batch[1:]...)
	first.hears(1)
	second.hears(1)
}
