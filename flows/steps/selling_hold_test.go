package steps_test

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"
	"time"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/steps"
)

// shopper is a customer of the shop under testdata whose stock is what the test says.
type shopper struct {
	t      *testing.T
	engine *flows.Engine
	state  flows.State
	said   []string
	job    *flows.Job // on the stock, that is not answered yet
	inputs int
}

func newShopper(t *testing.T) *shopper {
	t.Helper()
	loaded, found, err := config.LoadDir("testdata/shop", steps.Kinds())
	if err != nil || found.HasErrors() {
		t.Fatal("the shop has errors", err)
	}
	return &shopper{t: t, engine: flows.NewEngine(loaded.Set)}
}

// turn gives the engine an input and keeps what comes of it. It gives the id of the job that sells something, if there is one.
func (s *shopper) turn(in flows.Input) (sells string) {
	s.t.Helper()
	s.inputs++
	in.ID, in.At = strconv.Itoa(s.inputs), time.Date(2026, time.March, 2, 9, s.inputs, 0, 0, time.UTC)
	out, err := s.engine.Turn(s.state, in, flows.Facts{})
	if err != nil {
		s.t.Fatal(err)
	}
	s.state, s.said, s.job = out.State, sentTexts(out), nil
	for _, effect := range out.Effects {
		if job, ok := effect.(flows.Job); ok && job.Stock != nil && job.Stock.Op == flows.StockHold {
			s.job = &job
		} else if ok && job.Stock != nil && job.Stock.Op == flows.StockSell {
			sells = job.ID
		}
	}
	return sells
}

func (s *shopper) says(words ...string) {
	s.t.Helper()
	for _, text := range words {
		s.turn(flows.Input{What: flows.Message, Text: text})
	}
}

// stock answers the hold that is waited for.
func (s *shopper) stock(result flows.StockResult) {
	s.t.Helper()
	if s.job == nil {
		s.t.Fatal("nothing is to be held")
	}
	raw, err := json.Marshal(result)
	if err != nil {
		s.t.Fatal(err)
	}
	s.turn(flows.Input{What: flows.Result, Job: s.job.ID, Result: raw})
}

func (s *shopper) hears(want ...string) {
	s.t.Helper()
	all := strings.Join(s.said, "\n")
	for _, part := range want {
		if !strings.Contains(all, part) {
			s.t.Errorf("want %q in\n%s", part, all)
		}
	}
}

// TestCartIsHeldBeforePaying tells what somebody else was faster with, and shows the cart again.
func TestCartIsHeldBeforePaying(t *testing.T) {
	s := newShopper(t)
	s.says("/welcome", "crema", "2 crema", "order")
	if items := s.job.Stock.Items; len(items) != 1 || items[0].Key != "goods.crema" || items[0].Quantity != 2 {
		t.Fatalf("held is %v", items)
	}
	s.stock(flows.StockResult{Left: map[string]int64{"goods.crema": 1}})
	s.hears("somebody else was faster", "2 × Crema: €25.80 (only 1 left)")
	s.says("1 crema", "order")
	s.stock(flows.StockResult{OK: true})
	s.hears("How would you like to pay?")
}

// TestTransferIsHeldBeforeItIsPlaced makes no order of what is gone.
func TestTransferIsHeldBeforeItIsPlaced(t *testing.T) {
	s := newShopper(t)
	s.says("/fill", "crema", "/by_hand", "Germany", "Alex Weber, Kastanienallee 7, 10435 Berlin", "post")
	s.says("order")
	s.stock(flows.StockResult{Left: map[string]int64{"goods.crema": 0}})
	s.hears("Something in the cart has changed", "Crema: €12.90 (sold out)", "Order none is not made.")
	if orders := s.state.Contact.Orders; len(orders) != 0 {
		t.Errorf("orders are %v", orders)
	}
}

