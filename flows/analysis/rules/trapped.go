package rules

import (
	"strings"

	"repartee/flows"
	"repartee/flows/analysis"
)

// trapped finds questions that come again for ever to those who cannot answer them.
func trapped() Rule {
	return Rule{
		Code: "trapped",
		What: "Who cannot answer a question is led back to the same question.",
		Why:  "They are asked the same again and again, and nothing that they say leads on.",
		Mend: "Let `give_up` lead past the question, to another way to ask, or to a person.",
		Example: `
  flow: part
  start: {command: part}
  fields: {pin: {type: text, pattern: "[0-9]{4}"}}
  steps:
    - ask: pin
      text: Which number stands on your card?
<     give_up: pin
>     give_up: without
    - say: "Card {{ pin }} it is."
>   - end
>   - say: Then come to the counter with it.
>     id: without
`,
		Check: func(v *analysis.View, r *Report) {
			for _, flow := range v.Flows() {
				for _, step := range flow.AllSteps() {
					for _, x := range v.Exits(step) {
						own := x.Ref.Flow == step.Ref.Flow && strings.HasPrefix(x.Ref.Path, step.Ref.Path+".")
						if x.Kind == flows.ExitGiveUp && own && x.Into == nil && x.To != nil && v.ComesBack(x.To, step) {
							r.Found(x.Ref, "lead past the question, or to a person", "who cannot answer comes back to the same question")
						}
					}
				}
			}
		},
	}
}
