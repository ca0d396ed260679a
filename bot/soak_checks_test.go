package bot_test

import (
	"repartee/bot/telegram/telegramtest"
	"repartee/flows/shop"
	"repartee/internal/app"
)

// soaked is what a soak has left, when nothing is to be done any more.
type soaked struct {
	*soak
	made []app.Order
	list []shop.Entry
	rows map[string]shop.Entry // the same, by id
}

// orders are all that were made.
func (s *soak) orders() []app.Order {
	s.Helper()
	orders, err := s.till.Orders(s.Context())
	if err != nil {
		s.Fatal(err)
	}
	return orders
}

// checked checks all that must hold of a shop at rest.
func (s *soak) checked() {
	s.Helper()
	left := soaked{soak: s, made: s.orders(), list: s.ledger(), rows: map[string]shop.Entry{}}
	for _, row := range left.list {
		left.rows[row.ID] = row
		s.note("row %s", encodeJSON(s, row))
	}
	states := map[shop.OrderState]int{}
	for _, o := range left.made {
		states[o.State]++
		s.note("order %s", encodeJSON(s, o))
	}
	s.Logf("%d payments, %d rows, orders %v", len(s.server.Charges()), len(left.list), states)
	for _, charge := range s.server.Charges() {
		left.moneyIsBooked(charge)
	}
	left.debtIsRemembered()
	codes := map[string]string{}
	for _, o := range left.made {
		left.orderIsSettled(o)
		left.codesAreUnique(o, codes)
	}
	left.stockAddsUp()
	left.tillVerifies()
	s.nothingDied()
	s.underwayIsKnown()
}

// moneyIsBooked: all money that has moved is in the ledger. Stars are given back at Telegram and in the ledger, or in neither; a payment too many is given back.
func (s soaked) moneyIsBooked(c telegramtest.Charge) {
	s.Helper()
	row, booked := s.rows[c.ID]
	if !booked || row.Amount != c.Amount || row.Currency != c.Currency {
		s.Errorf("charge %+v is booked as %+v", c, row)
	}
	if c.Currency != "XTR" {
		return // staff give it back where it was paid
	}
	if row.Extra && !c.Refunded {
		s.Errorf("charge %+v was one too many and is not given back", c)
	}
	if _, back := s.rows["refund:"+c.ID]; back != c.Refunded {
		s.Errorf("charge %+v is given back at Telegram: %v, in the ledger: %v", c, c.Refunded, back)
	}
}

// debtIsRemembered: as long as staff are to give back a payment too many, its order is not erased with its customer.
func (s soaked) debtIsRemembered() {
	s.Helper()
	forgotten := map[string]bool{}
	for _, o := range s.made {
		forgotten[o.Number] = o.Forgotten
	}
	for _, row := range s.list {
		_, back := s.rows["refund:"+row.ID]
		if row.Extra && !row.Refund && !back && forgotten[row.Order] {
			s.Errorf("%+v is to be given back, and its order is forgotten", row)
		}
	}
}

// orderIsSettled: no order waits for money for ever, Stars that are due to a customer are given back, and whoever has paid for digital goods was given them.
func (s soaked) orderIsSettled(o app.Order) {
	s.Helper()
	if o.State == shop.Open || o.State == shop.Placed {
		s.Errorf("order %s is still %s", o.Number, o.State)
	}
	for _, c := range o.Charges {
		if c.Due && c.Refunded == 0 && c.Currency == "XTR" {
			s.Errorf("order %s is %s, and its charge %+v is not given back", o.Number, o.State, c)
		}
	}
	for _, line := range o.Lines {
		if line.Digital && isSold(o) && len(o.Grants) == 0 {
			s.Errorf("order %s is %s and nothing was given: %+v", o.Number, o.State, line)
		}
	}
}

// isSold tells whether the goods of an order are the customer's.
func isSold(o app.Order) bool {
	switch o.State {
	case shop.Paid, shop.Packed, shop.Sent, shop.Delivered:
		return true
	}
	return false
}

// codesAreUnique: no code is given twice. The map is of all codes so far and the orders they belong to.
func (s soaked) codesAreUnique(o app.Order, codes map[string]string) {
	s.Helper()
	for _, grant := range o.Grants {
		for _, code := range grant.Codes {
			if other, given := codes[code]; given {
				s.Errorf("code %s was given for order %s and for order %s", code, other, o.Number)
			}
			codes[code] = o.Number
		}
	}
}

// stockAddsUp: nothing is sold twice, and nothing is lost. What was sold and refunded may be back on the shelf or not, as staff said; what was in an order that is
// forgotten is not known.
func (s soaked) stockAddsUp() {
	s.Helper()
	for key, there := range soakStock() {
		left, sold, unknown := s.left(key), int64(0), int64(0)
		for _, o := range s.made {
			switch {
			case o.Forgotten && (o.State == shop.Delivered || o.State == shop.Refunded):
				unknown += there
			case o.State == shop.Refunded:
				unknown += held(o, key)
			case isSold(o) && o.Hold != "":
				sold += held(o, key)
			}
		}
		if n := left + sold; n > there || n+unknown < there {
			s.Errorf("%s: %d were there, %d are left, %d sold, and of %d at most it is not known", key, there, left, sold, unknown)
		}
	}
}

// held is how much of something an order holds.
func held(o app.Order, key string) (n int64) {
	for _, h := range o.Held() {
		if h.Key == key {
			n += h.Quantity
		}
	}
	return n
}

// tillVerifies: ledger and orders say the same, as staff would be told.
func (s soaked) tillVerifies() {
	s.Helper()
	r, err := s.till.Verify(s.Context())
	if err != nil {
		s.Fatal(err)
	}
	for _, d := range r.Differences {
		s.Errorf("the till finds: %s", d)
	}
}
