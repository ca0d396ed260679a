package bot_test

import (
	"encoding/json"
	"testing"
	"time"

	"repartee/bot"
	"repartee/flows"
)

const remindFlow = `
flow: order
fields: {name: text}
steps:
  - ask: name
    text: What is your name?
    silence: {after: 20h, remind: [Still there?], then: end}
  - say: "Hello, {{ name }}."
`

// TestReminderAfterRestart lets a timer come due while no bot runs.
func TestReminderAfterRestart(t *testing.T) {
	clock := newClock()
	r := newRig(t, oneFlow(t, remindFlow), clockedFile(t, clock))
	c := r.user(1)
	c.Start("")
	c.hears(1)
	r.stop()
	clock.add(20*time.Hour + time.Second)
	r.start(oneFlow(t, remindFlow))
	c.expects("What is your name?", "Still there?")
	c.Say("Ann")
	c.expects("What is your name?", "Still there?", "Hello, Ann.")
	clock.add(100 * time.Hour)
	eventually(t, "nothing is due any more", func() bool { return !r.anythingDue() })
	c.expects("What is your name?", "Still there?", "Hello, Ann.")
}

// anythingDue looks without taking a claim, but sets timers and inboxes aside.
func (r *rig) anythingDue() bool {
	r.Helper()
	now := r.store.Now()
	work, err := r.store.Due(r.Context(), bot.DueQuery{Now: now, Limit: 1, Retry: now + 1})
	if err != nil {
		r.Fatal(err)
	}
	return len(work) > 0
}

// TestDeadInstance takes up what an instance left that died between its commit and its sending.
func TestDeadInstance(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		r := newRig(t, oneFlow(t, remindFlow), open(t))
		c := r.user(1)
		c.Start("")
		c.hears(1)
		call := []byte(`{"method":"sendMessage","chat_id":1,"text":"left behind"}`)
		r.leave(1, bot.Entry{Policy: bot.Resend, Call: call}, bot.Entry{Policy: bot.Resend, Call: call})
		c.expects("What is your name?", "left behind", "left behind")
	})
}

// TestInbox handles what was posted, in order and once, and drops what makes no sense.
func TestInbox(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		r := newRig(t, oneFlow(t, remindFlow), open(t))
		c := r.user(1)
		c.Start("")
		c.hears(1)
		post := func(id string, input []byte) {
			for range 2 {
				if err := r.store.Post(t.Context(), 1, bot.Posted{ID: id, Input: input}, r.store.Now()); err != nil {
					t.Fatal(err)
				}
			}
		}
		words := func(text string) []byte {
			raw, err := json.Marshal(flows.Input{What: flows.Message, Text: text})
			if err != nil {
				t.Fatal(err)
			}
			return raw
		}
		post("a", []byte("{no JSON"))
		post("b", words("Ann"))
		c.expects("What is your name?", "Hello, Ann.")
		post("c", words("/start"))
		c.expects("What is your name?", "Hello, Ann.", "What is your name?")
		post("b", words("Ann"))
		r.stop()
		if r.anythingDue() {
			t.Error("the inbox is not empty")
		}
		c.expects("What is your name?", "Hello, Ann.", "What is your name?")
	})
}

// TestForget leaves nothing of a contact in the store, and a stop of the bot afterwards brings nothing back.
func TestForget(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		r := newRig(t, oneFlow(t, remindFlow), open(t))
		c := r.user(1)
		c.Start("")
		c.hears(1)
		c.Say("/forget")
		c.hears(3)
		c.press("Erase my data")
		c.hears(4)
		gone := func() bool {
			record, err := r.store.Load(t.Context(), 1)
			return err == nil && record.Version == "" && record.State == nil
		}
		eventually(t, "nothing is left", gone)
		c.Block()
		eventually(t, "the stop is received", func() bool { return r.server.Pending() == 0 })
		r.stop()
		if !gone() {
			t.Error("the contact is back")
		}
	})
}
