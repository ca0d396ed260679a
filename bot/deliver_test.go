package bot_test

import (
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"repartee/bot"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
	"repartee/flows"
)

const threeFlow = `
flow: order
fields: {more: {type: one_of, options: {go_on: Go on}}}
steps:
  - say: [one, two, three]
  - ask: more
    text: four
  - say: [five, six]
`

// TestPressIsAnsweredBeside holds the answer to a press back: the messages that follow it arrive all the same, in order.
func TestPressIsAnsweredBeside(t *testing.T) {
	r := newRig(t, oneFlow(t, threeFlow), file(t))
	r.stop()
	slow := &slowAnswers{next: r.server.HTTPClient().Transport, heard: make(chan struct{})}
	r.start(r.bot.Set(), func(o *bot.Options) {
		client, err := telegram.New(telegram.Options{Token: r.server.Token(), APIURL: r.server.URL(), HTTP: &http.Client{Transport: slow}})
		if err != nil {
			t.Fatal(err)
		}
		o.Client = client
	})
	c := r.user(1)
	c.Start("")
	c.expects("one", "two", "three", "four")
	c.press("Go on")
	c.expects("one", "two", "three", "four", "five", "six")
	close(slow.heard)
	r.stop() // waits for the answer
	if calls := r.server.Calls("answerCallbackQuery"); len(calls) != 1 || calls[0].Code != 0 {
		t.Errorf("the press was answered by %+v", calls)
	}
}

// slowAnswers lets answers to presses wait.
type slowAnswers struct {
	next  http.RoundTripper
	heard chan struct{} // closed when they may go on
}

// RoundTrip implements http.RoundTripper.
func (s *slowAnswers) RoundTrip(req *http.Request) (*http.Response, error) {
	if strings.HasSuffix(req.URL.Path, "/answerCallbackQuery") {
		<-s.heard
	}
	return s.next.RoundTrip(req)
}

// TestTroubleInSending lets calls fail in each way and looks that all arrives, once and in order.
func TestTroubleInSending(t *testing.T) {
	for _, kind := range []telegramtest.FaultKind{
		telegramtest.TooManyRequests, telegramtest.InternalError, telegramtest.BadGateway, telegramtest.DropRequest,
	} {
		t.Run(string(kind), func(t *testing.T) {
			r := newRig(t, oneFlow(t, threeFlow), file(t))
			r.server.Fault(telegramtest.Rule{Kind: kind, Method: "sendMessage", Skip: 1, Times: 2, RetryAfter: time.Second})
			c := r.user(1)
			c.Start("")
			c.expects("one", "two", "three", "four")
		})
	}
}

// TestWaitIsHonoured makes no call to a chat before Telegram's time is over. A press is answered meanwhile.
func TestWaitIsHonoured(t *testing.T) {
	r := newRig(t, oneFlow(t, threeFlow), file(t))
	c := r.user(1)
	c.Start("")
	c.hears(4)
	r.server.Fault(telegramtest.Rule{Kind: telegramtest.TooManyRequests, Method: "sendMessage", RetryAfter: 2 * time.Second})
	c.press("Go on")
	eventually(t, "the press is answered", func() bool { return len(r.server.Calls("answerCallbackQuery")) == 1 })
	c.expects("one", "two", "three", "four", "five", "six")
	calls := r.server.Calls("sendMessage")
	refused, again := calls[4], calls[5]
	if refused.Fault != telegramtest.TooManyRequests || again.Fault != "" {
		t.Fatalf("not the calls that were looked for: %+v, %+v", refused, again)
	}
	if wait := again.At.Sub(refused.At); wait < 2*time.Second {
		t.Errorf("tried again after %v", wait)
	}
}

// TestDroppedReply sends again what may have arrived: a dialogue rather says something twice than not at all.
func TestDroppedReply(t *testing.T) {
	r := newRig(t, oneFlow(t, threeFlow), file(t))
	r.server.Fault(telegramtest.Rule{Kind: telegramtest.DropReply, Method: "sendMessage", Skip: 1})
	c := r.user(1)
	c.Start("")
	c.expects("one", "two", "two", "three", "four")
}

// TestLongWaitGoesToTheStore gives the claim back where Telegram wants to be left alone for long; the time is the store's.
func TestLongWaitGoesToTheStore(t *testing.T) {
	clock := newClock()
	var deferred, asked atomic.Int64
	store := &faulty{fullStore: clockedFile(t, clock), after: func(method string) error {
		switch method {
		case "Defer":
			deferred.Add(1)
		case "Due":
			asked.Add(1)
		}
		return nil
	}}
	r := newRig(t, oneFlow(t, threeFlow), store, func(o *bot.Options) {
		o.Limiter = telegram.NewLimiter(telegram.LimiterOptions{BulkPerSecond: -1, ChatPerSecond: -1, Now: clock.time})
	})
	r.server.Fault(telegramtest.Rule{Kind: telegramtest.TooManyRequests, Method: "sendMessage", Skip: 1, RetryAfter: time.Hour})
	c := r.user(1)
	c.Start("")
	eventually(t, "the rest is deferred", func() bool { return deferred.Load() == 1 })
	clock.add(59 * time.Minute)
	before := asked.Load()
	eventually(t, "the store is asked what is due", func() bool { return asked.Load() >= before+2 })
	if n := len(r.server.Calls("sendMessage")); n != 2 {
		t.Errorf("%d calls before Telegram's time is over, not 2", n)
	}
	clock.add(time.Minute + time.Second)
	c.expects("one", "two", "three", "four")
}

