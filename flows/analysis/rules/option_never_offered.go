package rules

import "repartee/flows/analysis"

// optionNeverOffered finds options and buttons whose `when` no answer meets.
func optionNeverOffered() Rule {
	return Rule{
		Code: "option-never-offered",
		What: "No answer meets the `when` of an option or a button.",
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
			forSteps(v, func(s site) {
				if len(s.offers) == 0 {
					return
				}
				at := s.at.taken().resting()
				for _, when := range s.offers {
					if !switched(when) && !at.can(v.Formula(when)) {
						r.Found(when.Ref, "look at what the questions take and at the conditions around it", "no answer meets `%s` here, so this is never offered", when.Source)
					}
				}
			})
		},
	}
}
