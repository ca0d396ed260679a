package steps

import (
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// stage is what a `pay` still has to know before an order can be made, and then what it waits for.
type stage int

const (
	stagePayment stage = iota
	stageCountry
	stageAddress
	stageWay
	stageNoWay // nothing is sent there
	stageConfirm
	stageMake
	stageInvoice
)

// What can be chosen when an order is about to be made or its invoice is open.
const (
	payNow     = "buy"
	payShown   = "shown" // in the note: the order that is to be confirmed, with its sum
	payOther   = "other_payment"
	payAddress = "other_address"
	payLater   = "not_now"
)

// stage is the one at hand.
func (p *Pay) stage(t *flows.Turn) stage {
	paying, draft := t.Paying(), t.Draft("")
	payment := p.payment(t, draft)
	switch {
	case paying.Order != "":
		return stageInvoice
	case payment == nil:
		return stagePayment
	case !inTalk(payment, draft):
		return stageMake
	}
	if draft.Ships(t) {
		switch to := paying.Address; {
		case (to == nil || to.Country == "") && len(t.Countries(draft)) > 1:
			return stageCountry
		case to == nil || to.Text == "":
			return stageAddress
		case len(handWays(t, draft)) == 0:
			return stageNoWay
		case paying.Way == "":
			return stageWay
		}
	}
	if !strings.HasPrefix(paying.Note, payNow) {
		return stageConfirm
	}
	return stageMake
}

// inTalk tells of an order for which the talk asks all that has to be known: one that is paid outside of Telegram, or that costs nothing. Else Telegram's form does.
func inTalk(payment *flows.Payment, draft flows.Draft) bool {
	return payment.Method() == shop.ByHand || draft.Totals.Total == 0
}

// settled answers what has only one answer, and gives the first stage that has several.
func (p *Pay) settled(t *flows.Turn) stage {
	paying := t.Paying()
	for {
		draft := t.Draft("")
		switch at := p.stage(t); at {
		case stagePayment:
			ways := t.PayWays(p.By, draft)
			if len(ways) > 1 {
				return at
			}
			paying.Payment = string(ways[0].ID)
		case stageAddress:
			if countries := t.Countries(draft); len(countries) == 1 && (paying.Address == nil || paying.Address.Country == "") {
				address(paying).Country = countries[0]
			}
			return at
		case stageWay:
			ways := handWays(t, draft)
			if len(ways) > 1 {
				return at
			}
			paying.Way = ways[0].ID
		default:
			return at
		}
	}
}

// payment is the way to pay that was chosen, if it can still be; nil where none is.
func (p *Pay) payment(t *flows.Turn, draft flows.Draft) *flows.Payment {
	ways, chosen := t.PayWays(p.By, draft), t.Paying().Payment
	if i := slices.IndexFunc(ways, func(w *flows.Payment) bool { return string(w.ID) == chosen }); i >= 0 {
		return ways[i]
	}
	return nil
}

// address is the one that is being given. It is exchanged, never changed: states share it.
func address(paying *flows.Paying) *shop.Address {
	var given shop.Address
	if paying.Address != nil {
		given = *paying.Address
	}
	paying.Address = &given
	return paying.Address
}

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
		offer.Choices = []flows.Choice{{ID: "last", Label: t.Phrase("pay_address_last", map[string]value.Value{"address": value.Text(oneLine(last))}).Text, Value: value.Text(last)}}
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

// Back goes one stage back.
func (p *Pay) Back(t *flows.Turn) bool {
	paying, draft := t.Paying(), t.Draft("")
	several := len(t.PayWays(p.By, draft)) > 1
	switch p.stage(t) {
	case stageInvoice:
		if o := t.Order(paying.Order); o != nil {
			t.CancelOrder(o)
		}
		paying.Order, paying.Link = "", ""
		if !several {
			return false
		}
		paying.Payment = ""
		return true
	case stageConfirm:
		if paying.Way != "" && len(handWays(t, draft)) > 1 {
			paying.Way = ""
			return true
		}
		paying.Way = ""
		fallthrough
	case stageWay:
		if paying.Address != nil {
			address(paying).Text = ""
			return true
		}
		fallthrough
	case stageAddress:
		if paying.Address != nil && len(t.Countries(draft)) > 1 {
			paying.Address = nil
			return true
		}
		fallthrough
	case stageCountry:
		if several {
			paying.Payment, paying.Address = "", nil
		}
		return several
	}
	return false
}
