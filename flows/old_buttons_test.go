package flows_test

import (
	"testing"

	"repartee/flows/shop"
	"repartee/flows/value"
)

// TestOldButtonsMeanTheirOrder presses the button under an order that was shown before another.
func TestOldButtonsMeanTheirOrder(t *testing.T) {
	s := shopperAt(t, "market")
	first, second := s.transfers("Crema"), s.transfers("Crema")
	s.says("/orders", first)
	on, data := s.button("Cancel this order")
	s.taps("all_orders")
	s.says(second)
	s.press(on, data, "cancel_order")
	if s.order(second).State != shop.Placed {
		t.Errorf("the order that was not meant is %s", s.order(second).State)
	}
}

// TestOldButtonsMeanTheirAppointment presses "Yes, cancel it" under one appointment while another is asked about.
func TestOldButtonsMeanTheirAppointment(t *testing.T) {
	s := shopperAt(t, "market")
	s.says("/visit", "Dr Weber", "5 March 2026 10:00", "/cancel", "/visit", "Dr Aydin", "6 March 2026 10:00", "/cancel")
	s.says("/appointments", "1")
	s.taps("Cancel")
	on, data := s.pressable()
	s.says("no", "/appointments", "2")
	s.taps("Cancel")
	s.press(on, data, "yes")
	if b := s.state.Contact.Bookings[1]; b.Item != "aydin" || b.Over {
		t.Errorf("the appointment that was not meant is gone: %v", s.state.Contact.Bookings)
	}
}

// TestPlacedAtTheSumOnTheButton lets a price change between the button that orders and the press on it.
func TestPlacedAtTheSumOnTheButton(t *testing.T) {
	s := shopperAt(t, "market")
	s.fills("Crema")
	s.says("order", "transfer", "Germany", homeTyped, "Post")
	s.facts.Prices = map[string]value.Value{"coffee.crema": value.Money(1990, "EUR")}
	s.taps("buy")
	if all := s.state.Contact.Orders; len(all) > 0 && all[0].State == shop.Placed {
		t.Errorf("an order of %d is placed, and nobody was told", all[0].Totals.Total)
	}
	s.taps("buy")
	if o := s.newest(); o.State != shop.Placed || o.Totals.Goods != 1990 {
		t.Errorf("at the new price the order is %s, of %d", o.State, o.Totals.Goods)
	}
}

// TestOldSumIsNotPlaced presses the button that orders of before the cart was changed.
func TestOldSumIsNotPlaced(t *testing.T) {
	s := shopperAt(t, "market")
	s.fills("Crema")
	s.says("order", "transfer", "Germany", homeTyped, "Post")
	on, data := s.button("buy")
	s.says("/checkout", "3 crema", "order", "transfer", "Germany", homeTyped, "Post")
	s.press(on, data, "buy")
	for _, o := range s.state.Contact.Orders {
		if o.State == shop.Placed {
			t.Errorf("an order of %d is placed by the button of another sum", o.Totals.Total)
		}
	}
}

// TestSharedStock lets two kinds of an item share what is there of it: each has its buttons, and together they are no more than there is.
func TestSharedStock(t *testing.T) {
	s := shopIn(t, bot(t, map[string]string{
		"bot.yaml": "payments: {card: {provider: $CARD_TOKEN}}\n",
		"catalog.yaml": "coffee:\n  items:\n" +
			"    - {id: crema, name: Crema, price: 12.90, stock: 4, variants: {beans: {name: beans}, ground: {name: ground}}}\n",
		"flows/welcome.yaml": "flow: welcome\nstart: {command: buy}\nsteps:\n  - {show: chosen, from: catalog.coffee}\n  - {cart: {add: chosen}}\n  - {id: review, cart: review}\n  - {pay: bought}\n",
	}))
	s.says("/buy", "Crema", "beans", "/buy", "Crema", "ground")
	rows := s.sent[len(s.sent)-1].Buttons
	s.press(len(s.sent), rows[1][len(rows[1])-1].Data, "more of the second line")
	lines := s.state.Session.Cart.Lines
	if lines[0].Quantity != 1 || lines[1].Quantity != 2 {
		t.Errorf("one more of the ground ones makes %d beans and %d ground", lines[0].Quantity, lines[1].Quantity)
	}
	s.says("3 beans", "3 ground", "order")
	var ordered int64
	for _, line := range s.newest().Lines {
		ordered += line.Quantity
	}
	if ordered > 4 {
		t.Error(ordered, "are sold of four")
	}
}
