package rules

import (
	"repartee/flows"
	"repartee/flows/analysis"
)

// conditionAlwaysHolds finds conditions that every answer meets.
func conditionAlwaysHolds() Rule {
	return Rule{
		Code: "condition-always-holds",
		What: "Every answer meets the condition of a step or of an arm.",
		Why:  "What was meant for some is said to everybody, and the arms below are for nobody.",
		Mend: "Correct the condition, or leave it out.",
		Example: guestsAsked + `
    - say: Then take the large table.
<     when: guests > 0
>     when: guests > 4
    - say: "A table for {{ guests }}."
`,
		Check: func(v *analysis.View, r *Report) {
			found := func(c *flows.Condition, ref flows.Ref) {
				if !switched(c) {
					r.Found(ref, "leave the condition out, or correct it", "every answer meets `%s` here", c.Source)
				}
			}
			for _, s := range sitesOf(v) {
				if s.step.When != nil && !s.at.remembering().canFail(v.Formula(s.step.When)) {
					found(s.step.When, s.step.When.Ref)
				}
			}
			forArms(v, func(a armAt) {
				if a.always {
					found(a.when, a.ref)
				}
			})
		},
	}
}
