package flows_test

import (
	"fmt"
	"strings"

	"repartee/flows/shop"
)

// stateLimit bounds what is kept of one customer, whatever he does.
const stateLimit = 64 << 10

// obeys holds what is kept against what is always so.
func (s *shopper) obeys() {
	s.t.Helper()
	if s.size > stateLimit {
		s.fail("a state of ", s.size, " bytes")
	}
	if used := s.state.Contact.Vouchers["PC"]; used > 1 {
		s.fail("a voucher for once was used ", used, " times")
	}
	for _, b := range s.state.Contact.Bookings {
		if b.ID == "" || b.UID == "" {
			s.fail("an appointment that is not known by anything: ", b)
		}
	}
	if cart := s.state.Session.Cart; cart != nil {
		for _, line := range cart.Lines {
			if line.Quantity < 1 {
				s.fail(line.Quantity, " in the cart")
			}
		}
	}
	for _, o := range s.state.Contact.Orders {
		s.adds(o)
		s.booked(o)
	}
	s.notOversold()
}

// adds: the goods are the sum of the lines, and what is paid by a payment is the total.
func (s *shopper) adds(o shop.Order) {
	s.t.Helper()
	var goods int64
	for _, line := range o.Lines {
		goods += line.Amount()
	}
	if goods != o.Totals.Goods {
		s.fail("goods of ", goods, " in lines, ", o.Totals.Goods, " in sums")
	}
	switch o.State {
	case shop.Paid, shop.Packed, shop.Sent, shop.Delivered:
		if o.Totals.Total == 0 {
			return
		}
		if len(o.Charges) == 0 || o.Charges[0].Amount != o.Totals.Total || o.Charges[0].Refunded != 0 {
			s.fail("order ", o.Number, " of ", o.Totals.Total, " is ", o.State, " with ", o.Charges)
		}
	}
}

// booked: each payment and each refund stands in the ledger.
func (s *shopper) booked(o shop.Order) {
	s.t.Helper()
	for _, charge := range o.Charges {
		if row, ok := s.market.ledger[charge.ID]; !ok || row.Amount != charge.Amount || row.Currency != charge.Currency {
			s.fail("the ledger has ", row, " for ", charge)
		}
		if row, ok := s.market.ledger["refund:"+charge.ID]; ok != (charge.Refunded != 0) || ok && !row.Refund {
			s.fail("the ledger has ", row, " for what was given back of ", charge)
		}
	}
}

// notOversold: nothing is taken that is not there.
func (s *shopper) notOversold() {
	s.t.Helper()
	for key, left := range s.market.left {
		supply := int64(0)
		switch {
		case strings.HasPrefix(key, "slot.staff.aydin"):
			supply = 2
		case strings.HasPrefix(key, "slot."), strings.HasPrefix(key, "voucher."):
			supply = 1
		}
		if left+supply < 0 {
			s.fail(fmt.Sprint(-left), " of ", key, " are taken, and there were ", supply)
		}
	}
}

// comesToRest lets all that is open end: then nothing is held, due, or paid and not had.
func (s *shopper) comesToRest() {
	s.t.Helper()
	s.hurry()
	s.sleeps(40 * day)
	s.obeys()
	if open := len(s.state.Contact.Works); open > 0 {
		s.fail(open, " works do not end")
	}
	if wake := s.state.Wake(); !wake.IsZero() && wake.Before(s.now) {
		s.fail("it is to wake in the past")
	}
	s.market.lapse(s.now)
	for id, h := range s.market.holds {
		if h.state == "held" {
			s.fail("held for ever: ", id)
		}
	}
	for _, kept := range s.market.orders {
		s.ended(kept.Order)
	}
	s.appointed()
}

// ended: an order comes to an end; what is paid is sold, what is not paid is not, and Stars that are due are given back.
func (s *shopper) ended(o shop.Order) {
	s.t.Helper()
	sold := s.market.holds[o.Hold].state == "sold"
	switch o.State {
	case shop.Open, shop.Placed:
		s.fail("order ", o.Number, " stays ", o.State)
	case shop.Paid, shop.Packed, shop.Sent, shop.Delivered:
		if o.Hold != "" && !sold {
			s.fail("order ", o.Number, " is ", o.State, " and nothing is sold")
		}
	case shop.Cancelled, shop.Expired:
		if o.Hold != "" && sold && !s.shared(o) {
			s.fail("order ", o.Number, " is ", o.State, " and what it had is sold")
		}
	}
	for _, charge := range o.Charges {
		if charge.Due && charge.Currency == "XTR" && charge.Refunded == 0 {
			s.fail("Stars of order ", o.Number, " are not given back")
		}
	}
}

// shared tells whether another order was made of the same hold.
func (s *shopper) shared(o shop.Order) bool {
	for _, other := range s.market.orders {
		if other.Number != o.Number && other.Hold == o.Hold {
			return true
		}
	}
	return false
}

// appointed: a time is sold exactly where there is an appointment at it.
func (s *shopper) appointed() {
	s.t.Helper()
	sold := map[string]bool{}
	for id, h := range s.market.holds {
		for key := range h.items {
			if h.state == "sold" && strings.HasPrefix(key, "slot.") {
				sold[id] = true
			}
		}
	}
	for _, b := range s.state.Contact.Bookings {
		if sold[b.ID] == b.Over {
			s.fail("an appointment of which the time is sold: ", sold[b.ID], ", over: ", b.Over)
		}
		delete(sold, b.ID)
	}
	if len(sold) > 0 {
		s.fail(len(sold), " times are sold to nobody")
	}
}
