package rules

import "repartee/flows/analysis"

// goalUnreachable finds goals that no talk reaches.
func goalUnreachable() Rule {
	return Rule{
		Code: "goal-unreachable",
		What: "No way through a flow reaches its goal.",
		Why:  "The flow cannot do what it is for, and the reports will say that everybody fails.",
		Mend: "Set the field that the goal asks for, put the `goal` step onto the way, or mend the condition.",
		Example: `
  flow: part
  start: {command: part}
< goal: known(seat)
< fields: {guests: {type: integer, min: 1, max: 8}, seat: {type: text, max: 20}}
> goal: known(guests)
> fields: {guests: {type: integer, min: 1, max: 8}}
  steps:
    - ask: guests
      text: How many will you be?
    - say: "{{ guests }} seats at the long table."
`,
		Check: func(v *analysis.View, r *Report) {
			for _, flow := range v.Flows() {
				if !v.GoalReachable(flow) {
					r.Found(flow.Goal.Ref, "set what the goal asks for on some way, or mend the condition", "no way through this flow reaches its goal")
				}
			}
		},
	}
}
