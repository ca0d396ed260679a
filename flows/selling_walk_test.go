package flows_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/value"
)

const day = 24 * time.Hour

// walks is for longer runs.
var walks = flag.Uint64("walks", 16, "how many customers walk through the market")

// TestSellingWalks lets customers walk through a market where payments come late, twice and from others, staff change orders, jobs are late, fail or are done out
// of order, and prices and the stock change meanwhile. What shopper.obeys and shopper.comesToRest say always holds.
func TestSellingWalks(t *testing.T) {
	set := shopperAt(t, "market").engine.Set()
	n := *walks
	if testing.Short() {
		n = min(n, 5)
	}
	for seed := range n {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			s := shopIn(t, set)
			s.slow = seed%3 == 0
			w := stroll{shopper: s, dice: rand.New(rand.NewPCG(seed, 11)), codes: map[string]string{}}
			for range 100 {
				w.step()
				s.obeys()
				w.sameCodes()
			}
			s.comesToRest()
		})
	}
}

// stroll is one walk.
type stroll struct {
	*shopper
	dice  *rand.Rand
	plan  []string          // what is meant to be said next
	codes map[string]string // that were granted, by the number of the order
}

// errands are what customers come for. Anything may come between.
var errands = [][]string{
	{"/buy", "Crema", "/checkout", "order", "card", "pay", "staff"},
	{"/buy", "Roma", "/checkout", "PC", "order", "card", "pay"},
	{"/buy", "Roma", "/checkout", "ONCE", "order", "transfer", "Germany", homeTyped, "Post", "buy", "staff", "staff"},
	{"/buy", "Sack", "/checkout", "order"},
	{"/buy", "Mug", "small", "/buy", "Crema", "/checkout", "3 crema", "order", "transfer", "Austria", homeTyped, "buy", "/orders", "Cancel"},
	{"/course", "Course", "/checkout", "order", "pay", "staff"},
	{"/course", "Course", "/buy", "Roma", "/checkout", "COFFEE", "order", "pay", "/checkout", "order", "card", "pay"},
	{"/buy", "Roma", "/checkout", "ALL", "order", "transfer", "Germany", homeTyped, "buy"},
	{"/visit", "Dr Weber", "5 March 2026 10:00", "a", "6 March 2026 9:30", "a", "yes"},
	{"/visit", "Dr Aydin", "5 March 2026 10:00", "/second", "5 March 2026 10:00", "/appointments", "1", "move", "10 March 2026 9:00"},
	{"/appointments", "1", "Cancel", "yes"},
	{"/appointments", "2", "Cancel", "yes"},
}

// whims come between.
var whims = []string{
	"/checkout", "/checkout", "WELCOME10", "2 crema", "0 roma", "order", "transfer", "card", "/back", "/back", "/cancel", "/orders", "/paysupport", "/restart",
	"/help", "/language", "/mydata", "/privacy", "/stop", "hm", "no", "yes", "A", "1", "2", "last",
}

// counted is what the shopkeeper changes the stock and the price of.
var counted = []string{"coffee.crema", "coffee.roma", "coffee.mug.small", "lessons.course"}

// step does one thing: mostly what the errand asks for.
func (w *stroll) step() {
	w.t.Helper()
	switch n := w.dice.IntN(100); {
	case n < 60:
		w.follow()
	case n < 66:
		w.says(whims[w.dice.IntN(len(whims))])
	case n < 80:
		w.tapAny()
	case n < 84:
		w.pay()
	case n < 87:
		w.sleeps(time.Duration(w.dice.IntN(600)) * time.Minute)
	case n < 91:
		w.shopkeeper()
	case n < 95:
		w.staffAny()
	case n < 96:
		w.giveBack()
	default:
		w.jobsGo()
	}
}

// follow does the next thing of the errand.
func (w *stroll) follow() {
	w.t.Helper()
	if len(w.plan) == 0 {
		w.plan = errands[w.dice.IntN(len(errands))]
	}
	next := w.plan[0]
	w.plan = w.plan[1:]
	switch next {
	case "pay":
		w.pay()
	case "staff":
		w.staffAny()
	case "buy":
		w.buyNow()
	default:
		w.says(next)
	}
}

// buyNow orders: it is placed at the sum that the button tells, or not at all.
func (w *stroll) buyNow() {
	w.t.Helper()
	if len(w.sent) == 0 {
		return
	}
	told := w.promised()
	before := len(w.market.orders)
	w.says("buy")
	if told == "" || w.slow || len(w.market.orders) == before {
		return
	}
	if o := w.newest(); o.State == shop.Placed && value.Format(value.Money(o.Totals.Total, o.Totals.Currency), nil, value.Locale{Language: "en"}) != told {
		w.fail("the button told ", told, ", and an order of ", o.Totals.Total, " is placed")
	}
}

