package rules

import "repartee/flows/analysis"

// stepNeverTaken finds steps whose `when` no answer meets.
func stepNeverTaken() Rule {
	return Rule{
		Code: "step-never-taken",
		What: "No answer meets the `when` of a step where it stands.",
		Why:  "The step was written for somebody, and nobody ever comes to it.",
		Mend: "Look at what the question takes, and at the arms and conditions around the step; correct the condition or leave the step out.",
		Example: guestsAsked + `
    - branch:
        - when: guests == 1
<         do:
<           - say: A seat at the bar.
>         do: [{say: A seat at the bar.}]
>       - else:
>           - say: "A table for {{ guests }}."
            - say: Bring everybody.
              when: guests > 3
<       - else: [{say: "A table for {{ guests }}."}]
`,
		Check: func(v *analysis.View, r *Report) {
			for _, s := range sitesOf(v) {
				if when := s.step.When; !s.taken && !switched(when) {
					r.Found(when.Ref, "look at what the question takes and at the conditions around it", "no answer meets `%s` here, so the step is never taken", when.Source)
				}
			}
		},
	}
}
