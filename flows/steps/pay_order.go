package steps

import (
	"strconv"
	"strings"
	"time"

	"repartee/flows"
	"repartee/flows/expr"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// askConfirmation shows an order that needs no invoice before it is made: its lines, the way, the address and the sum.
func (p *Pay) askConfirmation(t *flows.Turn) flows.Offer {
	paying := t.Paying()
	draft := t.Draft(paying.Way)
	parts := t.SumLines(draft.Plain(), draft.Totals, t.CartVoucher(), paying.Way)
	if to := paying.Address; to != nil && to.Text != "" {
		parts = append(parts, answerLine(t, t.Phrase("pay_to", nil).Text, addressText(t, to)))
	}
	if payment := p.payment(t, draft); payment != nil {
		parts = append(parts, answerLine(t, t.Phrase("pay_by", nil).Text, t.PaymentLabel(payment)))
	}
	heading := expr.Join(t.Render(&p.Text), "\n\n")
	if heading.Text == "" {
		heading = t.Phrase("pay_sum", nil)
	}
	total := map[string]value.Value{"amount": value.Money(draft.Totals.Total, draft.Currency)}
	offer := flows.Offer{Said: []expr.Formatted{expr.Join([]expr.Formatted{heading, expr.Join(parts, "\n")}, "\n\n")}}
	offer.Choices = append(offer.Choices, flows.Choice{ID: payNow, Label: t.Phrase("pay_buy", total).Text, Synonyms: []string{t.Phrase("cart_order", nil).Text, t.Phrase("yes", nil).Text}, Value: value.Text(payNow)})
	if paying.Address != nil {
		offer.Choices = append(offer.Choices, payChoice(t, payAddress))
	}
	offer.Choices = append(offer.Choices, p.otherWays(t, draft)...)
	return offer
}

func payChoice(t *flows.Turn, id string) flows.Choice {
	return flows.Choice{ID: id, Label: t.Phrase("pay_"+id, nil).Text, Value: value.Text(id)}
}

// otherWays are the ways out of an order: to another payment, if there is one, or out of it.
func (p *Pay) otherWays(t *flows.Turn, draft flows.Draft) []flows.Choice {
	if len(t.PayWays(p.By, draft)) > 1 {
		return []flows.Choice{payChoice(t, payOther), payChoice(t, payLater)}
	}
	return []flows.Choice{payChoice(t, payLater)}
}

// addressText is an address as the customer reads it.
func addressText(t *flows.Turn, to *shop.Address) string {
	text := oneLine(to.Text)
	if to.Country != "" {
		text += ", " + t.CountryName(to.Country)
	}
	return text
}

// oneLine writes several lines as one.
func oneLine(text string) string {
	var parts []string
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimRight(strings.TrimSpace(line), ","); line != "" {
			parts = append(parts, line)
		}
	}
	return strings.Join(parts, ", ")
}

// confirmed takes what was chosen of an order that is shown, or of an invoice that is open.
func (p *Pay) confirmed(t *flows.Turn, choice string) flows.Move {
	paying := t.Paying()
	switch choice {
	case payNow:
		draft := t.Draft(paying.Way)
		if paying.Note != atSum(payShown, draft) {
			t.SayPhrase("pay_sum_changed")
			break
		}
		paying.Note = atSum(payNow, draft)
	case payAddress:
		paying.Address, paying.Way = nil, ""
	case payOther:
		if o := t.Order(paying.Order); o != nil {
			t.CancelOrder(o)
		}
		t.PayingOver()
		if len(t.Cart()) == 0 {
			return p.fail(t)
		}
	}
	return p.proceed(t)
}

// atSum is a word with the sum that it is meant for: nobody orders at another one than he has seen.
func atSum(word string, draft flows.Draft) string {
	return word + " " + strconv.FormatInt(draft.Totals.Total, 10) + " " + draft.Currency
}

// handTime is how long the stock is kept for an order that needs no invoice, until it is made.
const handTime = 5 * time.Minute

// order makes the order. Of one that needs no invoice the stock is held before: nobody asks again whether it is still there.
func (p *Pay) order(t *flows.Turn) flows.Move {
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
		t.SayFormatted(t.Phrase("pay_placed", map[string]value.Value{"number": value.Text(o.Number)}))
		t.SayPayment(o)
	}
	t.KeepOrder(p.Pay.Name, o)
	t.PayingOver()
	return p.rest(t)
}

// invoice is the invoice that is open. It is paid in Telegram's form; what is chosen here leads out of it.
func (p *Pay) invoice(t *flows.Turn) flows.Offer {
	o := t.Order(t.Paying().Order)
	if o == nil || o.State != shop.Open { // the step is taken anew
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
		total := map[string]value.Value{"amount": value.Money(o.Totals.Total, o.Totals.Currency)}
		sums := expr.Join(t.SumLines(o.Lines, o.Totals, o.Voucher, o.Way), "\n")
		pay := []flows.PressButton{{Label: t.Phrase("pay_link", total).Text, URL: link}}
		offer.Messages = append(offer.Messages, flows.Display{Text: sums, Buttons: append([][]flows.PressButton{pay}, rows...)})
		return offer
	}
	offer.Messages = append(offer.Messages, flows.Display{Invoice: t.InvoiceFor(o), Buttons: rows})
	return offer
}
