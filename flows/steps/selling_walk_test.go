package steps_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
	"unicode/utf16"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/steps"
	"repartee/flows/talk"
	"repartee/flows/value"
)

// TestWalks lets customers do in the shop what comes to their minds: nothing breaks, every word is answered, and the money adds up.
func TestWalks(t *testing.T) {
	loaded, found, err := config.LoadDir("testdata/shop", steps.Kinds())
	if err != nil || found.HasErrors() {
		t.Fatal("the shop has errors", err)
	}
	for seed := range uint64(60) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			w := walk{t: t, dice: rand.New(rand.NewPCG(seed, 7)), stock: loaded.Set.StockSeed()}
			w.talk = talk.NewConversation(loaded.Set, flows.Person{FirstName: "Alex", Language: loaded.Set.Languages[seed%3]}, time.Date(2026, time.March, 2, 8, 0, 0, 0, time.UTC))
			for range 80 {
				w.step()
			}
			w.reckon()
		})
	}
}

// walk is one customer on his way through the shop.
type walk struct {
	t     *testing.T
	dice  *rand.Rand
	talk  *talk.Conversation
	stock map[string]int64 // that there was at first
	plan  []string         // what he means to say next
	did   []string
}

// plans are what customers come for. Something may come between.
var plans = [][]string{
	{"/fill", "crema", "/welcome", "roma", "2 crema", "order", "card", "pay"},
	{"/fill", "mug", "1", "/by_hand", "DE", "Alex Weber, Kastanienallee 7, 10435 Berlin", "post", "order", "staff"},
	{"/fill", "course", "/by_hand", "pay"},
	{"/fill", "course", "/fill", "roma", "/by_hand", "AT", "Alex Weber, Hauptplatz 1, 8010 Graz", "order", "pay", "staff"},
	{"/welcome", "crema", "WELCOME10", "order", "transfer", "DE", "last", "post", "order"},
	{"/welcome", "roma", "GIFT", "9 roma", "order", "card", "DE", "Alex Weber, Kastanienallee 7, 10435 Berlin", "post", "order", "pay"},
	{"/fill", "pin", "yes", "/welcome", "mug", "2", "order"},
	{"/visit", "cupping", "2026-03-05", "10:00"},
	{"/visit", "latte", "2026-03-04 09:10", "yes"},
	{"/later", "2026-03-06", "11:00"},
	{"/drop", "yes"},
	{"/appointments", "1", "move", "2026-03-10 09:00"},
	{"/appointments", "2", "drop", "yes", "done"},
	{"/orders", "1", "done"},
	{"/orders", "2", "cancel_order"},
}

// whims come between.
var whims = []string{"/back", "/back", "/cancel", "/menu", "/orders", "/appointments", "/paysupport", "/mydata", "/guests", "hm", "yes", "no", "1", "3 crema", "0 roma", "order", "tomorrow at 9"}

// step does one thing.
func (w *walk) step() {
	w.t.Helper()
	switch n := w.dice.IntN(100); {
	case n < 60:
		w.follow()
	case n < 66:
		w.says(whims[w.dice.IntN(len(whims))])
	case n < 90:
		button := w.dice.IntN(10)
		w.does(fmt.Sprint("taps ", button), func() ([]talk.Said, error) { return w.talk.TapAny(button) })
	case n < 93:
		w.pay([]talk.PayHow{talk.PayPaid, talk.PayDeclined, talk.PayOther, talk.PayTwice}[w.dice.IntN(4)])
	case n < 95:
		w.staff([]shop.OrderState{shop.Paid, shop.Packed, shop.Sent, shop.Refunded, shop.Cancelled}[w.dice.IntN(5)])
	case n < 97:
		w.talk.Reprice("goods.crema", value.Money(int64(1000+w.dice.IntN(500)), "EUR"))
	default:
		span := []time.Duration{time.Minute, 20 * time.Minute, 3 * time.Hour, 30 * time.Hour, 8 * 24 * time.Hour}[w.dice.IntN(5)]
		w.does("after "+span.String(), func() ([]talk.Said, error) { return w.talk.Pass(flows.Duration{Span: span}) })
	}
}

