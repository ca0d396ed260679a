package rules

import (
	"repartee/flows"
	"repartee/flows/analysis"
)

// sharedGround is what is so outside of the flows, where a customer may have answered anything, and nothing.
func sharedGround(v *analysis.View) ground { return ground{view: v, domain: v.Shared} }

// sharedChoices are the choices between arms of what is said outside of the flows: the answers of the FAQ.
func sharedChoices(v *analysis.View) []choice {
	var all []choice
	for _, entry := range v.Set.FAQ() {
		all = append(all, choicesOf(v, &entry.Answer, choice{}, map[*flows.Text]bool{})...)
	}
	return all
}

// sharedOffers are the conditions on which bot.yaml and faq.yaml offer something: vouchers, ways of shipping and of paying, what stands under an answer.
func sharedOffers(v *analysis.View) []*flows.Condition {
	var all []*flows.Condition
	add := func(when *flows.Condition) {
		if when != nil {
			all = append(all, when)
		}
	}
	for i := range v.Set.Shop.Vouchers {
		add(v.Set.Shop.Vouchers[i].When)
	}
	for i := range v.Set.Shop.Shipping {
		add(v.Set.Shop.Shipping[i].When)
	}
	for _, payment := range v.Set.Payments() {
		add(payment.When)
	}
	for _, entry := range v.Set.FAQ() {
		if entry.Then != nil {
			add(entry.Then.When)
		}
	}
	return all
}
