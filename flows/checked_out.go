package flows

import (
	"slices"

	"repartee/flows/shop"
)

// checkedOut is told that a payment was approved or refused before it was made.
func (t *Turn) checkedOut() Move {
	o := t.Order(t.in.Order)
	switch {
	case o == nil:
		return Wait()
	case o.State == shop.Expired && t.in.Refusal == RefusedExpired && t.sellingAt(o) != nil: // its time was over before the customer tried
		t.SayFormatted(t.orderPhrase("refused_expired", o))
		return t.onWith(o)
	case o.State != shop.Open:
		return Wait()
	case t.in.Refusal == "":
		o.Look = t.in.At.Add(lookTime).Unix()
		return Wait()
	}
	flow, step := t.madeAt(o)
	t.events = append(t.events, Event{Name: Declined, Flow: flow, Step: step, Detail: string(t.in.Refusal)})
	switch t.in.Refusal {
	case RefusedPrice, RefusedSoldOut, RefusedExpired, RefusedInvoice:
		if slices.Contains(t.in.Approved, o.Number) {
			return Wait() // another try was approved meanwhile
		}
		t.setOrder(o, shop.Expired)
		t.Told(t.in.Left)
		if t.in.Refusal == RefusedSoldOut && !lacks(o, t.in.Left) { // it was the voucher, which has been said
			return t.onWith(o)
		}
		t.SayFormatted(t.orderPhrase("refused_"+string(t.in.Refusal), o))
		return t.onWith(o)
	case RefusedPayer, RefusedBusy, RefusedPaid:
		return Wait() // the customer himself is not concerned
	}
	t.SayFormatted(t.orderPhrase("refused_"+string(t.in.Refusal), o))
	return Wait()
}

// lacks tells whether there is too little of something that is ordered; where nothing is known of it, it is so.
func lacks(o *shop.Order, left map[string]int64) bool {
	return len(left) == 0 || slices.ContainsFunc(o.Lines, func(l shop.Line) bool {
		_, too := left[l.StockKey()]
		return too
	})
}

// dueOrders looks at orders whose time has come: a payment that was approved and did not come, an invoice or a transfer whose time is over.
func (t *Turn) dueOrders() (Move, bool) {
	for i := range t.state.Contact.Orders {
		o := &t.state.Contact.Orders[i]
		if at := o.Due(); at == 0 || at > t.in.At.Unix() {
			continue
		}
		switch {
		case o.Look != 0 && o.State == shop.Open && o.Expires > t.in.At.Unix():
			o.Look = 0
			if move, ok := t.stillToPay(o); ok {
				return move, true
			}
		case slices.Contains(t.in.Approved, o.Number):
			o.Look = t.in.At.Add(lookTime).Unix()
		case o.State == shop.Open:
			t.setOrder(o, shop.Expired)
		default:
			if calm := t.set.quiet.Next(t.in.At, t.locale.Zone); calm.After(t.in.At) {
				o.Look = calm.Unix()
				continue
			}
			t.setOrder(o, shop.Cancelled)
			t.release(o)
			t.SayFormatted(t.orderPhrase("order_not_paid", o))
			return t.onWith(nil), true
		}
	}
	return Move{}, false
}

// stillToPay tells the customer that a payment has not come, where he waits for that.
func (t *Turn) stillToPay(o *shop.Order) (Move, bool) {
	if t.sellingAt(o) == nil {
		return Move{}, false
	}
	t.SayFormatted(t.orderPhrase("payment_missing", o))
	return t.askAgain(), true
}
