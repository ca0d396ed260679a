package flows

import (
	"slices"

	"repartee/flows/shop"
	"repartee/flows/value"
)

// giveBack sees to it that a payment is given back: Telegram does it for Stars, staff do it where a provider or a bank has the money.
func (t *Turn) giveBack(o *shop.Order, n int) {
	if n >= len(o.Charges) || o.Charges[n].Refunded != 0 {
		return
	}
	o.Charges[n].Due = true
	t.wrote(o)
	if c := o.Charges[n]; c.Currency == stars && !t.beingGivenBack(c.ID) {
		t.work(Work{Order: o.Number, Back: &RefundJob{Charge: c.ID, Payer: c.Payer}})
	}
}

// gaveBack books that a payment was given back.
func (t *Turn) gaveBack(number, charge string) Move {
	o := t.Order(number)
	if o == nil {
		return t.gaveBackUnknown(number)
	}
	n := slices.IndexFunc(o.Charges, func(c shop.Charge) bool { return c.ID == charge })
	switch {
	case n < 0 && t.in.Money != nil:
		return t.gaveBackUnknown(number)
	case n < 0 || o.Charges[n].Refunded != 0:
		return Wait()
	}
	c := &o.Charges[n]
	c.Refunded, c.Due = t.in.At.Unix(), false
	t.book(o, *c, true)
	t.wrote(o)
	flow, step := t.madeAt(o)
	back := Event{Name: GaveMoneyBack, Flow: flow, Step: step, Value: plainMoney(c.Amount, c.Currency)}
	if c.Extra {
		back.Detail = "extra"
	}
	t.events = append(t.events, back)
	if c.Extra || !shop.CanBecome(o.State, shop.Refunded) {
		t.SayFormatted(t.Phrase("money_back", map[string]value.Value{"amount": value.Text(t.money(c.Amount, c.Currency)), "order": t.orderValue(o)}))
		return t.onWith(nil)
	}
	return t.refunded(o)
}

// gaveBackUnknown books that a payment was given back of an order that nobody knows any more.
func (t *Turn) gaveBackUnknown(number string) Move {
	if t.in.Money == nil {
		return Wait()
	}
	c := t.in.Money.Charge
	c.Extra = true
	t.book(&shop.Order{Number: number, Method: shop.MethodOf(c.Currency)}, c, true)
	return Wait()
}

// refunded ends an order whose payment was given back. What was not sent yet is there for others again.
func (t *Turn) refunded(o *shop.Order) Move {
	if o.Hold != "" && (o.State == shop.Paid || o.State == shop.Packed) {
		t.work(Work{Order: o.Number, Stock: &StockJob{Op: StockReturn, Hold: o.Hold}})
	}
	t.setOrder(o, shop.Refunded)
	t.SayFormatted(t.orderPhrase("order_refunded", o))
	t.befell("order_" + string(shop.Refunded))
	return t.onWith(nil)
}

// MoneyOnItsWay tells of a payment that was approved and is to come, of one whose goods are just being taken out of the stock, or of one that is to be given back.
func (t *Turn) MoneyOnItsWay() bool {
	owed := func(c shop.Charge) bool { return c.Due && c.Refunded == 0 }
	underWay := func(o shop.Order) bool { return t.UnderWay(&o) || slices.ContainsFunc(o.Charges, owed) }
	atWork := func(w Work) bool { return w.Back != nil || w.Order != "" && w.Stock.Op == StockSell }
	return len(t.in.Approved) > 0 || slices.ContainsFunc(t.state.Contact.Orders, underWay) || slices.ContainsFunc(t.state.Contact.Works, atWork)
}

// beingGivenBack tells whether Telegram is giving a payment back.
func (t *Turn) beingGivenBack(charge string) bool {
	return slices.ContainsFunc(t.state.Contact.Works, func(w Work) bool { return w.Back != nil && w.Back.Charge == charge })
}

// owesStars lets Telegram give back what is due in Stars and is not on its way; false where nothing is.
func (t *Turn) owesStars(o *shop.Order) (owes bool) {
	for n, c := range o.Charges {
		if c.Due && c.Refunded == 0 && c.Currency == stars {
			t.giveBack(o, n)
			owes = true
		}
	}
	return owes
}
