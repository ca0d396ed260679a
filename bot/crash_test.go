package bot_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"repartee/bot"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

// TestStoreFailsAtEachCall lets the k-th call of the store fail, before or after it has had its effect, for every k of a talk: nobody notices.
func TestStoreFailsAtEachCall(t *testing.T) {
	for _, when := range []string{"before", "after"} {
		for k := int64(1); ; k++ {
			reached := false
			t.Run(fmt.Sprintf("%s %d", when, k), func(t *testing.T) {
				var calls atomic.Int64
				store := &faulty{fullStore: file(t)}
				fail := func(method string) error {
					if !byItself(method) && calls.Add(1) == k {
						return errDown
					}
					return nil
				}
				if when == "before" {
					store.before = fail
				} else {
					store.after = fail
				}
				r := newRig(t, oneFlow(t, orderFlow), store)
				c := r.user(1)
				talkOf(1).play(c)
				r.stop()
				c.expects(talkOf(1).script()...)
				reached = calls.Load() >= k
			})
			if !reached || t.Failed() {
				break
			}
		}
	}
}

// byItself tells of a call that nothing a customer does leads to.
func byItself(method string) bool { return method == "Due" || method == "Seed" }

// TestCrashAtEachCall lets the process die at the k-th call of the store, before or after it has had its effect, for every k of a talk. The next process goes on:
// nothing is lost or done twice, and only what may be said again is.
func TestCrashAtEachCall(t *testing.T) {
	for _, when := range []string{"before", "after"} {
		for k := int64(1); ; k++ {
			died := false
			t.Run(fmt.Sprintf("%s %d", when, k), func(t *testing.T) { died = talkWithCrash(t, when == "before", k) })
			if !died || t.Failed() {
				break
			}
		}
	}
}

func talkWithCrash(t *testing.T, before bool, k int64) (died bool) {
	clock := newClock()
	kept := clockedFile(t, clock)
	first := &process{fullStore: kept, dead: make(chan struct{}), before: before, at: k}
	r := &rig{TB: t, server: newServer(t), store: first}
	r.start(oneFlow(t, orderFlow), first.options(r), func(o *bot.Options) { o.Drain = time.Millisecond })
	var looked atomic.Int64 // how often the second has taken up what was due
	restart := func() {
		r.stop()
		r.store = &faulty{fullStore: kept, after: func(method string) error {
			if method == "Due" {
				looked.Add(1)
			}
			return nil
		}}
		clock.add(time.Minute) // the claims of the dead end
		r.start(oneFlow(t, orderFlow))
		died = true
	}
	c, talk := r.user(1), talkOf(1)
	for i, act := range talk.acts(c) {
		act()
		if !died && !c.hearsAtLast(talk.script()[i], first.dead) {
			restart()
		}
		if died {
			c.hearsAtLast(talk.script()[i], nil)
		}
	}
	if !died {
		r.stop()
		if first.gone.Load() { // at the very end
			restart()
		}
	}
	if died {
		eventually(t, "what was left is taken up", func() bool { return looked.Load() > 1 && r.server.Pending() == 0 })
		if r.stop(); r.anythingLeft(clock) {
			t.Error("something is left to be sent")
		}
	}
	if heard := said(c.Messages()); !repeatedOnce(heard, talk.script()) {
		t.Errorf("heard %q", heard)
	}
	return died
}

// hearsAtLast waits until this is the last that the bot has said; false if the bot dies before.
func (c *customer) hearsAtLast(text string, dead <-chan struct{}) bool {
	c.Helper()
	return c.hearsWithin(patience, text, dead)
}

func (c *customer) hearsWithin(patience time.Duration, text string, dead <-chan struct{}) bool {
	c.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	go func() {
		select {
		case <-dead:
			cancel()
		case <-ctx.Done():
		}
	}()
	var heard []string
	ok := c.Wait(ctx, func(screen []telegramtest.Message) bool {
		heard = said(screen)
		return len(heard) > 0 && heard[len(heard)-1] == text
	})
	if !ok && !errors.Is(ctx.Err(), context.Canceled) {
		c.Errorf("heard %q and not at last %q", heard, text)
	}
	return ok
}

// anythingLeft looks whether something is to be sent, now or when a claim has ended.
func (r *rig) anythingLeft(c *clock) bool {
	r.Helper()
	now := c.now.Load() + time.Hour.Milliseconds()
	work, err := r.store.Due(r.Context(), bot.DueQuery{Now: now, Limit: 1, Claim: bot.Claim{Nonce: "look", Until: now + 1}})
	if err != nil {
		r.Fatal(err)
	}
	return len(work) > 0
}

// repeatedOnce tells whether all was said in order, with at most one run of messages said once more: those that had arrived and were not known to have.
func repeatedOnce(heard, script []string) bool {
	if slices.Equal(heard, script) {
		return true
	}
	n := len(heard) - len(script)
	for i := 0; n > 0 && i+2*n <= len(heard); i++ {
		if slices.Equal(heard[i:i+n], heard[i+n:i+2*n]) && slices.Equal(slices.Delete(slices.Clone(heard), i, i+n), script) {
			return true
		}
	}
	return false
}

// process is a store, and a way to Telegram, that a process loses when it dies: at a certain call of the store.
type process struct {
	fullStore
	before bool
	at     int64
	calls  atomic.Int64
	gone   atomic.Bool
	dead   chan struct{}
}

var errDead = errors.New("this process is dead")

func (p *process) options(r *rig) func(*bot.Options) {
	return func(o *bot.Options) {
		f := &faulty{fullStore: p.fullStore}
		f.before = func(method string) error { return p.step(method, p.before) }
		f.after = func(method string) error { return p.step(method, !p.before) }
		o.Store, o.Till, o.Archive = f, f, f
		client, err := telegram.New(telegram.Options{
			Token: r.server.Token(), APIURL: r.server.URL(), HTTP: &http.Client{Transport: &mortal{r.server.HTTPClient().Transport, p}},
		})
		if err != nil {
			r.Fatal(err)
		}
		o.Client = client
	}
}

func (p *process) step(method string, counts bool) error {
	if p.gone.Load() {
		return errDead
	}
	if !byItself(method) && counts && p.calls.Add(1) == p.at {
		p.gone.Store(true)
		close(p.dead)
		return errDead
	}
	return nil
}

// mortal reaches Telegram as long as the process lives.
type mortal struct {
	next http.RoundTripper
	of   *process
}

// RoundTrip implements http.RoundTripper.
func (m *mortal) RoundTrip(req *http.Request) (*http.Response, error) {
	if m.of.gone.Load() {
		_ = req.Body.Close()
		return nil, errDead
	}
	return m.next.RoundTrip(req)
}
