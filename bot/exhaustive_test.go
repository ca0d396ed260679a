package bot_test

import (
	"fmt"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"repartee/bot"
	"repartee/bot/storetest"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

// TestVisit is what all others are held against: a visit in which nothing goes wrong.
func TestVisit(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) { visitWith(t, open(t), &mishap{}) })
}

// TestEachCallFails lets each call fail once that a bot makes in a visit, to the store or to Telegram, before or after it has had its effect; and lets the process
// die there. All ends right: one order, one payment, one code, one refund, nothing lost, and only what may be repeated is.
func TestEachCallFails(t *testing.T) {
	for _, p := range points() {
		t.Run(p.String(), func(t *testing.T) {
			t.Parallel() // much of the time they wait to try again
			p.each(t, file)
		})
	}
}

// TestProcessDiesOnRedis is the same on Redis, where the process dies.
func TestProcessDiesOnRedis(t *testing.T) {
	url := storetest.StartRedis(t)
	var bots atomic.Int64
	for _, p := range points() {
		if p.dies && (!testing.Short() || p.telegram && p.after) {
			t.Run(p.String(), func(t *testing.T) {
				p.each(t, func(t testing.TB) fullStore { return redisOf(t, url, bots.Add(1)) })
			})
		}
	}
}

// TestTelegramAnswersWrong gives each call of a visit, and each poll, every wrong answer that Telegram or a network has.
func TestTelegramAnswersWrong(t *testing.T) {
	for _, kind := range []telegramtest.FaultKind{
		telegramtest.DropRequest, telegramtest.DropReply, telegramtest.InternalError, telegramtest.BadGateway, telegramtest.TooManyRequests,
	} {
		for _, method := range []string{"", "getUpdates"} {
			t.Run(strings.TrimSpace(string(kind)+" "+method), func(t *testing.T) {
				if testing.Short() && (method != "" || kind == telegramtest.InternalError || kind == telegramtest.BadGateway) {
					t.Skip("one that is answered in another way is enough")
				}
				t.Parallel()
				for k := 0; ; k++ {
					reached := false
					t.Run(fmt.Sprint(k), func(t *testing.T) {
						reached = visitWith(t, file(t), &mishap{rule: telegramtest.Rule{Kind: kind, Method: method, Skip: k}})
					})
					if !reached || t.Failed() {
						break
					}
				}
			})
		}
	}
}

// visitWith plays a visit in which something goes wrong, and tells whether it did.
func visitWith(t *testing.T, store fullStore, m *mishap) (reached bool) {
	kept := &shifted{fullStore: store}
	v := &visit{rig: &rig{TB: t, server: newServer(t), store: kept}}
	v.c = v.user(1)
	if m.rule.Kind != "" {
		v.server.Fault(m.rule)
	}
	m.dead = make(chan struct{})
	tickets := visitSet(t)
	v.start(tickets, m.options(v.rig))
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		v.play()
	}()
	over := make(chan struct{})
	defer close(over)
	go v.hurry(kept, over)
	next := func() {
		v.stop()
		kept.add(time.Minute) // the claims of the dead end
		v.start(tickets)
	}
	select {
	case <-m.dead:
		next()
		<-ended
	case <-ended:
		v.settled(m.dead)
		if m.gone.Load() { // at the very end
			next()
		}
	}
	v.settled(nil)
	v.stop()
	v.checked(m.gone.Load() || m.rule.Kind == telegramtest.DropReply || m.telegram && m.after)
	failed := func(c telegramtest.Call) bool { return c.Fault != "" }
	return m.at > 0 && m.calls.Load() >= m.at || slices.ContainsFunc(v.server.Calls(""), failed)
}

// point is a kind of place at which something can go wrong.
type point struct {
	telegram bool // at a call to Telegram; else to the store
	after    bool // when it has had its effect
	dies     bool // the process with it; else only the call fails
}

func points() (all []point) {
	for i := range 8 {
		all = append(all, point{telegram: i&1 > 0, after: i&2 > 0, dies: i&4 > 0})
	}
	return all
}

// String implements fmt.Stringer.
func (p point) String() string {
	either := func(is bool, yes, no string) string {
		if is {
			return yes
		}
		return no
	}
	return either(p.dies, "dies", "fails") + " " + either(p.after, "after", "before") + " a call to " + either(p.telegram, "Telegram", "the store")
}

// each lets it happen at the first call, at the second, and so on as far as there are any.
func (p point) each(t *testing.T, open func(testing.TB) fullStore) {
	reached := true
	for k := int64(1); reached && !t.Failed(); k++ {
		t.Run(fmt.Sprint(k), func(t *testing.T) { reached = visitWith(t, open(t), &mishap{point: p, at: k}) })
	}
}

// mishap is what goes wrong once in a visit.
type mishap struct {
	point
	at    int64             // the number of the call; 0: none
	rule  telegramtest.Rule // what Telegram answers wrong; without a kind nothing
	calls atomic.Int64
	gone  atomic.Bool
	dead  chan struct{}
}

// options let a bot make its calls past the mishap.
func (m *mishap) options(r *rig) func(*bot.Options) {
	return func(o *bot.Options) {
		f := &faulty{fullStore: r.store}
		f.before = func(method string) error { return m.pass(false, false, byItself(method)) }
		f.after = func(method string) error { return m.pass(false, true, byItself(method)) }
		o.Store, o.Till, o.Archive = f, f, f
		client, err := telegram.New(telegram.Options{
			Token: r.server.Token(), APIURL: r.server.URL(), HTTP: &http.Client{Transport: &wire{r.server.HTTPClient().Transport, m}},
		})
		if err != nil {
			r.Fatal(err)
		}
		o.Client = client
		if m.dies {
			o.Drain = time.Millisecond
		}
	}
}

// pass is asked on both sides of each call. Calls that are made by themselves are not counted.
func (m *mishap) pass(telegram, after, byItself bool) error {
	if m.gone.Load() {
		return errDead
	}
	if m.telegram != telegram || m.after != after || byItself || m.calls.Add(1) != m.at {
		return nil
	}
	if !m.dies {
		return errDown
	}
	m.gone.Store(true)
	close(m.dead)
	return errDead
}

// wire is the way to Telegram.
type wire struct {
	next http.RoundTripper
	*mishap
}

// RoundTrip implements http.RoundTripper.
func (w *wire) RoundTrip(req *http.Request) (*http.Response, error) {
	byItself := path.Base(req.URL.Path) == "getUpdates"
	if err := w.pass(true, false, byItself); err != nil {
		_ = req.Body.Close()
		return nil, err
	}
	response, err := w.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	if err := w.pass(true, true, byItself); err != nil {
		_ = response.Body.Close()
		return nil, err
	}
	return response, nil
}
