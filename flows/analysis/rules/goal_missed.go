package rules

import "repartee/flows/analysis"

// goalMissed finds ways that end without the goal although the customer has said yes to everything.
func goalMissed() Rule {
	return Rule{
		Code: "goal-missed",
		What: "A way through a flow ends without its goal, although the customer has answered everything and nothing went wrong.",
		Why:  "Either these customers do not get what the flow is for, or they do and are not counted.",
		Mend: "Lead that way past the `goal` step too, or move the step in front of where the ways part.",
		Example: `
  flow: part
  start: {command: part}
  goal: seated
  fields: {guests: {type: integer, min: 1, max: 8}}
  steps:
    - ask: guests
      text: How many will you be?
>   - goal: seated
    - branch:
        - when: guests == 1
<         do:
<           - goal: seated
<           - say: One seat at the long table.
>         do: [{say: One seat at the long table.}]
        - else: [{say: "{{ guests }} seats at the long table."}]
`,
		Check: func(v *analysis.View, r *Report) {
			for _, flow := range v.Flows() {
				if !v.GoalReachable(flow) {
					continue
				}
				if path := v.GoalMissed(flow); path != nil {
					r.Found(flow.Goal.Ref, "lead this way past the goal too", "a talk can end without the goal:%s", transcript(v, path))
				}
			}
		},
	}
}
