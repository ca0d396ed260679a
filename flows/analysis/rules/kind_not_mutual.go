package rules

import (
	"strings"

	"repartee/flows/analysis"
)

// kindNotMutual finds advice and purchases that are no mutual talk.
func kindNotMutual() Rule {
	return Rule{
		Code: "kind-not-mutual",
		What: "A flow is called `interactive_advice` or `purchase`, and is no mutual talk: it has no goal, or nothing that it says or does depends on the answers.",
		Why:  "Customers expect advice that is meant for them. Without a goal nobody will know whether they got it.",
		Mend: "Give the flow a `goal`, and let what it says, recommends or orders depend on the answers; or call it what it is: `information`, `passive_advice`, `service`.",
		Example: `
  flow: part
  kind: interactive_advice
  start: {command: part}
> goal: told
  fields: {cups: {type: integer, min: 1, max: 6}}
  steps:
    - ask: cups
      text: For how many cups?
    - say: "{{ cups }} spoons and three minutes in the pot, and you are there."
>   - goal: told
`,
		Check: func(v *analysis.View, r *Report) {
			for _, flow := range v.Flows() {
				if flow.Kind != "interactive_advice" && flow.Kind != "purchase" {
					continue
				}
				if kind, reasons := v.Interaction(flow); kind != analysis.Mutual {
					r.Found(flow.Ref.At("kind"), "give it a goal and let what it says depend on the answers, or call it what it is", "this is no mutual talk but %s: %s", aKind(kind), strings.Join(reasons, "; "))
				}
			}
		},
	}
}

func aKind(kind analysis.Interaction) string {
	if kind == analysis.Asymmetric {
		return "an asymmetric one"
	}
	return "a " + kind.String() + " one"
}
