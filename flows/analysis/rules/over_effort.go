package rules

import (
	"repartee/flows"
	"repartee/flows/analysis"
)

// overEffort holds flows to the number of questions that they promise.
func overEffort() Rule {
	return Rule{
		Code: "over-effort",
		What: "A flow asks more questions than its `effort` allows, before the first thing of use or before the goal.",
		Why:  "With each question some customers leave. The budget says how many you are willing to lose. Of use is what the customer came for: items that are shown or recommended, an order, an appointment, or a text that depends on an answer.",
		Mend: "Ask less, ask later, give something of use earlier, use what is remembered (`if_known: skip`), or raise the budget.",
		Example: `
  flow: part
  start: {command: part}
  goal: noted
< effort: {goal: 1}
> effort: {goal: 2}
  fields: {guests: {type: integer, min: 1, max: 8}, day: {type: date, min: today}}
  steps:
    - {ask: guests, text: How many will you be?}
    - {ask: day, text: On which day?}
    - goal: noted
    - say: "{{ guests }} seats on {{ date(day) }}."
`,
		Check: func(v *analysis.View, r *Report) {
			for _, flow := range v.Flows() {
				if flow.Effort == nil {
					continue
				}
				over(v, r, flow, flow.Effort.Value, v.Useful, "the first thing of use (items, an order, or a text that depends on an answer)")
				over(v, r, flow, flow.Effort.Goal, v.ReachesGoal, "the goal")
			}
		},
	}
}

func over(v *analysis.View, r *Report, flow *flows.Flow, most int, reached func(*flows.Step) bool, what string) {
	if most == 0 {
		return
	}
	if path := v.OverEffort(flow, most, reached); path != nil {
		r.Found(flow.Effort.Ref, "ask less or later, or raise the budget", "%d questions before %s, and not at most %d, as in this talk:%s", path.Questions(), what, most, transcript(v, path))
	}
}
