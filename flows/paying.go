package flows

import (
	"slices"

	"repartee/flows/shop"
	"repartee/flows/value"
)

// Paying is how far the talk at the step on top has come; it is made where there is none.
func (t *Turn) Paying() *Paying {
	frame := t.frame()
	if frame.Paying == nil {
		frame.Paying = &Paying{}
	}
	return frame.Paying
}

// PayingOver forgets how far the talk has come: the next time it begins anew.
func (t *Turn) PayingOver() { t.frame().Paying = nil }

// Method is how it is paid.
func (p *Payment) Method() shop.Method { return p.method }

// PayWays are the ways to pay a draft now: those named, else all of the bot, in their order.
func (t *Turn) PayWays(by []ID, d Draft) []*Payment {
	all := t.set.payments
	if len(by) > 0 {
		all = nil
		for _, id := range by {
			if p := t.set.payment(string(id)); p != nil {
				all = append(all, p)
			}
		}
	}
	var ways []*Payment
	for _, p := range all {
		if p.takes(d.Currency) && (p.When == nil || t.Holds(p.When)) && (p.method != shop.ByHand || t.unpaid() < mostUnpaid) {
			ways = append(ways, p)
		}
	}
	if d.Totals.Total == 0 && !d.Ships(t) && len(ways) > 1 {
		return ways[:1] // there is nothing to choose
	}
	return ways
}

// mostUnpaid is how many orders of a customer can wait for money from outside of Telegram: the stock of each is held.
const mostUnpaid = 5

func (t *Turn) unpaid() (n int) {
	for i := range t.state.Contact.Orders {
		if t.state.Contact.Orders[i].State == shop.Placed {
			n++
		}
	}
	return n
}

// takes tells whether a currency can be paid so: Stars are, and nothing else is, paid in Stars.
func (p *Payment) takes(currency string) bool {
	return (p.method == shop.ByStars) == (currency == stars)
}

// PaymentLabel is what the button of a way to pay says.
func (t *Turn) PaymentLabel(p *Payment) string {
	if label := t.Read(&p.Label); label != "" {
		return label
	}
	return t.phrase("pay_" + string(p.method)).Text
}

func (s *Set) payment(id string) *Payment {
	for _, p := range s.payments {
		if string(p.ID) == id {
			return p
		}
	}
	return nil
}

// ships tells whether something of the lines has to be sent, and the shop says how.
func (s *Set) ships(lines []shop.Line) bool { return len(s.ways) > 0 && shop.Sendable(lines) }

func (s *Set) way(id string) *shop.Shipping {
	for i := range s.ways {
		if s.ways[i].ID == id {
			return &s.ways[i]
		}
	}
	return nil
}

// Countries are those that the shop sends a draft to, where they make a difference; none where everything goes everywhere.
func (t *Turn) Countries(d Draft) []string {
	var countries []string
	for _, way := range t.Ways(d, "") {
		if len(way.Countries) == 0 {
			return nil
		}
		for _, country := range way.Countries {
			if !slices.Contains(countries, country) {
				countries = append(countries, country)
			}
		}
	}
	return countries
}

// Ways are the ways a draft can be sent to a country, "" where that is not known yet, with their prices.
func (t *Turn) Ways(d Draft, country string) []shop.Shipping {
	var rules []shop.Shipping
	for _, s := range t.set.Shop.Shipping {
		if s.When == nil || t.Holds(s.When) {
			rules = append(rules, s.way)
		}
	}
	return shop.Ways(rules, d.Plain(), d.Totals.Reduced(), country)
}

// WayLabel is a way of shipping in the customer's words.
func (t *Turn) WayLabel(id string) string { return t.set.wayLabel(id, t.locale.Language) }

func (s *Set) wayLabel(id, language string) string {
	for _, way := range s.ways {
		if way.ID == id {
			return value.Option{ID: id, Label: way.Label}.LabelIn(language)
		}
	}
	return id
}

// CountryName is the name of a country, of its two letters, in the customer's language.
func (t *Turn) CountryName(code string) string { return value.CountryName(code, t.locale.Language) }

// ForgetAddresses takes the addresses out of the orders that are done.
func (t *Turn) ForgetAddresses() {
	for i := range t.state.Contact.Orders {
		if o := &t.state.Contact.Orders[i]; o.Address != nil && o.Done() {
			o.Address = nil
			t.wrote(o)
		}
	}
}
