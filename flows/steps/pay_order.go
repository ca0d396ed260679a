package steps

import (
	"slices"
	"time"

	"repartee/flows"
	"repartee/flows/expr"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// handTime is how long the stock is kept for an order that needs no invoice, until it is made.
const handTime = 5 * time.Minute

// order makes the order. Of one that needs no invoice the stock is held before: nobody asks again whether it is still there.
func (p *Pay) order(t *flows.Turn) flows.Move {
	if o := underWay(t); o != nil {
		return p.waitFor(t, o)
	}
	draft := t.Draft(t.Paying().Way)
	payment := p.payment(t, draft)
	if inTalk(payment, draft) {
		return t.HoldFor(draft, t.Now().Add(handTime))
	}
	o := t.MakeOrder(payment, draft)
	if p.Link {
		return t.RestForLink(o)
	}
	return t.Ask(p)
}

// underWay is the order whose payment was approved and may come any moment; nil where there is none. Nothing else is ordered meanwhile.
func underWay(t *flows.Turn) *shop.Order {
	for _, o := range t.Contact().Orders {
		if t.UnderWay(&o) {
			return t.Order(o.Number)
		}
	}
	return nil
}

// waitFor waits for a payment that is under way.
func (p *Pay) waitFor(t *flows.Turn, o *shop.Order) flows.Move {
	t.SayUnderWay(o)
	t.PayingOver()
	t.Paying().Order = o.Number
	return t.Ask(p)
}

// Resume goes on when the stock is held, or when there is a link to the invoice.
func (p *Pay) Resume(t *flows.Turn, r flows.Ending) flows.Move {
	paying := t.Paying()
	switch {
	case paying.Order != "":
		paying.Link = r.URL // without one, the invoice comes as a message
		return t.Ask(p)
	case r.Failed:
		paying.Note = ""
		t.SayPhrase("sorry")
		return p.proceed(t)
	case r.Stock != nil && !r.Stock.OK:
		t.Told(r.Stock.Left)
		return p.Run(t)
	}
	return p.placed(t)
}

// placed makes an order that needs no invoice, and says how it is paid.
func (p *Pay) placed(t *flows.Turn) flows.Move {
	draft := t.Draft(t.Paying().Way)
	payment := p.payment(t, draft)
	switch {
	case payment == nil: // it does not fit any more
		t.PayingOver()
		return p.begin(t)
	case t.Paying().Note != atSum(payNow, draft):
		t.Paying().Note = ""
		t.SayPhrase("pay_sum_changed")
		return p.proceed(t)
	}
	o := t.MakeOrder(payment, draft)
	if o.State == shop.Placed { // else it cost nothing, and there is a receipt
		t.SayFormatted(t.Phrase("pay_placed", named("number", value.Text(o.Number))))
		t.SayPayment(o)
	}
	t.KeepOrder(p.Pay.Name, o)
	t.PayingOver()
	return p.rest(t)
}

// stillTakes tells whether the bot has the way to pay that an invoice was made for: with other files it may be gone.
func stillTakes(t *flows.Turn, o *shop.Order) bool {
	ways := t.PayWays(nil, flows.Draft{Currency: o.Totals.Currency})
	return slices.ContainsFunc(ways, func(p *flows.Payment) bool { return string(p.ID) == o.Payment })
}

// invoice is the invoice that is open. It is paid in Telegram's form; what is chosen here leads out of it.
func (p *Pay) invoice(t *flows.Turn) flows.Offer {
	o := t.Order(t.Paying().Order)
	if o == nil || o.State != shop.Open || !stillTakes(t, o) { // the step is taken anew
		return flows.Offer{}
	}
	offer := flows.Offer{Hint: t.Phrase("pay_button", nil).Text, Choices: p.otherWays(t, t.Draft(""))}
	var rows [][]flows.PressButton
	for _, choice := range offer.Choices {
		rows = append(rows, []flows.PressButton{t.Button(choice.ID, choice.Label)})
	}
	for _, message := range t.Render(&p.Text) {
		offer.Messages = append(offer.Messages, flows.Display{Text: message})
	}
	if link := t.Paying().Link; link != "" {
		total := named("amount", value.Money(o.Totals.Total, o.Totals.Currency))
		sums := expr.Join(t.SumLines(o.Lines, o.Totals, o.Voucher, o.Way), "\n")
		pay := []flows.PressButton{{Label: t.Phrase("pay_link", total).Text, URL: link}}
		offer.Messages = append(offer.Messages, flows.Display{Text: sums, Buttons: append([][]flows.PressButton{pay}, rows...)})
		return offer
	}
	offer.Messages = append(offer.Messages, flows.Display{Invoice: t.InvoiceFor(o), Buttons: rows})
	return offer
}
