package bot_test

import (
	"strconv"
	"testing"

	"repartee/bot"
	"repartee/bot/telegram/telegramtest"
	"repartee/flows"
	"repartee/flows/shop"
)

// renamedTickets sells tickets whose id was pass before.
func renamedTickets(t testing.TB, n int) *flows.Set {
	t.Helper()
	catalog := "tickets:\n  items:\n    - {id: ticket, was: pass, name: Pass, price: 250 XTR, stock: " + strconv.Itoa(n) + ", digital: yes, code: yes}\n"
	return set(t, map[string]string{"bot.yaml": botYAML + "payments: {stars: {}}\n", "flows/order.yaml": saleFlow, "catalog.yaml": catalog})
}

// TestRenamedItemSells gives the item of an open invoice another id: the invoice is paid as it was written, and what is left is counted on, under either name.
func TestRenamedItemSells(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		r := newRig(t, ticketSet(t, 2), open(t), func(o *bot.Options) { o.Publication = 1 })
		first, second := r.user(1), r.user(2)
		first.Start("")
		first.comesTo("")
		first.Say("pass")
		first.comesTo(invoiceOnScreen)
		r.stop()
		r.start(renamedTickets(t, 2), func(o *bot.Options) { o.Publication = 2 })
		if _, err := first.pay(telegramtest.Payment{}); err != nil {
			t.Fatal(err)
		}
		first.comesTo("You have it.")
		purchase(second)
		r.over()
		if left := r.left(ticketKey); left != 0 {
			t.Errorf("%d are left of 2", left)
		}
		if o := r.state(1).Contact.Orders[0]; o.State != shop.Paid || o.Lines[0].Item != "pass" {
			t.Errorf("the order is %s, of %s", o.State, o.Lines[0].Item)
		}
		if o := r.state(2).Contact.Orders[0]; o.State != shop.Paid || o.Lines[0].Item != "ticket" {
			t.Errorf("the order is %s, of %s", o.State, o.Lines[0].Item)
		}
	})
}
