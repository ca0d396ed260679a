package bot_test

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"repartee/bot"
	"repartee/bot/telegram/telegramtest"
	"repartee/flows"
	"repartee/flows/shop"
)

const visitFlow = `
flow: order
fields: {name: text}
steps:
  - {ask: name, text: What is your name?}
  - menu: "Would you like to come in, {{ name }}?"
    options: {take: Yes please, leave: No thanks}
  - {show: wanted, from: catalog.tickets}
  - {cart: {add: wanted}}
  - {pay: bought, by: [stars], failed: gone}
  - say: You have it.
  - end
  - id: gone
    say: It is gone.
`

// visitSet sells two tickets, after a talk.
func visitSet(t testing.TB) *flows.Set {
	t.Helper()
	catalog := "tickets:\n  items:\n    - {id: pass, name: Pass, price: 250 XTR, stock: 2, digital: yes, code: yes}\n"
	return set(t, map[string]string{"bot.yaml": botYAML + "payments: {stars: {}}\n", "flows/order.yaml": visitFlow, "catalog.yaml": catalog})
}

// visit is a customer who talks, presses, buys a ticket, pays it, and has his money back in the end.
type visit struct {
	*rig
	c      *customer
	unpaid atomic.Int64 // tries to pay that failed, since the bot did not answer
}

// play is what the customer does, and staff at the end. It waits for each reply, from whatever process it comes.
func (v *visit) play() {
	v.c.Start("")
	v.c.comesTo("What is your name?")
	v.c.Say("Ann")
	v.c.comesTo("Would you like to come in, Ann?")
	v.c.press("Yes please")
	v.c.comesTo("Pass\n250\u00a0⭐")
	v.c.Say("pass")
	v.c.comesTo(invoiceOnScreen)
	for {
		_, err := v.c.pay(telegramtest.Payment{})
		if err == nil {
			break
		}
		if v.unpaid.Add(1) > 5 {
			v.Error(err)
			return
		}
	}
	v.c.comesTo("You have it.")
	paid := v.order()
	if err := bot.PostOrder(context.Background(), v.store, 1, paid, string(shop.Refunded), "Sorry."); err != nil {
		v.Error(err)
	}
	v.c.comesTo("Order " + paid.Number + ": the money is given back, 250\u00a0⭐.")
}

// hurry lets time go by where something that was begun does not end, until its deadline has come.
func (v *visit) hurry(kept *shifted, over <-chan struct{}) {
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for waited := 0; ; waited++ {
		select {
		case <-over:
			return
		case <-tick.C:
		}
		record, err := kept.Load(context.Background(), 1)
		state, unread := flows.DecodeState(record.State)
		if err != nil || unread != nil || len(state.Contact.Works) == 0 {
			waited = 0
		}
		if waited > 1 {
			kept.add(5 * time.Second)
		}
	}
}

// order is the one that was paid, as the store has it.
func (v *visit) order() (paid shop.Order) {
	record, err := v.store.Load(context.Background(), 1)
	if err != nil {
		v.Error(err)
	}
	state, err := flows.DecodeState(record.State)
	if err != nil {
		v.Error(err)
	}
	for _, o := range state.Contact.Orders {
		if len(o.Charges) > 0 {
			paid = o
		}
	}
	return paid
}

// settled waits until nothing is left to be done or sent, or the process is dead.
func (v *visit) settled(dead <-chan struct{}) {
	v.Helper()
	eventually(v.rig, "all is done", func() bool {
		select {
		case <-dead:
			return true
		default:
		}
		waiting, err := v.store.Waiting(v.Context(), 1)
		return err == nil && len(waiting.Outbox) == 0 && len(waiting.Inbox) == 0 && v.server.Pending() == 0 && len(v.state(1).Contact.Works) == 0
	})
}

// checked looks that there is one order, one payment in every book, one code and one refund, and that all was said once and in order; where repeats may be, one run
// of messages was said twice.
func (v *visit) checked(repeats bool) {
	v.Helper()
	orders := slices.DeleteFunc(v.state(1).Contact.Orders, func(o shop.Order) bool { return len(o.Charges) == 0 })
	if len(orders) != 1 || orders[0].State != shop.Refunded || len(orders[0].Charges) != 1 || orders[0].Charges[0].Refunded == 0 || len(orders[0].Grants) != 1 {
		v.Fatalf("orders %+v", orders)
	}
	if _, stored := v.kept(1, orders[0].Number); stored.State != shop.Refunded {
		v.Errorf("the store has the order as %s", stored.State)
	}
	rows, charges := v.ledger(), v.server.Charges()
	if len(rows) != 2 || len(charges) != 1 || !charges[0].Refunded || rows[0].ID != charges[0].ID || rows[1].ID != "refund:"+charges[0].ID || rows[1].Amount != 250 {
		v.Errorf("ledger %+v, charges %+v", rows, charges)
	}
	if left := v.left(ticketKey); left != 2 {
		v.Errorf("%d are left of 2", left)
	}
	v.nothingDied()
	heard, script := v.heard(orders[0]), visitScript()
	if v.unpaid.Load() > 0 { // what the flow has to say of a payment that failed may stand between
		heard = slices.DeleteFunc(heard, func(text string) bool { return !slices.Contains(script, text) })
	}
	if right := slices.Equal(heard, script); !right && !(repeats && repeatedOnce(heard, script)) {
		v.Errorf("heard\n\t%s\nnot\n\t%s", strings.Join(heard, "\n\t"), strings.Join(script, "\n\t"))
	}
}

var bulk = regexp.MustCompile(`(?s)\n.*`)

// heard is all that the bot has said, a line of each message, without the number and the code of the order.
func (v *visit) heard(o shop.Order) (all []string) {
	cleaned := strings.NewReplacer(o.Number, "NUMBER", o.Grants[0].Codes[0], "CODE")
	for _, m := range v.c.Messages() {
		switch {
		case !m.FromBot:
		case m.Invoice != nil:
			all = append(all, invoiceOnScreen)
		default:
			all = append(all, cleaned.Replace(bulk.ReplaceAllString(m.Text, "")))
		}
	}
	return all
}

// visitScript is what the bot says in a visit.
func visitScript() []string {
	return []string{
		"What is your name?", "Would you like to come in, Ann?", "Pass", invoiceOnScreen, "Thank you! Your payment has arrived. Order NUMBER:", "Here is Pass.",
		"You have it.", "Sorry.", "Order NUMBER: the money is given back, 250\u00a0⭐.",
	}
}
