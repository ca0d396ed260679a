package rules

import "repartee/flows/analysis"

// sameQuestionTwice finds a second question for the same field in one flow.
func sameQuestionTwice() Rule {
	return Rule{
		Code: "same-question-twice",
		What: "A flow asks for the same answer twice, with nothing between that has forgotten the first.",
		Why:  "The customer has just said it. The second answer overwrites the first without a word.",
		Mend: "Leave the second question out, or let it confirm: `if_known: confirm`. To let answers be changed there is `review`.",
		Example: `
  flow: part
  start: {command: part}
  fields: {cups: {type: integer, min: 1, max: 6}}
  steps:
    - ask: cups
      text: For how many cups?
    - say: "For {{ cups }}: three minutes."
<   - ask: cups
<     id: again
<     text: For how many cups, did you say?
    - say: "{{ cups * 200 }} ml of water, then."
>     id: water
`,
		Check: func(v *analysis.View, r *Report) {
			for _, a := range forgetful(v) {
				if v.Known(a.step, a.name) == analysis.Surely && askedBefore(v, a) {
					r.Found(a.step.Ref, "leave it out, or write `if_known: confirm`", "%s was asked for before in this flow", a.name)
				}
			}
		},
	}
}
