package rules

import "repartee/flows/analysis"

// armNeverHolds finds arms whose condition no answer meets.
func armNeverHolds() Rule {
	return Rule{
		Code: "arm-never-holds",
		What: "No answer meets the condition of an arm.",
		Why:  "What stands in the arm was written for somebody, and is never said to anybody.",
		Mend: "Look at what the question takes, at its checks, and at the conditions around the arm; correct the condition or leave the arm out.",
		Example: guestsAsked + `
    - branch:
<       - when: guests > 8
<         do: [{say: Then take the whole house.}]
>       - when: guests > 4
>         do: [{say: Then take the large table.}]
        - else: [{say: "A table for {{ guests }}."}]
`,
		Check: func(v *analysis.View, r *Report) {
			forArms(v, func(a armAt) {
				if a.never && !switched(a.when) {
					r.Found(a.ref, "look at what the question takes and at the conditions around it", "no answer meets `%s` here", a.when.Source)
				}
			})
		},
	}
}
