package steps

import (
	"slices"

	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// Offer asks what the stage at hand has to know.
func (p *Pay) Offer(t *flows.Turn) flows.Offer {
	if len(t.Cart()) == 0 && t.Paying().Order == "" {
		return flows.Offer{}
	}
	draft := t.Draft("")
	switch p.stage(t) {
	case stagePayment:
		return p.askPayment(t, draft)
	case stageCountry:
		return askCountry(t, draft)
	case stageAddress:
		return askAddress(t)
	case stageWay:
		return askWay(t, draft)
	case stageConfirm:
		return p.askConfirmation(t)
	case stageInvoice:
		return p.invoice(t)
	}
	return flows.Offer{}
}

func (p *Pay) askPayment(t *flows.Turn, draft flows.Draft) flows.Offer {
	offer := flows.Offer{Text: flows.PhraseText("pay_how")}
	for _, payment := range t.PayWays(p.By, draft) {
		offer.Choices = append(offer.Choices, flows.Choice{ID: string(payment.ID), Label: t.PaymentLabel(payment), Value: value.Text(string(payment.ID))})
	}
	offer.Choices = append(offer.Choices, payChoice(t, payLater))
	return offer
}

func askCountry(t *flows.Turn, draft flows.Draft) flows.Offer {
	offer := flows.Offer{Text: flows.PhraseText("pay_country")}
	for _, code := range t.Countries(draft) {
		offer.Choices = append(offer.Choices, flows.Choice{ID: code, Label: t.CountryName(code), Value: value.Text(code)})
	}
	return offer
}

// shortestAddress is how many characters an address has at least: a name, a street and a town.
const shortestAddress = 15

// askAddress asks where to send the goods. The address of the last order is offered, if it is in the same country.
func askAddress(t *flows.Turn) flows.Offer {
	least := value.Integer(shortestAddress)
	offer := flows.Offer{Text: flows.PhraseText("pay_address"), Type: &value.Type{Base: value.TypeText, Min: &least}, Hint: t.Phrase("pay_address_hint", nil).Text}
	if last := lastAddress(t); last != "" {
		label := t.Phrase("pay_address_last", named("address", value.Text(oneLine(last)))).Text
		offer.Choices = []flows.Choice{{ID: "last", Label: label, Value: value.Text(last)}}
	}
	return offer
}

// lastAddress is the one that was typed for the last order to the same country.
func lastAddress(t *flows.Turn) string {
	country := ""
	if to := t.Paying().Address; to != nil {
		country = to.Country
	}
	for _, o := range slices.Backward(t.Contact().Orders) {
		if o.Address != nil && o.Address.Text != "" && o.Address.Country == country {
			return o.Address.Text
		}
	}
	return ""
}

// handWays are the ways to send a draft that is paid outside of Telegram. One whose price a call tells is only offered in Telegram's form.
func handWays(t *flows.Turn, draft flows.Draft) []shop.Shipping {
	country := ""
	if to := t.Paying().Address; to != nil {
		country = to.Country
	}
	return slices.DeleteFunc(t.Ways(draft, country), func(way shop.Shipping) bool { return way.Call != "" })
}

func askWay(t *flows.Turn, draft flows.Draft) flows.Offer {
	offer := flows.Offer{Text: flows.PhraseText("pay_shipping")}
	for _, way := range handWays(t, draft) {
		price := t.Phrase("free_of_charge", nil).Text
		if way.Price > 0 {
			price = value.Format(value.Money(way.Price, draft.Currency), nil, t.Locale())
		}
		offer.Choices = append(offer.Choices, flows.Choice{ID: way.ID, Label: t.WayLabel(way.ID) + " – " + price, Synonyms: []string{t.WayLabel(way.ID)}, Value: value.Text(way.ID)})
	}
	return offer
}
