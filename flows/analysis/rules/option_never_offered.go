package rules

import (
	"repartee/flows"
	"repartee/flows/analysis"
)

// optionNeverOffered finds options, buttons, vouchers and ways of shipping and paying whose `when` no answer meets.
func optionNeverOffered() Rule {
	return Rule{
		Code: "option-never-offered",
		What: "No answer meets the `when` of an option or a button, of a voucher, or of a way of shipping or paying.",
		Why:  "Nobody ever sees it, and what it leads to is lost.",
		Mend: "Look at what the questions before take, and at the conditions around; correct the condition or leave the option out.",
		Example: guestsAsked + `
    - menu: Where do you want to sit?
      options:
        bar: {label: At the bar, do: [{say: Ask for Ida.}]}
        table: {label: At a table, do: [{say: "A table for {{ guests }}."}]}
<       house: {label: Everywhere, when: guests > 8, do: [{say: Then take the whole house.}]}
>       house: {label: Everywhere, when: guests > 7, do: [{say: Then take the whole house.}]}
`,
		Check: func(v *analysis.View, r *Report) {
			look := func(at ground, offers []*flows.Condition) {
				for _, when := range offers {
					if !switched(when) && !at.can(v.Formula(when)) {
						r.Found(when.Ref, "look at what the questions take and at the conditions around it", "no answer meets `%s` here, so this is never offered", when.Source)
					}
				}
			}
			forSteps(v, func(s site) {
				if len(s.offers) > 0 {
					look(s.at.taken().resting(), s.offers)
				}
			})
			look(sharedGround(v), sharedOffers(v))
		},
	}
}
