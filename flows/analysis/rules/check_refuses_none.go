package rules

import "repartee/flows/analysis"

// checkRefusesNone finds checks that no answer comes to.
func checkRefusesNone() Rule {
	return Rule{
		Code: "check-refuses-none",
		What: "A check of a question refuses no answer: its field takes none that the check is for.",
		Why:  "The limit that was meant does not hold, and customers never read what the check would tell them.",
		Mend: "Correct the limit of the check, or the `min` and `max` of the field; or leave the check out.",
		Example: guestsAsked + `
<     check: [{when: guests > 20, text: We have twenty chairs.}]
>     check: [{when: guests > 6, text: We have six chairs.}]
    - say: "A table for {{ guests }}."
`,
		Check: func(v *analysis.View, r *Report) {
			forSteps(v, func(s site) {
				if !checks(s.step) {
					return
				}
				at := s.at.taken().resting().answered(s.step)
				for i := range s.step.Asks().Check {
					when := &s.step.Asks().Check[i].When
					if !switched(when) && !at.can(v.Formula(when)) {
						r.Found(when.Ref, "correct its limit or those of the field, or leave the check out", "`%s` refuses no answer", when.Source)
					}
				}
			})
		},
	}
}