// follow does the next thing that was planned.
func (w *walk) follow() {
	w.t.Helper()
	if len(w.plan) == 0 {
		w.plan = plans[w.dice.IntN(len(plans))]
	}
	next := w.plan[0]
	w.plan = w.plan[1:]
	switch next {
	case "pay":
		w.pay(talk.PayPaid)
	case "staff":
		w.staff(shop.Paid)
	default:
		w.says(next)
	}
}

func (w *walk) says(words string) {
	w.t.Helper()
	said := w.does("says "+words, func() ([]talk.Said, error) { return w.talk.Say(words) })
	if len(said) == 0 {
		w.fail("nothing is answered")
	}
}

// pay pays the newest invoice, if its order is there.
func (w *walk) pay(how talk.PayHow) {
	w.t.Helper()
	if w.talk.Invoice() == nil {
		return
	}
	for _, o := range w.orders() {
		if o.Number == w.talk.Invoice().Order && (how != talk.PayTwice || len(o.Charges) > 0) {
			w.does("pays: "+string(how), func() ([]talk.Said, error) { return w.talk.Pay(talk.PayTurn{How: how}) })
			return
		}
	}
}

// staff changes the newest order, if that can be.
func (w *walk) staff(to shop.OrderState) {
	w.t.Helper()
	for _, o := range slices.Backward(w.orders()) {
		if o.State == shop.Open || o.State == shop.Expired {
			continue
		}
		if o.StaffMay(to) {
			w.does("staff: "+string(to), func() ([]talk.Said, error) { return w.talk.Staff(string(to), "") })
		}
		return
	}
}

// does does something and looks at what is said to it.
func (w *walk) does(what string, do func() ([]talk.Said, error)) []talk.Said {
	w.t.Helper()
	w.did = append(w.did, what)
	said, err := do()
	if err != nil {
		w.fail(err)
	}
	for _, message := range said {
		if message.Notice || message.Edited {
			continue
		}
		if message.Text == "" && message.Media == nil && message.Invoice == nil || len(utf16.Encode([]rune(message.Text))) > flows.MessageLimit {
			w.fail("a message of ", len(message.Text), " letters")
		}
		w.buttons(message.Buttons)
	}
	return said
}

func (w *walk) buttons(rows [][]flows.PressButton) {
	w.t.Helper()
	n := 0
	for _, row := range rows {
		for _, button := range row {
			if n++; button.Label == "" || len(button.Data) > 64 {
				w.fail("a button ", button)
			}
		}
	}
	if n > 100 {
		w.fail(n, " buttons")
	}
}

func (w *walk) orders() []shop.Order {
	w.t.Helper()
	state, err := w.talk.State()
	if err != nil {
		w.fail(err)
	}
	return state.Contact.Orders
}

// reckon holds the orders against the ledger and the stock.
func (w *walk) reckon() {
	w.t.Helper()
	sold, charged, booked := map[string]int64{}, map[string]int64{}, map[string]int64{}
	for _, o := range w.orders() {
		for _, charge := range o.Charges {
			charged[charge.Currency] += charge.Amount
			if charge.Refunded != 0 {
				charged[charge.Currency] -= charge.Amount
			}
		}
		switch o.State {
		case shop.Placed, shop.Paid, shop.Packed, shop.Sent, shop.Delivered:
			for _, line := range o.Lines {
				sold[line.StockKey()] += line.Quantity
			}
		}
	}
	for _, entry := range w.talk.Ledger {
		if entry.Refund {
			booked[entry.Currency] -= entry.Amount
		} else {
			booked[entry.Currency] += entry.Amount
		}
	}
	for _, currency := range []string{"EUR", "XTR"} {
		if charged[currency] != booked[currency] {
			w.fail("charges of ", charged[currency], " ", currency, ", and ", booked[currency], " in the ledger")
		}
	}
	for key, n := range sold {
		if there, counted := w.stock[key]; counted && n > there {
			w.fail(n, " of ", key, " are sold, and there were ", there)
		}
	}
}

func (w *walk) fail(what ...any) {
	w.t.Helper()
	w.t.Fatalf("%s\nafter %q", fmt.Sprint(what...), w.did)
}