// TestTransferWithoutTheStock asks anew where the stock does not answer.
func TestTransferWithoutTheStock(t *testing.T) {
	s := newShopper(t)
	s.says("/fill", "crema", "/by_hand", "Germany", "Alex Weber, Kastanienallee 7, 10435 Berlin", "post", "order")
	for s.job != nil {
		id := s.job.ID
		s.turn(flows.Input{What: flows.Result, Job: id, Failed: "the store is away"})
		if s.job == nil && len(s.said) == 0 {
			s.turn(flows.Input{What: flows.Wake})
		}
	}
	s.hears("Sorry, something went wrong", "Your order")
	s.says("order")
	s.stock(flows.StockResult{OK: true})
	s.hears("Your order has the number", "Please transfer €17.80")
}

// TestTakenTime offers other times where somebody else was faster, without the one that is taken.
func TestTakenTime(t *testing.T) {
	s := newShopper(t)
	s.says("/visit", "latte art", "tomorrow at 9")
	item := s.job.Stock.Items[0]
	if !strings.HasPrefix(item.Key, "slot.tastings.latte.") || item.Supply != 1 {
		t.Fatalf("held is %v", item)
	}
	s.stock(flows.StockResult{Left: map[string]int64{item.Key: 0}})
	s.hears("that time has just been taken", "Tuesday, 3 March 2026: what time suits you?")
	s.says("9:00")
	s.hears("That time is not free. The nearest is Tuesday, 3 March 2026, 10:30.")
	s.says("yes")
	s.stock(flows.StockResult{OK: true})
	s.hears("Booked: Latte art, Tuesday, 3 March 2026, 10:30.")
	if bookings := s.state.Contact.Bookings; len(bookings) != 1 || bookings[0].Item != "latte" {
		t.Errorf("bookings are %v", bookings)
	}
}

// TestMovedTime keeps the old appointment until the new one is held, and its place in calendars.
func TestMovedTime(t *testing.T) {
	s := newShopper(t)
	s.says("/visit", "cupping", "tomorrow at 9")
	s.stock(flows.StockResult{OK: true})
	first := s.state.Contact.Bookings[0]
	s.says("/later", "tomorrow at 10")
	if b := s.state.Contact.Bookings[0]; b != first {
		t.Errorf("before the new time is held it is %+v", b)
	}
	s.stock(flows.StockResult{OK: true})
	s.hears("Booked: Cupping, Tuesday, 3 March 2026, 10:00.")
	if n := len(s.state.Contact.Bookings); n != 1 {
		t.Fatalf("there are %d appointments", n)
	}
	if moved := s.state.Contact.Bookings[0]; moved.Start != first.Start+3600 || moved.UID != first.UID || moved.Changed != 1 || moved.ID == first.ID {
		t.Errorf("moved is %+v, first was %+v", moved, first)
	}
}

// TestWordsBeforeTheSaleIsSettled goes on with the flow only when the stock has answered, whatever is said meanwhile.
func TestWordsBeforeTheSaleIsSettled(t *testing.T) {
	s := newShopper(t)
	s.says("/fill", "crema", "/welcome", "roma", "order")
	s.stock(flows.StockResult{OK: true})
	s.says("card")
	o := s.state.Contact.Orders[0]
	paid := flows.Money{Charge: shop.Charge{ID: "c1", Amount: o.Totals.Total, Currency: "EUR"}, Own: true}
	sold := s.turn(flows.Input{What: flows.Settled, Order: o.Number, Money: &paid})
	s.hears("Your payment has arrived")
	s.says("thanks")
	s.hears("One moment")
	s.turn(flows.Input{What: flows.Result, Job: sold, Result: []byte(`{"ok":true}`)})
	s.hears("Order " + o.Number + " is paid.")
}

// TestInvoiceThatTelegramRefuses asks for another way to pay; it does not make the next one by itself.
func TestInvoiceThatTelegramRefuses(t *testing.T) {
	s := newShopper(t)
	s.says("/fill", "course", "/by_hand")
	o := s.state.Contact.Orders[0]
	s.turn(flows.Input{What: flows.CheckedOut, Order: o.Number, Refusal: flows.RefusedInvoice})
	if n := len(s.state.Contact.Orders); n != 1 {
		t.Errorf("there are %d orders", n)
	}
	s.hears("Order none is not made.")
}
