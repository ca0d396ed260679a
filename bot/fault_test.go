package bot_test

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"repartee/bot"
	"repartee/bot/telegram/telegramtest"
	"repartee/config"
	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/steps"
)

// broken is a step whose kind has a fault.
type broken struct {
	Broken string `yaml:"broken,required" doc:"What is thrown."`
}

func (b *broken) Run(*flows.Turn) flows.Move { panic(b.Broken) }

// brokenFlow fails for two names: by a panic, and by more steps than a turn may take.
var brokenFlow = `
flow: order
fields: {name: text}
steps:
  - ask: name
    text: What is your name?
  - broken: to pieces
    when: name == 'Bug'
  - branch:
      - {when: name == 'Long', do: [` + strings.Repeat(`{tag: [long]}, `, 101) + `{tag: [long]}]}
  - say: "Hello, {{ name }}."
`

func brokenSet(t testing.TB, flow string) *flows.Set {
	t.Helper()
	return brokenFiles(t, fstest.MapFS{"bot.yaml": {Data: []byte(botYAML)}, "flows/order.yaml": {Data: []byte(flow)}})
}

func brokenFiles(t testing.TB, files fstest.MapFS) *flows.Set {
	t.Helper()
	kinds := append(steps.Kinds(), flows.Kind{Name: "broken", Doc: "Fails.", New: func() flows.Body { return new(broken) }})
	loaded, found := config.Load(files, kinds)
	if found.HasErrors() {
		var text strings.Builder
		_ = found.WriteText(&text, false)
		t.Fatal(text.String())
	}
	return loaded.Set
}

const sorry = "Sorry, something went wrong on our side. Please try again in a moment."

// TestPoisonTurn leaves the state as it was, says sorry and keeps the update: once, and the talk goes on.
func TestPoisonTurn(t *testing.T) {
	for words, reason := range map[string]string{"Bug": "panic: to pieces", "Long": "100 steps"} {
		t.Run(words, func(t *testing.T) {
			r := newRig(t, brokenSet(t, brokenFlow), file(t))
			c := r.user(1)
			c.Start("")
			c.hears(1)
			c.Say(words)
			c.expects("What is your name?", sorry)
			r.server.Redeliver(1)
			c.Say("Ann")
			c.expects("What is your name?", sorry, "Hello, Ann.")
			dead, err := r.store.DeadLetters(t.Context(), 10)
			if err != nil || len(dead) != 1 || dead[0].Chat != 1 || !strings.Contains(dead[0].Reason, reason) || !strings.Contains(string(dead[0].Raw), words) {
				t.Errorf("dead letters %+v, %v", dead, err)
			}
		})
	}
}

// TestPoisonPayment books a payment behind which the flow fails: the order is paid and the customer has what he paid for.
func TestPoisonPayment(t *testing.T) {
	for name, step := range map[string]string{
		"panic": "broken: to pieces",
		"loop":  "branch:\n      - {when: true, do: [" + strings.Repeat("{tag: [long]}, ", 101) + "{tag: [long]}]}",
	} {
		t.Run(name, func(t *testing.T) {
			flow := "\nflow: order\nsteps:\n  - {show: wanted, from: catalog.coffee}\n  - {cart: {add: wanted}}\n  - {pay: bought, by: [stars]}\n  - " + step + "\n"
			r := newRig(t, brokenFiles(t, fstest.MapFS{
				"bot.yaml": {Data: []byte(shopYAML)}, "catalog.yaml": {Data: []byte(catalogYAML)}, "flows/order.yaml": {Data: []byte(flow)},
			}), file(t), tokens)
			c := r.user(1)
			c.Start("")
			c.comesTo("")
			c.Say("course")
			c.comesTo(invoiceOnScreen)
			receipt, err := c.pay(telegramtest.Payment{})
			if err != nil {
				t.Fatal(err)
			}
			eventually(t, "the payment is received", func() bool { return r.server.Pending() == 0 })
			orders := r.state(1).Contact.Orders
			if len(orders) != 1 || orders[0].State != shop.Paid || len(orders[0].Grants) != 1 {
				t.Errorf("orders %+v", orders)
			}
			if rows := r.ledger(); len(rows) != 1 || rows[0].ID != receipt.ID || rows[0].Extra {
				t.Errorf("ledger %+v", rows)
			}
			eventually(t, "the receipt is there", func() bool { return r.hasCode(orders[0]) })
			r.stop() // waits for all that was said
			heard := len(said(c.Messages()))
			r.start(r.bot.Set(), tokens)
			c.Say("/help") // the talk goes on
			eventually(t, "the bot answers", func() bool { return len(said(c.Messages())) > heard })
		})
	}
}

// TestPoisonPress answers the press all the same: the customer looks at its waiting mark.
func TestPoisonPress(t *testing.T) {
	r := newRig(t, brokenSet(t, `
flow: order
steps:
  - menu: Go?
    options: {yes_please: {label: Go, do: [{broken: by a press}]}, no_thanks: Stay}
`), file(t))
	c := r.user(1)
	c.Start("")
	c.hears(1)
	c.press("Go")
	c.expects("Go?", sorry)
	r.stop() // waits for the answer
	if calls := r.server.Calls("answerCallbackQuery"); len(calls) != 1 || calls[0].Code != 0 {
		t.Errorf("the press was answered by %+v", calls)
	}
}

// TestPoisonTimer gives a timer up whose turn fails: it would come again at once, and for ever.
func TestPoisonTimer(t *testing.T) {
	clock := newClock()
	r := newRig(t, brokenSet(t, `
flow: order
fields: {name: text}
steps:
  - ask: name
    text: What is your name?
    silence: {after: 1h, then: reminder}
  - end
  - broken: by a timer
    id: reminder
`), clockedFile(t, clock))
	c := r.user(1)
	c.Start("")
	c.hears(1)
	r.allSent(1) // an hour later it would be sent again
	clock.add(time.Hour + time.Second)
	eventually(t, "the timer fails", func() bool {
		dead, err := r.store.DeadLetters(t.Context(), 10)
		return err == nil && len(dead) > 0
	})
	if timers := r.state(1).Session.Timers; len(timers) != 0 {
		t.Errorf("timers left: %+v", timers)
	}
	c.expects("What is your name?") // and no apology out of the blue
}

// TestUnreadableState leaves what a newer program has written as it is, and does not hold others up.
func TestUnreadableState(t *testing.T) {
	r := newRig(t, oneFlow(t, orderFlow), file(t))
	newer := []byte(`{"f":99,"c":{"first":"Ann"}}`)
	now := r.store.Now()
	if _, err := r.store.Commit(t.Context(), bot.Commit{Chat: 1, Next: "1.newer", State: newer, Now: now}); err != nil {
		t.Fatal(err)
	}
	c, other := r.user(1), r.user(2)
	c.Start("")
	other.Start("")
	c.expects(sorry)
	other.expects("What is your name?")
	record, err := r.store.Load(t.Context(), 1)
	if err != nil || string(record.State) != string(newer) {
		t.Errorf("the state is now %s, %v", record.State, err)
	}
}
