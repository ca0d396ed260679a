package steps

import (
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/shop"
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
			if len(ways) != 1 {
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

// Back goes one stage back: to the last of those that had something to choose.
func (p *Pay) Back(t *flows.Turn) bool {
	if !p.takeBack(t) {
		return true // and the invoice is still there
	}
	paying, draft := t.Paying(), t.Draft("")
	paying.Note = ""
	if paying.Way != "" {
		paying.Way = ""
		if len(handWays(t, draft)) > 1 {
			return true
		}
	}
	if paying.Address != nil && paying.Address.Text != "" {
		address(paying).Text = ""
		return true
	}
	if paying.Address != nil {
		paying.Address = nil
		if len(t.Countries(draft)) > 1 {
			return true
		}
	}
	chosen := paying.Payment != "" && len(t.PayWays(p.By, draft)) > 1
	paying.Payment = ""
	return chosen
}

// takeBack takes the order back that is not paid. Where its payment is under way that cannot be, which is said.
func (p *Pay) takeBack(t *flows.Turn) bool {
	paying := t.Paying()
	if o := t.Order(paying.Order); o != nil && o.State == shop.Open && !t.CancelOrder(o) {
		t.SayUnderWay(o)
		return false
	}
	paying.Order, paying.Link = "", ""
	return true
}
