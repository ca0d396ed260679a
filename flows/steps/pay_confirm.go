package steps

import (
	"strconv"
	"strings"

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
	total := named("amount", value.Money(draft.Totals.Total, draft.Currency))
	offer := flows.Offer{Said: []expr.Formatted{expr.Join([]expr.Formatted{heading, expr.Join(parts, "\n")}, "\n\n")}}
	words := []string{t.Phrase("cart_order", nil).Text, t.Phrase("yes", nil).Text}
	offer.Choices = append(offer.Choices, flows.Choice{ID: payNow, Label: t.Phrase("pay_buy", total).Text, Synonyms: words, Value: value.Text(payNow)})
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
		if !p.takeBack(t) {
			return t.Ask(p)
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