// TestBlocked drops what was to be said to somebody who cannot be reached, and notes it.
func TestBlocked(t *testing.T) {
	r := newRig(t, oneFlow(t, threeFlow), file(t))
	r.server.Fault(telegramtest.Rule{Kind: telegramtest.Forbidden, Method: "sendMessage", Skip: 1})
	c := r.user(1)
	c.Start("")
	eventually(t, "it is noted", func() bool { return r.state(1).Contact.Blocked != 0 })
	r.stop()
	c.expects("one")
	if n := len(r.server.Calls("sendMessage")); n != 2 {
		t.Errorf("%d calls, not 2: the rest is not to be tried", n)
	}
	r.start(oneFlow(t, threeFlow))
	c.Start("")
	c.expects("one", "one", "two", "three", "four")
	if r.state(1).Contact.Blocked != 0 {
		t.Error("who writes again is still taken to be unreachable")
	}
}

// TestRefusedMessage keeps a call that Telegram refuses among the dead letters and goes on.
func TestRefusedMessage(t *testing.T) {
	store := file(t)
	r := newRig(t, oneFlow(t, threeFlow), store)
	c := r.user(1)
	c.Start("")
	c.hears(4)
	refused := []byte(`{"method":"sendMessage","chat_id":1,"text":""}`)
	good := []byte(`{"method":"sendMessage","chat_id":1,"text":"good"}`)
	r.leave(1, bot.Entry{Policy: bot.Resend, Call: refused}, bot.Entry{Policy: bot.Resend, Call: good})
	c.expects("one", "two", "three", "four", "good")
	dead, err := store.DeadLetters(t.Context(), 10)
	if err != nil || len(dead) != 1 || string(dead[0].Raw) != string(refused) || dead[0].Chat != 1 {
		t.Errorf("dead letters %+v, %v", dead, err)
	}
}

// TestOnceIsNeverSentTwice lets a call that may be made once fail so that nobody can tell; and lets one be marked by an instance that died.
func TestOnceIsNeverSentTwice(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		r := newRig(t, oneFlow(t, threeFlow), open(t))
		c := r.user(1)
		c.Start("")
		c.hears(4)
		r.server.Fault(telegramtest.Rule{Kind: telegramtest.DropReply, Method: "sendMessage"})
		r.leave(1, once("a"), once("b"))
		c.expects("one", "two", "three", "four", "a", "b")
		r.server.Fault(telegramtest.Rule{Kind: telegramtest.TooManyRequests, Method: "sendMessage"})
		r.leave(1, once("c"), once("d"))
		c.expects("one", "two", "three", "four", "a", "b", "c", "d")

		r.stop()
		seq := r.leave(1, once("e"), once("f"))
		if ours, err := r.store.Mark(t.Context(), 1, claimOfTheDead, seq); err != nil || !ours {
			t.Fatal(ours, err)
		}
		r.start(oneFlow(t, threeFlow))
		c.expects("one", "two", "three", "four", "a", "b", "c", "d", "f")
	})
}

func once(text string) bot.Entry {
	return bot.Entry{Policy: bot.Once, Call: []byte(`{"method":"sendMessage","chat_id":1,"text":"` + text + `"}`)}
}

const claimOfTheDead = "dead"

// leave puts entries into a contact's outbox as an instance that has died since, whose claim is about to end, and gives the number of the first.
func (r *rig) leave(chat int64, entries ...bot.Entry) (seq int64) {
	r.Helper()
	record, err := r.store.Load(r.Context(), chat)
	if err != nil {
		r.Fatal(err)
	}
	now := r.store.Now()
	done, err := r.store.Commit(r.Context(), bot.Commit{
		Chat: chat, Version: record.Version, Next: record.Version + "'", State: record.State, Outbox: entries,
		Claim: bot.Claim{Nonce: claimOfTheDead, Until: now + 1}, Now: now,
	})
	if err != nil || done.Status != bot.OK {
		r.Fatalf("commit: %+v, %v", done, err)
	}
	return done.Outbox[len(done.Outbox)-len(entries)].Seq
}

// state is what the store holds of a contact.
func (r *rig) state(chat int64) flows.State {
	r.Helper()
	record, err := r.store.Load(r.Context(), chat)
	if err != nil {
		r.Fatal(err)
	}
	state, err := flows.DecodeState(record.State)
	if err != nil {
		r.Fatal(err)
	}
	return state
}
