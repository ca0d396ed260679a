package flows

import (
	"strconv"
	"time"

	"repartee/flows/shop"
)

const (
	invoiceTime  = 24 * time.Hour     // that an invoice can be paid, where its payment does not say
	transferTime = 7 * 24 * time.Hour // that something paid outside of Telegram can be paid
	lookTime     = 2 * time.Minute    // after which a payment that was approved should have come
)

// MakeOrder makes an order of the cart as the draft has it: open, with an invoice to come, or placed where it is paid outside of Telegram. While a payment for an
// order of the cart is under way, it is that one.
func (t *Turn) MakeOrder(p *Payment, d Draft) *shop.Order {
	cart, paying := t.state.Session.Cart, t.Paying()
	if o := t.orderBeingPaid(cart.ID); o != nil {
		paying.Order = o.Number
		return o
	}
	voucher := t.voucher(cart.Voucher)
	o := shop.Order{
		Number: shop.Number(t.in.Seed, t.in.ID+" "+strconv.Itoa(len(t.effects))), Cart: cart.ID, State: shop.Open, At: t.in.At.Unix(), Lines: d.Plain(), Totals: d.Totals,
		Method: p.method, Payment: string(p.ID), MaxTip: p.maxTip, Language: t.locale.Language, Flow: t.flowID(), Step: t.step.name, Way: paying.Way, Address: paying.Address,
	}
	if voucher != nil && d.Currency != stars {
		o.Voucher, o.VoucherUses = voucher.Code, voucher.Uses
	}
	within := invoiceTime
	if p.method == shop.ByHand {
		o.State, within = shop.Placed, transferTime
	}
	o.Expires = t.in.At.Add(within).Unix()
	if !p.Within.Zero() {
		o.Expires = p.Within.After(t.in.At).Unix()
	}
	if chosen, ok := t.wayFor(d, paying); ok {
		o.Totals = o.Totals.WithShipping(chosen.Price)
	}
	if len(o.Held()) > 0 {
		o.Hold = cart.ID
	}
	if p.method == shop.ByProvider && d.Ships(t) && o.Way == "" {
		o.Ways = t.Ways(d, "")
	}
	t.closeOrders(cart.ID, "")
	t.state.Contact.Orders = append(t.state.Contact.Orders, o)
	made := &t.state.Contact.Orders[len(t.state.Contact.Orders)-1]
	paying.Order = o.Number
	t.wrote(made)
	t.event(Ordered, t.step, string(p.ID))
	t.events[len(t.events)-1].Value = plainMoney(o.Totals.Total, o.Totals.Currency)
	switch {
	case made.Totals.Total == 0: // a voucher pays it all, and there is no invoice of nothing
		t.bought(made)
		t.markPaid(made)
	case made.State == shop.Placed:
		if made.Hold != "" { // what was held for a few minutes is kept until it is paid
			t.work(Work{Order: made.Number, Stock: &StockJob{Op: StockHold, Hold: made.Hold, Items: made.Held(), Until: unix(made.Expires).Add(stockMargin).Unix()}})
		}
		t.bought(made)
	}
	return made
}

// wayFor is the way of shipping that was chosen in the talk, with its price.
func (t *Turn) wayFor(d Draft, paying *Paying) (shop.Shipping, bool) {
	country := ""
	if paying.Address != nil {
		country = paying.Address.Country
	}
	for _, way := range t.Ways(d, country) {
		if way.ID == paying.Way {
			return way, true
		}
	}
	return shop.Shipping{}, false
}

// HoldFor rests at the step until the stock of a draft is held for the customer.
func (t *Turn) HoldFor(d Draft, until time.Time) Move {
	cart := t.state.Session.Cart
	t.closeOrders(cart.ID, "") // what is held for one that can still be paid must stay as it is
	if asking, ok := t.step.Body.(Asking); ok {
		if o := t.orderBeingPaid(cart.ID); o != nil {
			t.SayUnderWay(o)
			return t.Ask(asking)
		}
	}
	o := shop.Order{Lines: d.Plain()}
	if voucher := t.voucher(cart.Voucher); voucher != nil {
		o.Voucher, o.VoucherUses = voucher.Code, voucher.Uses
	}
	items := o.Held()
	if len(items) == 0 {
		return t.step.Body.(Resting).Resume(t, Ending{Stock: &StockResult{OK: true}})
	}
	return t.RestForStock(StockJob{Op: StockHold, Hold: cart.ID, Items: items, Until: until.Add(stockMargin).Unix()})
}

// bought takes the lines of an order out of the cart, and remembers what was bought.
func (t *Turn) bought(o *shop.Order) {
	if cart := t.state.Session.Cart; cart != nil && (cart.ID == o.Cart || cart.Earlier == o.Cart) {
		t.closeOrders(cart.ID, o.Number) // made of it while this one was being paid
		cart.Cart = cart.Without(t.set.linesNow(o.Lines))
		if cart.Voucher == o.Voucher {
			cart.Voucher = ""
		}
		cart.ID, cart.Earlier, cart.Left, cart.Held, cart.Remind, cart.Round = "", "", nil, 0, 0, 0
		t.keepCart(cart)
	}
	for _, line := range o.Lines {
		if item, ok := t.itemNow(line.Catalog, line.Item); ok {
			t.chose(item)
		}
	}
	if o.Voucher != "" {
		if t.state.Contact.Vouchers == nil {
			t.state.Contact.Vouchers = map[string]int{}
		}
		t.state.Contact.Vouchers[o.Voucher]++
		t.closeUsedUp(o.Voucher)
	}
}

// closeUsedUp ends the invoices with a voucher that the customer has used as often as he may.
func (t *Turn) closeUsedUp(code string) {
	v := t.set.vouchers[code]
	if v == nil || v.voucher.PerCustomer == 0 || int64(t.state.Contact.Vouchers[code]) < v.voucher.PerCustomer {
		return
	}
	for i := range t.state.Contact.Orders {
		if o := &t.state.Contact.Orders[i]; o.State == shop.Open && o.Voucher == code && !t.UnderWay(o) {
			t.setOrder(o, shop.Expired)
		}
	}
}

// SayUnderWay tells that a payment of an order was approved and may come any moment: nothing else can be done with it until then.
func (t *Turn) SayUnderWay(o *shop.Order) { t.SayFormatted(t.orderPhrase("payment_under_way", o)) }
