package rules

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/shop"
	"repartee/flows/steps"
)

func starsPairing() Rule {
	return Rule{
		Code: "stars-pairing",
		What: "A payment cannot take what customers can have in their cart: digital goods are paid in Stars, all others are not.",
		Why:  "The customer has chosen, says how to pay, and is told that there is no way to pay it. The order can never be made.",
		Mend: "Add the missing way to `by:`, or leave `by:` out: each order is then offered the ways that fit it.",
		Example: `
  flow: part
  start: {command: part}
  steps:
    - show: film
      from: catalog.courses
      none: end
    - cart: {add: film}
    - cart: review
      empty: end
    - pay: bought
<     by: [transfer]
>     by: [stars]
      failed: end
    - say: Have fun with it!
`,
		Check: checkPairing,
	}
}

func checkPairing(v *analysis.View, r *Report) {
	held := inCarts(v)
	for _, flow := range v.Flows() {
		for _, step := range flow.AllSteps() {
			pay, ok := step.Body.(*steps.Pay)
			if !ok || len(pay.By) == 0 {
				continue
			}
			ways := waysOf(v.Set, pay)
			for _, currency := range held {
				takes := func(p *flows.Payment) bool { return (p.Method() == shop.ByStars) == (currency == shop.Stars) }
				if slices.ContainsFunc(ways, takes) || !slices.ContainsFunc(v.Set.Payments(), takes) {
					continue
				}
				r.Found(step.Ref.At("by"), "add `"+string(v.Set.Payments()[slices.IndexFunc(v.Set.Payments(), takes)].ID)+"`, or leave `by` out", "the cart can hold what is paid in %s, and none of these ways takes that", money(currency))
			}
		}
	}
}

func money(currency string) string {
	if currency == shop.Stars {
		return "Stars"
	}
	return currency
}
