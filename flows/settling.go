package flows

import (
	"slices"

	"repartee/flows/shop"
	"repartee/flows/value"
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
	charge := money.Charge
	charge.At = t.in.At.Unix()
	first := money.Own && (o.State == shop.Open || o.State == shop.Expired)
	t.book(o, charge, false, !first)
	t.wrote(o)
	if !first {
		o.Charges = append(o.Charges, charge)
		t.SayFormatted(t.orderPhrase("order_paid_twice", o))
		t.giveBack(o, len(o.Charges)-1)
		return t.onWith(nil)
	}
	o.Charges = slices.Insert(o.Charges, 0, charge)
	t.takeForm(o, money)
	t.bought(o)
	return t.paid(o)
}

// settledUnknown books a payment of an order that nobody knows: it is given back.
func (t *Turn) settledUnknown(money *Money) Move {
	o := shop.Order{
		Number: t.in.Order, State: shop.Cancelled, At: t.in.At.Unix(), Method: methodOf(money.Charge.Currency), Language: t.locale.Language,
		Totals: shop.Totals{Currency: money.Charge.Currency, Total: money.Charge.Amount}, Charges: []shop.Charge{money.Charge},
	}
	t.state.Contact.Orders = append(t.state.Contact.Orders, o)
	kept := &t.state.Contact.Orders[len(t.state.Contact.Orders)-1]
	t.book(kept, money.Charge, false, true)
	t.wrote(kept)
	t.SayFormatted(t.orderPhrase("order_paid_twice", kept))
	t.giveBack(kept, 0)
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
	last.Flow, last.Step, last.Value = o.Flow, o.Step, plainText(value.Money(o.Totals.Total, o.Totals.Currency))
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
	if o.State != shop.Paid {
		return Wait() // it was given back meanwhile
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

// book writes a row of the ledger.
func (t *Turn) book(o *shop.Order, c shop.Charge, back, extra bool) {
	e := shop.Entry{ID: c.ID, Order: o.Number, At: t.in.At.Unix(), Refund: back, Amount: c.Amount, Currency: c.Currency, Method: o.Method, Extra: extra}
	if back {
		e.ID = "refund:" + c.ID
	}
	t.ledger = append(t.ledger, e)
}

// giveBack sees to it that a payment is given back: Telegram does it for Stars, staff do it where a provider or a bank has the money.
func (t *Turn) giveBack(o *shop.Order, n int) {
	if n >= len(o.Charges) || o.Charges[n].Refunded != 0 {
		return
	}
	o.Charges[n].Due = true
	t.wrote(o)
	if c := o.Charges[n]; c.Currency == stars && !t.beingGivenBack(o) {
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
	if n < 0 || o.Charges[n].Refunded != 0 {
		return Wait()
	}
	c := &o.Charges[n]
	c.Refunded, c.Due = t.in.At.Unix(), false
	t.book(o, *c, true, n > 0 || !shop.CanBecome(o.State, shop.Refunded))
	t.wrote(o)
	t.events = append(t.events, Event{Name: GaveMoneyBack, Flow: o.Flow, Step: o.Step, Value: plainText(value.Money(c.Amount, c.Currency))})
	if n > 0 || !shop.CanBecome(o.State, shop.Refunded) {
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
	t.book(&shop.Order{Number: number, Method: methodOf(c.Currency)}, c, true, true)
	return Wait()
}

func methodOf(currency string) shop.Method {
	if currency == stars {
		return shop.ByStars
	}
	return shop.ByProvider
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
	t.events = append(t.events, Event{Name: Declined, Flow: o.Flow, Step: o.Step, Detail: string(t.in.Refusal)})
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

// owesStars lets Telegram give back what is due in Stars and is not on its way; false where nothing is.
func (t *Turn) owesStars(o *shop.Order) bool {
	for n, c := range o.Charges {
		if c.Due && c.Refunded == 0 && c.Currency == stars {
			t.giveBack(o, n)
			return true
		}
	}
	return false
}

// returnedByStaff notes that staff have given back, at the provider, what was due.
func (t *Turn) returnedByStaff(o *shop.Order) Move {
	if t.owesStars(o) {
		return Wait()
	}
	for n := range o.Charges {
		if c := o.Charges[n]; c.Due && c.Refunded == 0 && c.Currency != stars {
			return t.gaveBack(o.Number, c.ID)
		}
	}
	return Wait()
}

// paidByStaff notes that money came outside of Telegram, or that staff have found what an order was short of: that is not in the stock.
func (t *Turn) paidByStaff(o *shop.Order) Move {
	short := o.State == shop.Short
	if short && (len(o.Charges) == 0 || o.Charges[0].Refunded != 0 || t.beingGivenBack(o)) {
		return Wait()
	}
	if t.in.Text != "" {
		t.SayPlain(t.in.Text)
	}
	if !short {
		charge := shop.Charge{ID: "hand:" + o.Number + "." + o.Cart, Amount: o.Totals.Total, Currency: o.Totals.Currency, At: t.in.At.Unix()}
		o.Charges = append(o.Charges, charge)
		t.book(o, charge, false, false)
		return t.paid(o)
	}
	o.Charges[0].Due, o.Hold = false, ""
	t.setOrder(o, shop.Paid)
	t.SayFormatted(t.orderPhrase("order_found", o))
	return t.fulfil(o)
}

// beingGivenBack tells whether Telegram is giving a payment of the order back.
func (t *Turn) beingGivenBack(o *shop.Order) bool {
	return slices.ContainsFunc(t.state.Contact.Works, func(w Work) bool { return w.Order == o.Number && w.Back != nil })
}

// refundedByStaff gives Stars back by Telegram, and notes what staff have given back elsewhere.
func (t *Turn) refundedByStaff(o *shop.Order) Move {
	for n := range o.Charges {
		c := &o.Charges[n]
		if c.Refunded != 0 || n == 0 && len(o.Charges) > 1 && o.Charges[len(o.Charges)-1].Due {
			continue // the one too many comes first
		}
		if c.Currency == stars {
			t.giveBack(o, n)
			return Wait()
		}
		if t.in.Text != "" {
			t.SayPlain(t.in.Text)
		}
		return t.gaveBack(o.Number, c.ID)
	}
	return Wait()
}

// dueOrders looks at orders whose time has come: a payment that was approved and did not come, an invoice or a transfer whose time is over.
func (t *Turn) dueOrders() (Move, bool) {
	for i := range t.state.Contact.Orders {
		o := &t.state.Contact.Orders[i]
		if at := o.Due(); at == 0 || at > t.in.At.Unix() {
			continue
		}
		switch {
		case o.Look != 0 && o.State == shop.Open:
			o.Look = 0
			if move, ok := t.stillToPay(o); ok {
				return move, true
			}
		case slices.Contains(t.in.Approved, o.Number):
			o.Look = t.in.At.Add(payingTime).Unix()
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

// moneyOnItsWay tells of a payment that was approved and is to come, or that is being given back.
func (t *Turn) moneyOnItsWay() bool {
	return len(t.in.Approved) > 0 || slices.ContainsFunc(t.state.Contact.Orders, func(o shop.Order) bool { return t.UnderWay(&o) }) || slices.ContainsFunc(t.state.Contact.Works, func(w Work) bool { return w.Back != nil })
}
