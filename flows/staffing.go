package flows

import (
	"slices"

	"repartee/flows/shop"
)

// staffed takes what staff say of an order.
func (t *Turn) staffed() Move {
	o, to := t.Order(t.in.Order), shop.OrderState(t.in.Event)
	switch {
	case o == nil:
		return Wait()
	case t.in.Event == MoneyReturned:
		return t.returnedByStaff(o)
	case to == shop.Refunded && t.owesStars(o):
		return Wait()
	case !o.StaffMay(to):
		return Wait()
	}
	switch to {
	case shop.Refunded:
		return t.refundedByStaff(o)
	case shop.Paid:
		return t.paidByStaff(o)
	case shop.Cancelled:
		if !t.CancelOrder(o) {
			return Wait()
		}
		t.SayFormatted(t.orderPhrase("order_cancelled", o))
	default:
		t.setOrder(o, to)
		t.SayFormatted(t.orderPhrase("order_"+string(to), o))
		t.befell("order_" + string(to))
	}
	if t.in.Text != "" {
		t.SayPlain(t.in.Text)
	}
	return t.onWith(nil)
}

// MoneyReturned is the event of a Staffed by which staff tell that they have given back payments which were too many.
const MoneyReturned = "returned"

// returnedByStaff notes that staff have given back, at the provider, what was due.
func (t *Turn) returnedByStaff(o *shop.Order) Move {
	move := Wait()
	t.owesStars(o)
	note := t.in.Text
	for n := range o.Charges {
		if c := o.Charges[n]; c.Due && c.Refunded == 0 && c.Currency != stars {
			if note != "" {
				t.SayPlain(note)
				note = ""
			}
			move = t.gaveBack(o.Number, c.ID)
		}
	}
	return move
}

// paidByStaff notes that money came outside of Telegram, or that staff have found what an order was short of: that is not in the stock.
func (t *Turn) paidByStaff(o *shop.Order) Move {
	short := o.State == shop.Short
	if short && (len(o.Charges) == 0 || o.Charges[0].Refunded != 0 || t.beingGivenBack(o.Charges[0].ID)) {
		return Wait()
	}
	if t.in.Text != "" {
		t.SayPlain(t.in.Text)
	}
	if !short {
		charge := shop.Charge{ID: "hand:" + o.Number + "." + o.Cart, Amount: o.Totals.Total, Currency: o.Totals.Currency, At: t.in.At.Unix()}
		o.Charges = append(o.Charges, charge)
		t.book(o, charge, false)
		return t.paid(o)
	}
	o.Charges[0].Due, o.Hold = false, ""
	t.setOrder(o, shop.Paid)
	t.SayFormatted(t.orderPhrase("order_found", o))
	return t.fulfil(o)
}

// refundedByStaff gives an order's payment back by Telegram, if it was made in Stars, and else notes that staff have given it back.
func (t *Turn) refundedByStaff(o *shop.Order) Move {
	n := slices.IndexFunc(o.Charges, func(c shop.Charge) bool { return !c.Extra && c.Refunded == 0 })
	if n < 0 {
		return Wait()
	}
	if t.in.Text != "" {
		t.SayPlain(t.in.Text)
	}
	if o.Charges[n].Currency == stars {
		t.giveBack(o, n)
		return Wait()
	}
	return t.gaveBack(o.Number, o.Charges[n].ID)
}