// promised is the sum on the button that orders.
func (w *stroll) promised() string {
	for _, row := range w.sent[len(w.sent)-1].Buttons {
		for _, button := range row {
			if sum, ok := strings.CutPrefix(button.Label, "Buy now: "); ok {
				return sum
			}
		}
	}
	return ""
}

// tapAny taps a button, mostly one of the newest message.
func (w *stroll) tapAny() {
	w.t.Helper()
	old := 0
	if w.dice.IntN(4) == 0 {
		old = w.dice.IntN(12)
	}
	for i := len(w.sent) - 1; i >= 0; i-- {
		var seen []flows.PressButton
		for _, row := range w.sent[i].Buttons {
			for _, button := range row {
				if button.Data != "" {
					seen = append(seen, button)
				}
			}
		}
		if len(seen) == 0 {
			continue
		}
		if old--; old < 0 {
			button := seen[w.dice.IntN(len(seen))]
			w.press(i+1, button.Data, button.Label)
			return
		}
	}
}

// pay pays an invoice: at once, late, twice, with somebody else's money, or not after all.
func (w *stroll) pay() {
	w.t.Helper()
	if len(w.invoices) == 0 {
		return
	}
	number := w.invoiced()
	if w.dice.IntN(4) == 0 {
		number = w.invoices[w.dice.IntN(len(w.invoices))].Order
	}
	if w.dice.IntN(6) == 0 {
		w.shopkeeper()
	}
	if w.checksOut(number, w.dice.IntN(3) > 0) != "" {
		return
	}
	switch w.dice.IntN(6) {
	case 0:
		w.note("$ declined")
		return
	case 1:
		w.sleeps(time.Duration(w.dice.IntN(120)) * time.Minute)
	}
	charge := fmt.Sprint("charge.", w.turns)
	w.settles(number, charge, true)
	if w.dice.IntN(8) == 0 {
		w.settles(number, charge+".more", w.dice.IntN(2) == 0)
	}
	if w.dice.IntN(8) == 0 {
		w.settles(number, charge, true)
	}
}

// shopkeeper changes the stock or a price.
func (w *stroll) shopkeeper() {
	key := counted[w.dice.IntN(len(counted))]
	if w.dice.IntN(2) == 0 {
		w.market.left[key] = int64(w.dice.IntN(4))
		w.note("! left of ", key, ": ", w.market.left[key])
		return
	}
	currency := "EUR"
	if key == "lessons.course" {
		currency = "XTR"
	}
	prices := map[string]value.Value{key: value.Money(int64(500+w.dice.IntN(2000)), currency)}
	for other, price := range w.facts.Prices {
		if other != key {
			prices[other] = price
		}
	}
	w.facts.Prices = prices
	w.note("! price of ", key, ": ", prices[key])
}

// staffAny changes the state of an order, whether that can be or not.
func (w *stroll) staffAny() {
	w.t.Helper()
	if all := w.state.Contact.Orders; len(all) > 0 {
		w.staff(all[w.dice.IntN(len(all))].Number, []string{"paid", "packed", "sent", "delivered", "cancelled", "refunded", "returned"}[w.dice.IntN(7)])
	}
}

// giveBack lets Telegram tell that a payment was given back.
func (w *stroll) giveBack() {
	w.t.Helper()
	all := w.state.Contact.Orders
	if len(all) == 0 {
		return
	}
	o := all[w.dice.IntN(len(all))]
	if o.Method == shop.ByHand || len(o.Charges) == 0 {
		return
	}
	charge := o.Charges[w.dice.IntN(len(o.Charges))]
	w.note("& given back: ", o.Number, " ", charge.ID)
	w.input(flows.Input{What: flows.GaveBack, Order: o.Number, Money: &flows.Money{Charge: charge}})
}

// jobsGo lets the store become slow or quick again, or does any one of the jobs that wait; it may fail.
func (w *stroll) jobsGo() {
	w.t.Helper()
	switch i := w.dice.IntN(len(w.jobs) + 1); {
	case i == len(w.jobs):
		w.slow = !w.slow
		w.note("! slow: ", w.slow)
		if !w.slow {
			w.hurry()
		}
	case w.dice.IntN(3) == 0:
		w.note("! job ", i, " fails")
		w.drop(i)
	default:
		w.note("! job ", i, " is done")
		w.work(i)
	}
}

// sameCodes: what was granted once stays the same.
func (w *stroll) sameCodes() {
	w.t.Helper()
	for _, o := range w.state.Contact.Orders {
		if len(o.Grants) == 0 {
			continue
		}
		now := fmt.Sprint(o.Grants)
		if was := w.codes[o.Number]; was != "" && was != now {
			w.fail("order ", o.Number, " granted ", was, ", and now ", now)
		}
		w.codes[o.Number] = now
	}
}
