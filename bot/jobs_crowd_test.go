package bot_test

import (
	"errors"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"repartee/bot"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
	"repartee/flows/shop"
)

// TestCallsOfOneMoment makes a call for each of two customers who wake at the same time, under keys of their own.
func TestCallsOfOneMoment(t *testing.T) {
	clock := newClock()
	p := newParcels(t, answers(200, `{"at": "Bremen"}`))
	r := newRig(t, set(t, map[string]string{
		"bot.yaml": botYAML + "calls:\n  parcel: {post: \"" + p.URL + "\", gives: {at: text}}\n",
		"flows/order.yaml": `
flow: order
fields: {place: text}
steps:
  - say: Later.
  - wait: 1h
  - {call: parcel, take: {place: at}, error: lost}
  - say: "It is in {{ place ?? 'nowhere' }}."
  - end:
  - id: lost
    say: I cannot find it.
`}), clockedFile(t, clock), private)
	customers := []*customer{r.user(1), r.user(2)}
	for _, c := range customers {
		c.Start("")
		c.hears(1)
	}
	r.allSent(1, 2)
	clock.add(time.Hour)
	for _, c := range customers {
		c.expects("Later.", "It is in Bremen.")
	}
	if keys := p.keys(); len(keys) != 2 || keys[0] == keys[1] {
		t.Errorf("keys %q", keys)
	}
}

// TestCallsThatWait makes no call that its flow has given up while others were at work; one that is wanted again is made once.
func TestCallsThatWait(t *testing.T) {
	for _, tt := range []struct {
		name, tries, late string
		asked             int
	}{
		{"given up", "1", "I cannot find it.", 0},
		{"wanted again", "2", "It is in Bremen.", 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			clock := newClock()
			goOn := make(chan struct{})
			p := newParcels(t, func(w http.ResponseWriter, r *http.Request) {
				select {
				case <-goOn:
				case <-r.Context().Done():
				}
				answers(200, `{"at": "Bremen"}`)(w, r)
			})
			call := `{post: "` + p.URL + `", needs: {number: text}, gives: {at: text}, within: 50s, tries: ` + tt.tries + `}`
			r := newRig(t, parcelSet(t, call), clockedFile(t, clock), private)
			customers := make([]*customer, 64+2)
			for i := range customers {
				customers[i] = r.user(int64(i + 1))
				customers[i].Start("")
				customers[i].hears(1)
			}
			for _, c := range customers[:64] {
				c.Say("early")
			}
			eventually(t, "as many as can be are at work", func() bool { return len(p.keys()) == 64 })
			late, last := customers[64], customers[65]
			late.Say("late")
			eventually(t, "one waits", func() bool { return len(r.state(late.ID()).Session.Jobs) == 1 })
			began := clock.time().Unix()
			clock.add(2 * time.Minute)
			eventually(t, "its time is over", func() bool {
				jobs := r.state(late.ID()).Session.Jobs
				return len(jobs) == 0 || jobs[0].Deadline > began+120
			})
			last.Say("last")
			eventually(t, "another waits", func() bool { return len(r.state(last.ID()).Session.Jobs) == 1 })
			close(goOn)
			last.expects("Which number?", "It is in Bremen.")
			late.expects("Which number?", tt.late)
			r.stop()
			p.mu.Lock()
			defer p.mu.Unlock()
			asked := slices.DeleteFunc(slices.Clone(p.posts), func(post string) bool { return !strings.Contains(post, "late") })
			if len(asked) != tt.asked {
				t.Errorf("asked %d times, should be %d", len(asked), tt.asked)
			}
		})
	}
}

// TestCallOfTheLastTurn makes the call that a turn has begun while the bot shuts down. Its result waits for the next start.
func TestCallOfTheLastTurn(t *testing.T) {
	held, goOn := make(chan struct{}, 1), make(chan struct{})
	var holds atomic.Bool
	store := &faulty{fullStore: file(t)}
	store.before = func(method string) error {
		if method == "Commit" && holds.Swap(false) {
			held <- struct{}{}
			<-goOn
		}
		return nil
	}
	p := newParcels(t, answers(200, `{"at": "Bremen"}`))
	call := parcelSet(t, `{post: "`+p.URL+`", needs: {number: text}, gives: {at: text}, within: 50s}`)
	r := newRig(t, call, store, private)
	c := r.user(1)
	c.Start("")
	c.hears(1)
	holds.Store(true)
	c.Say("7")
	<-held
	nobodys := []telegram.Update{{ID: 1000, Reaction: &telegram.MessageReactionUpdated{Chat: telegram.Chat{ID: 2, Type: "private"}}}}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		r.stop()
	}()
	eventually(t, "nothing is taken in any more", func() bool { return errors.Is(r.bot.Receive(t.Context(), nobodys), bot.ErrClosing) })
	close(goOn)
	<-ended
	if n := len(p.keys()); n != 1 {
		t.Errorf("asked %d times", n)
	}
	r.start(call, private)
	c.expects("Which number?", "It is in Bremen.")
}

// TestCallsHoldUpNoSale sells what is paid while more calls hang than are made at once.
func TestCallsHoldUpNoSale(t *testing.T) {
	goOn := make(chan struct{})
	p := newParcels(t, func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-goOn:
		case <-r.Context().Done():
		}
		answers(200, `{"at": "Bremen"}`)(w, r)
	})
	r := newRig(t, set(t, map[string]string{
		"bot.yaml":     shopYAML + "calls:\n  parcel: {get: \"" + p.URL + "\", gives: {at: text}, within: 60s}\n",
		"catalog.yaml": catalogYAML,
		"flows/order.yaml": `
flow: order
fields: {place: text}
steps:
  - say: Hello.
  - menu: "And now?"
    id: choice
    options: {call: Call}
  - {call: parcel, take: {place: at}, error: choice}
`}), file(t), private, tokens)
	o := r.coffeeOrder()
	buyer := r.user(1)
	buyer.Start("")
	buyer.hears(2)
	r.plant(1, o)
	r.bill(1, o)
	for i := range int64(70) {
		c := r.user(100 + i)
		c.Start("")
		c.hears(2)
		c.press("Call")
	}
	eventually(t, "all places are taken", func() bool { return len(p.keys()) == 64 })
	if _, err := buyer.pay(telegramtest.Payment{}); err != nil {
		t.Fatal(err)
	}
	eventually(t, "it is sold", func() bool {
		state := r.state(1)
		return len(state.Contact.Works) == 0 && state.Contact.Orders[0].State == shop.Paid
	})
	close(goOn)
}
