package flows_test

import (
	"fmt"
	"time"

	"repartee/flows"
	"repartee/flows/shop"
)

// home is where the shopper has things sent.
var home = shop.Address{Name: "Alex", Country: "DE", City: "Berlin", Line1: "Kastanienallee 7", PostCode: "10435"}

const homeTyped = "Alex Weber, Kastanienallee 7, 10435 Berlin"

// invoiced is the order of the newest invoice.
func (s *shopper) invoiced() string {
	s.t.Helper()
	if len(s.invoices) == 0 {
		s.fail("there is no invoice")
	}
	return s.invoices[len(s.invoices)-1].Order
}

// money is a payment of an order as Telegram's form makes it, with the first way of shipping.
func (s *shopper) money(number, charge string) *flows.Money {
	o := s.market.orders[number]
	m := &flows.Money{Own: true, Charge: shop.Charge{ID: charge, Payer: 1, Amount: o.Totals.Total, Currency: o.Totals.Currency}}
	if len(o.Ways) == 0 || o.Way != "" {
		return m
	}
	if ways := s.engine.Set().ShippingWays(o.Order, home); len(ways) > 0 {
		m.Way, m.Address = ways[0].ID, &home
		m.Charge.Amount += ways[0].Prices[0].Amount
	}
	return m
}

// checksOut presses Pay; told: the talk hears what came of it.
func (s *shopper) checksOut(number string, told bool) flows.Refusal {
	s.t.Helper()
	m := s.money(number, "")
	s.now = s.now.Add(time.Second)
	s.facts.Stock = s.market.left
	q := flows.CheckoutQuery{Currency: m.Charge.Currency, Total: m.Charge.Amount, Way: m.Way, Address: m.Address, At: s.now}
	refusal, left := s.market.approve(s.engine.Set(), number, q, s.facts)
	s.note("$ checks out ", number, " ", refusal)
	if told {
		s.input(flows.Input{What: flows.CheckedOut, Order: number, Refusal: refusal, Left: left})
	}
	return refusal
}

// settles lets a payment come.
func (s *shopper) settles(number, charge string, own bool) []string {
	s.t.Helper()
	m := s.money(number, charge)
	m.Own = own
	s.note("$ settled ", number, " by ", charge, ", own: ", own)
	return s.input(flows.Input{What: flows.Settled, Order: number, Money: m})
}

// pays pays the newest invoice.
func (s *shopper) pays() []string {
	s.t.Helper()
	number := s.invoiced()
	if refusal := s.checksOut(number, true); refusal != "" {
		s.fail("the payment is refused: ", refusal)
	}
	return s.settles(number, fmt.Sprint("charge.", s.turns), true)
}

// staff say what became of an order.
func (s *shopper) staff(number, event string) []string {
	s.t.Helper()
	s.note("& staff: ", number, " ", event)
	kept := s.market.orders[number].Order
	return s.input(flows.Input{What: flows.Staffed, Order: number, Event: event, Kept: &kept})
}

// order is an order as the store has it.
func (s *shopper) order(number string) shop.Order { return s.market.orders[number].Order }

// newest is the order that was made last, as the state has it.
func (s *shopper) newest() shop.Order {
	s.t.Helper()
	all := s.state.Contact.Orders
	if len(all) == 0 {
		s.fail("there is no order")
	}
	return all[len(all)-1]
}

// fills puts something into the cart and looks at it.
func (s *shopper) fills(items ...string) {
	s.t.Helper()
	for _, item := range items {
		if item == "Course" {
			s.says("/course", item)
		} else {
			s.says("/buy", item)
		}
	}
	s.says("/checkout")
}

// transfers orders something by transfer, and gives the number of the order.
func (s *shopper) transfers(item string) string {
	s.t.Helper()
	s.fills(item)
	s.says("order", "transfer", "Germany", homeTyped, "Post")
	s.taps("buy")
	s.says("/cancel")
	return s.newest().Number
}

// bills puts something into the cart up to the invoice, and gives the number of its order.
func (s *shopper) bills(item string) string {
	s.t.Helper()
	s.fills(item)
	s.says("order")
	if item != "Course" {
		s.says("card")
	}
	return s.invoiced()
}

// pressable is the first button of the newest message.
func (s *shopper) pressable() (on int, data string) {
	return len(s.sent), s.sent[len(s.sent)-1].Buttons[0][0].Data
}

// at is the question that is open.
func (s *shopper) at() string {
	frames := s.state.Session.Frames
	if len(frames) == 0 {
		return ""
	}
	return frames[len(frames)-1].Step
}
