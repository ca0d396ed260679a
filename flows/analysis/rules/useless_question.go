package rules

import (
	"repartee/flows/analysis"
	"repartee/flows/steps"
)

// uselessQuestion finds questions whose answer nothing looks at.
func uselessQuestion() Rule {
	return Rule{
		Code: "useless-question",
		What: "A question is asked, and its answer reaches no text, no branch, no recommendation, no order and no call.",
		Why:  "Customers give an answer and get the same as everybody else. Each question costs some of them.",
		Mend: "Let a text, a `where` or a `branch` depend on the answer, or leave the question out. An answer of the customer that is used outside of the bot has a `purpose`.",
		Example: `
  flow: part
  start: {command: part}
  fields: {cups: {type: integer, min: 1, max: 6}}
  steps:
    - ask: cups
      text: For how many cups?
<   - say: Three minutes in the pot, and you are there.
>   - say: "{{ cups }} spoons and three minutes in the pot, and you are there."
`,
		Check: func(v *analysis.View, r *Report) {
			for _, flow := range v.Flows() {
				for _, step := range flow.AllSteps() {
					ask, ok := step.Body.(*steps.Ask)
					if ok && v.Reachable(step) && len(v.Influence(step)) == 0 {
						r.Found(step.Ref, "let a text or a branch depend on `"+ask.Ask.Name+"`, or leave the question out; what people are to read later, as feedback, is a field of bot.yaml with a `purpose`", "nothing depends on the answer to %s", ask.Ask.Name)
					}
				}
			}
		},
	}
}
