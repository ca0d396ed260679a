package rules

import (
	"regexp"
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/expr"
	"repartee/flows/shop"
	"repartee/flows/steps"
)

func payWithoutReview() Rule {
	return Rule{
		Code: "pay-without-review",
		What: "On some way an invoice comes before the customer has seen what the order holds and costs.",
		Why:  "Nobody likes to be handed a bill for something not yet agreed on, and in most countries the last look before the order is the law. (What is paid outside of Telegram is shown by `pay` itself.)",
		Mend: "Put `- cart: review` before the payment; or say in the question before it what there is and what it costs, as {{ cart.total }}.",
		Example: `
  flow: part
  start: {command: part}
  steps:
    - cart: {add: "first(catalog.courses)"}
>   - cart: review
>     empty: not_paid
    - pay: bought
      by: [stars]
      failed: not_paid
    - say: Have fun with it!
    - end
    - say: Another time, then.
      id: not_paid
`,
		Check: checkReviews,
	}
}

func checkReviews(v *analysis.View, r *Report) {
	invoiced := invoicing(v)
	if len(invoiced) == 0 {
		return
	}
	priced := pricedPicks(v)
	shows := map[*flows.Step]bool{}
	seen := (&surely{v: v, step: func(step *flows.Step, held bool) bool {
		if cart, ok := step.Body.(*steps.Cart); ok && cart.Cart.Add != nil {
			return priced[cart.Cart.Add.Source] || held && !adds(cart)
		}
		shown, looked := shows[step]
		if !looked && !held {
			shown = showsSum(v, step)
			shows[step] = shown
		}
		return held || shown
	}}).solve()
	for _, step := range invoiced {
		if !seen.holds(step) {
			r.Found(step.Ref, "put `- cart: review` before it, or ask before with {{ cart.total }} in the text", "on some way here the customer has not seen what the order costs before the invoice comes")
		}
	}
}

// invoicing are the payments that Telegram's form can make.
func invoicing(v *analysis.View) []*flows.Step {
	var all []*flows.Step
	for _, flow := range v.Flows() {
		for _, step := range flow.AllSteps() {
			pay, ok := step.Body.(*steps.Pay)
			if ok && slices.ContainsFunc(waysOf(v.Set, pay), func(p *flows.Payment) bool { return p.Method() != shop.ByHand }) {
				all = append(all, step)
			}
		}
	}
	return all
}

// waysOf are the ways to pay that a step takes: those named, else all.
func waysOf(set *flows.Set, pay *steps.Pay) []*flows.Payment {
	return slices.DeleteFunc(set.Payments(), func(p *flows.Payment) bool { return len(pay.By) > 0 && !slices.Contains(pay.By, p.ID) })
}

// adds tells whether it is not known what the step puts in: an item of a catalog, chosen by nobody.
func adds(cart *steps.Cart) bool {
	return strings.Contains(cart.Cart.Add.Source, "catalog.")
}

// pricedPicks are the fields that keep an item whose price was shown when it was taken.
func pricedPicks(v *analysis.View) map[string]bool {
	picks := map[string]bool{}
	for _, flow := range v.Flows() {
		for _, step := range flow.AllSteps() {
			switch body := step.Body.(type) {
			case *steps.Show:
				picks[body.Show.Name] = body.Text.Empty() || textTellsPrice(&body.Text)
			case *steps.Recommend:
				picks[body.Recommend.Name] = textTellsPrice(&body.Text)
			}
		}
	}
	return picks
}

// showsSum tells of a step that shows what the cart comes to, or what something costs.
func showsSum(v *analysis.View, step *flows.Step) bool {
	switch body := step.Body.(type) {
	case *steps.Cart:
		return body.Cart.Word == flows.CartReview
	case *steps.Review:
		return true
	}
	shown := false
	for _, form := range v.Forms(step) {
		switch form := form.(type) {
		case *flows.Line:
			shown = shown || tellsPrice(form.Template(0))
		case *flows.Label:
			shown = shown || tellsPrice(form.Template(0))
		}
	}
	return shown
}

func textTellsPrice(text *flows.Text) bool {
	return slices.ContainsFunc(text.Lines(), func(l *flows.Line) bool { return tellsPrice(l.Template(0)) })
}

// tellsPrice tells of a text that says what is to be paid.
func tellsPrice(t *expr.Template) bool {
	return t != nil && slices.ContainsFunc(t.Placeholders(), sum.MatchString)
}

// sum finds in an expression what is to be paid.
var sum = regexp.MustCompile(`\.price\b|\bcart\.(?:total|goods|items)\b`)
