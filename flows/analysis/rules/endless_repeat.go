package rules

import (
	"repartee/flows/analysis"
	"repartee/flows/expr"
	"repartee/flows/steps"
)

// endlessRepeat finds rounds of questions whose number has no bound.
func endlessRepeat() Rule {
	return Rule{
		Code: "endless-repeat",
		What: "The number of rounds of a `repeat` comes of an answer that has no `max`.",
		Why:  "Who types 40 by mistake is asked the same questions forty times.",
		Mend: "Write a `max` at the field that says how often, or ask after each round: `more: One more?`.",
		Example: `
  flow: part
  start: {command: part}
< fields: {party: {type: integer, min: 1}, guests: {type: list, of: {name: text}}}
> fields: {party: {type: integer, min: 1, max: 8}, guests: {type: list, of: {name: text}}}
  steps:
    - {ask: party, text: How many will you be?}
    - repeat: guests
      times: party
      do: [{ask: name, text: "Name of guest {{ round }}?"}]
    - say: "At the table: {{ join(guests, 'name') }}."
`,
		Check: func(v *analysis.View, r *Report) {
			for _, flow := range v.Flows() {
				for _, step := range flow.AllSteps() {
					body, ok := step.Body.(*steps.Repeat)
					if !ok || body.Times == nil {
						continue
					}
					f := body.Times.Program().Formula()
					if f.Sign != expr.Truth || f.Terms[0].Kind != expr.Name {
						continue
					}
					if field := v.Field(flow, f.Terms[0].Name); field != nil && field.Max == nil {
						r.Found(body.Times.Ref, "write a `max` at the field "+string(field.Name), "%s can be any number, and the questions within come so often", field.Name)
					}
				}
			}
		},
	}
}
