package flows

import (
	"slices"

	"repartee/flows/shop"
)

// settled books a payment. The first of an order that can be paid makes it paid; any other is given back.
func (t *Turn) settled() Move {
	money := t.in.Money
	if money == nil {
		return Wait()
	}
	o := t.Order(t.in.Order)
	if o == nil {
		return t.settledUnknown(money)
	}
	if slices.ContainsFunc(o.Charges, func(c shop.Charge) bool { return c.ID == money.Charge.ID }) {
		return Wait()
	}
	if !money.Own || len(o.Lines) == 0 || o.State != shop.Open && o.State != shop.Expired || t.soldElsewhere(o) || !covers(money, *o) {
		return t.tooMuch(o, money.Charge)
	}
	charge := money.Charge
	charge.At = t.in.At.Unix()
	t.book(o, charge, false)
	o.Charges = slices.Insert(o.Charges, 0, charge)
	t.takeForm(o, money)
	t.bought(o)
	return t.paid(o)
}

// covers tells whether a payment is what the order costs, with the way that was chosen in Telegram's form: that was asked about before the payment, and never comes
// otherwise from there. More is a tip.
func covers(money *Money, o shop.Order) bool {
	if money.Way != "" {
		if chosen, ok := chooseWay(o, money.Way); ok {
			o = chosen
		}
	}
	return money.Charge.Currency == o.Totals.Currency && money.Charge.Amount >= o.Totals.Total
}

// soldElsewhere tells whether what an order was made of has been bought by another order: its stock was held for one of them.
func (t *Turn) soldElsewhere(o *shop.Order) bool {
	return o.Cart != "" && slices.ContainsFunc(t.state.Contact.Orders, func(other shop.Order) bool {
		return other.Number != o.Number && other.Cart == o.Cart && counts(&other)
	})
}

// settledUnknown books a payment of an order that nobody knows: it is given back.
func (t *Turn) settledUnknown(money *Money) Move {
	charge := money.Charge
	t.state.Contact.Orders = append(t.state.Contact.Orders, shop.Order{
		Number: t.in.Order, State: shop.Cancelled, At: t.in.At.Unix(), Method: shop.MethodOf(charge.Currency), Language: t.locale.Language,
		Totals: shop.Totals{Currency: charge.Currency, Total: charge.Amount},
	})
	return t.tooMuch(&t.state.Contact.Orders[len(t.state.Contact.Orders)-1], charge)
}

// tooMuch gives back a payment that is not the order's.
func (t *Turn) tooMuch(o *shop.Order, charge shop.Charge) Move {
	charge.At, charge.Extra = t.in.At.Unix(), true
	t.book(o, charge, false)
	o.Charges = append(o.Charges, charge)
	t.wrote(o)
	t.SayFormatted(t.orderPhrase("order_paid_twice", o))
	t.giveBack(o, len(o.Charges)-1)
	return t.onWith(nil)
}

// takeForm notes what was chosen in Telegram's form: the way, the address and the tip.
func (t *Turn) takeForm(o *shop.Order, money *Money) {
	if money.Address != nil {
		o.Address = money.Address
	}
	if money.Way != "" {
		if chosen, ok := chooseWay(*o, money.Way); ok {
			*o = chosen
		}
	}
	paid := o.Charges[0].Amount
	if rest := paid - o.Totals.Total; rest > 0 {
		o.Totals = o.Totals.WithTip(rest)
	}
}

// paid does what follows on the payment of an order, and goes on. Where others could have had the stock, the flow waits until it is his for good.
func (t *Turn) paid(o *shop.Order) Move {
	given := t.markPaid(o)
	if !given && t.sellingAt(o) != nil {
		return Wait()
	}
	return t.onWith(o)
}

// markPaid makes an order paid. The customer gets the receipt at once; what is digital is given when the stock is his for good: now, or by fulfil.
func (t *Turn) markPaid(o *shop.Order) (given bool) {
	t.setOrder(o, shop.Paid)
	t.event(Settles, nil, o.Payment)
	last := &t.events[len(t.events)-1]
	last.Flow, last.Step = t.madeAt(o)
	last.Value = plainMoney(o.Totals.Total, o.Totals.Currency)
	t.SayFormatted(t.receipt(o))
	if o.Hold == "" {
		t.give(o)
		return true
	}
	t.work(Work{Order: o.Number, Stock: &StockJob{Op: StockSell, Hold: o.Hold, Items: o.Held()}})
	return false
}

// fulfil gives the customer what he has paid, and goes on where the flow has waited for that.
func (t *Turn) fulfil(o *shop.Order) Move {
	if !counts(o) || o.State == shop.Refunded || o.State == shop.Short || len(o.Charges) > 0 && t.beingGivenBack(o.Charges[0].ID) {
		return Wait() // it is over, or about to be
	}
	said := len(t.effects)
	t.give(o)
	if len(t.effects) == said && t.sellingAt(o) == nil {
		return Wait()
	}
	return t.onWith(o)
}

// give grants what is digital, and lets what waits for the payment go on.
func (t *Turn) give(o *shop.Order) {
	t.grant(o)
	t.wrote(o)
	t.deliver(o)
	t.befell("order_" + string(shop.Paid))
}

// book writes a row of the ledger: that a payment came, or was given back.
func (t *Turn) book(o *shop.Order, c shop.Charge, back bool) {
	e := shop.Entry{ID: c.ID, Order: o.Number, At: t.in.At.Unix(), Refund: back, Amount: c.Amount, Currency: c.Currency, Method: o.Method, Extra: c.Extra}
	if back {
		e.ID = "refund:" + c.ID
	}
	t.ledger = append(t.ledger, e)
}

// sellingAt is the body on top that rests for an order; nil where the talk stands elsewhere.
func (t *Turn) sellingAt(o *shop.Order) Selling {
	if len(t.state.Session.Frames) == 0 {
		return nil
	}
	frame := t.frame()
	step := t.set.step(frame.Flow, frame.Step)
	if step == nil || frame.Job != "" || frame.Paying == nil || frame.Paying.Order != o.Number {
		return nil
	}
	body, _ := step.Body.(Selling)
	if body != nil {
		t.step = step
	}
	return body
}

// onWith goes on after something about an order was said: with the step that rests for it, else the open question comes again, if the customer is about to
// answer it.
func (t *Turn) onWith(o *shop.Order) Move {
	if t.still {
		return Wait()
	}
	if o != nil {
		if body := t.sellingAt(o); body != nil {
			return body.Sold(t, o)
		}
	}
	if q, lost := t.question(); q == nil || lost || t.in.At.Sub(unix(t.state.Contact.Heard)) > visitGap {
		return Wait()
	}
	t.SayPhrase("returning")
	return t.askAgain()
}
