package flows

import (
	"slices"

	"repartee/flows/expr"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// Selling is a body that rests until an order is paid.
type Selling interface {
	Asking
	// Sold is told that the order was paid, or is over, and says where the talk goes on. Why it is over has been said.
	Sold(t *Turn, o *shop.Order) Move
}

// Order finds an order by its number; nil where the state has it no longer.
func (t *Turn) Order(number string) *shop.Order {
	for i := range t.state.Contact.Orders {
		if t.state.Contact.Orders[i].Number == number {
			return &t.state.Contact.Orders[i]
		}
	}
	return nil
}

// adopt takes an order that the store has and the state has no longer.
func (t *Turn) adopt() {
	if kept := t.in.Kept; kept != nil && kept.Number == t.in.Order && t.Order(kept.Number) == nil {
		t.state.Contact.Orders = slices.Insert(t.state.Contact.Orders, 0, cloneOrders([]shop.Order{*kept})...)
	}
}

// Orders are those that were made and not taken back, the newest first.
func (t *Turn) Orders() []shop.Order {
	var orders []shop.Order
	for _, o := range slices.Backward(t.state.Contact.Orders) {
		if counts(&o) {
			orders = append(orders, o)
		}
	}
	return orders
}

// counts tells of an order in the customer's sense: placed or paid, and not cancelled.
func counts(o *shop.Order) bool {
	return o.State != shop.Open && o.State != shop.Expired && o.State != shop.Cancelled
}

// wrote notes that an order was changed, for the store.
func (t *Turn) wrote(o *shop.Order) {
	if !slices.Contains(t.written, o.Number) {
		t.written = append(t.written, o.Number)
	}
}

// changedOrders are those that the turn has made or changed.
func (t *Turn) changedOrders() []shop.Order {
	var orders []shop.Order
	for _, number := range t.written {
		if o := t.Order(number); o != nil {
			orders = append(orders, *o)
		}
	}
	return orders
}

func (t *Turn) setOrder(o *shop.Order, to shop.OrderState) {
	if n := t.state.Contact.Vouchers[o.Voucher]; n > 0 && counts(o) && (to == shop.Cancelled || to == shop.Short) {
		t.state.Contact.Vouchers[o.Voucher] = n - 1 // it can be used again
	}
	o.State, o.Changed, o.Look = to, t.in.At.Unix(), 0
	t.wrote(o)
	flow, step := t.madeAt(o)
	t.events = append(t.events, Event{Name: OrderChanged, Flow: flow, Step: step, Detail: string(to)})
}

// beingPaid tells whether a payment for an order of a cart is under way.
func (t *Turn) beingPaid(cart string) bool { return t.orderBeingPaid(cart) != nil }

func (t *Turn) orderBeingPaid(cart string) *shop.Order {
	for i := range t.state.Contact.Orders {
		o := &t.state.Contact.Orders[i]
		if o.State == shop.Open && o.Cart == cart && cart != "" && t.UnderWay(o) {
			return o
		}
	}
	return nil
}

// sold tells whether an order of a cart was made for good: its hold must not be used again.
func (t *Turn) sold(cart string) bool {
	return slices.ContainsFunc(t.state.Contact.Orders, func(o shop.Order) bool { return o.Cart == cart && counts(&o) })
}

// closeOrders ends the invoices of a cart that are not paid, but one: something else is to be paid now. One that is being paid stays.
func (t *Turn) closeOrders(cart, but string) {
	for i := range t.state.Contact.Orders {
		o := &t.state.Contact.Orders[i]
		if o.State == shop.Open && o.Cart == cart && cart != "" && o.Number != but && !t.UnderWay(o) {
			t.setOrder(o, shop.Expired)
		}
	}
}

// UnderWay tells whether a payment of an open order was approved and may come any moment.
func (t *Turn) UnderWay(o *shop.Order) bool {
	return o.State == shop.Open && (o.Look > t.in.At.Unix() || slices.Contains(t.in.Approved, o.Number))
}

// CancelOrder takes back an order that is not paid; false where that cannot be, as a payment is under way.
func (t *Turn) CancelOrder(o *shop.Order) bool {
	if !shop.CanBecome(o.State, shop.Cancelled) || t.UnderWay(o) {
		return false
	}
	t.setOrder(o, shop.Cancelled)
	t.release(o)
	return true
}

func (t *Turn) release(o *shop.Order) {
	if o.Hold != "" {
		if cart := t.state.Session.Cart; cart != nil && cart.ID == o.Hold { // as in changeCart
			cart.ID, cart.Held = "", 0
			t.keepCart(cart)
		}
		t.work(Work{Order: o.Number, Stock: &StockJob{Op: StockRelease, Hold: o.Hold}})
	}
}

// KeepOrder keeps an order under a field: .number .total .items .state.
func (t *Turn) KeepOrder(field string, o *shop.Order) {
	t.Keep(field, t.Worked(t.orderValue(o)))
}

// orderValue is an order as expressions read it, with its items as the catalog has them now.
func (t *Turn) orderValue(o *shop.Order) value.Value {
	items := make([]value.Value, len(o.Lines))
	for i, line := range o.Lines {
		item, _ := t.itemNow(line.Catalog, line.Item)
		items[i] = lineValue(line, item)
	}
	parts := map[string]value.Value{
		"number": value.Text(o.Number), "state": value.Text(string(o.State)), "items": value.List(items...),
		"total": value.Money(o.Totals.Total, o.Totals.Currency), "date": value.Locale{Zone: t.locale.Zone, Now: unix(o.At)}.Today(),
	}
	if o.Payment != "" {
		parts["payment"] = value.Text(o.Payment)
	}
	if o.Way != "" {
		parts["shipping"] = value.Text(t.set.wayLabel(o.Way, t.locale.Language))
	}
	return value.Record(parts)
}

// orderNow gives a kept order as it is now.
func (t *Turn) orderNow(kept value.Value) value.Value {
	if o := t.Order(kept.Field("number").AsText()); o != nil {
		return t.orderValue(o)
	}
	return kept
}

// orderPhrase is a phrase about an order, as {{ order.number }}.
func (t *Turn) orderPhrase(id string, o *shop.Order) expr.Formatted {
	return t.Phrase(id, map[string]value.Value{"order": t.orderValue(o)})
}

// OrderStateText is the state of an order in the customer's words.
func (t *Turn) OrderStateText(o *shop.Order) string { return t.phrase("state_" + string(o.State)).Text }

// SayPayment tells how an order is paid outside of Telegram.
func (t *Turn) SayPayment(o *shop.Order) {
	p := t.set.payment(o.Payment)
	if p == nil || p.Text.Empty() {
		return
	}
	t.with(map[string]value.Value{"order": t.orderValue(o)}, func() { t.Say(&p.Text) })
}

// retainOrders forgets what is too old to be kept in the state: the store has it. What is still to be paid, or to be given back, stays.
func (t *Turn) retainOrders() {
	orders := t.state.Contact.Orders
	for extra := len(orders) - ordersKept; extra > 0; extra-- {
		i := slices.IndexFunc(orders, func(o shop.Order) bool { return !counts(&o) && !t.pending(&o) })
		if i < 0 {
			i = slices.IndexFunc(orders, func(o shop.Order) bool { return !t.pending(&o) })
		}
		if i < 0 {
			break
		}
		orders = slices.Delete(orders, i, i+1)
	}
	t.state.Contact.Orders = orders
}

// pending tells whether something is still to be done or written for an order.
func (t *Turn) pending(o *shop.Order) bool {
	number := o.Number
	if o.Due() != 0 || slices.ContainsFunc(o.Charges, func(c shop.Charge) bool { return c.Due }) {
		return true
	}
	return slices.Contains(t.written, number) || slices.ContainsFunc(t.state.Contact.Works, func(w Work) bool { return w.Order == number })
}

// forgetAgain keeps nothing of somebody who was forgotten, once what staff had to do about his orders is done.
func (t *Turn) forgetAgain() {
	c := &t.state.Contact
	if c.Since != 0 || len(c.Orders) == 0 || len(c.Works) > 0 || t.in.Customer() {
		return
	}
	t.forget = !slices.ContainsFunc(c.Orders, func(o shop.Order) bool { return !o.Done() })
}
