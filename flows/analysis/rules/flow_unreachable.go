package rules

import (
	"repartee/flows"
	"repartee/flows/analysis"
)

// flowUnreachable finds flows that no customer ever comes to.
func flowUnreachable() Rule {
	return Rule{
		Code: "flow-unreachable",
		What: "Nothing starts a flow, and no other flow leads to it: no command, no words, no link, no event, no button, no option.",
		Why:  "What is written there is never said. Often the button or the option that led there was lost.",
		Mend: "Give it a `start: {command: ...}`, lead to it with `flow:` or `jump:`, or delete the file.",
		Example: `
  flow: part
  title: How to store coffee
> start: {command: storing}
  steps:
    - say: Dark, dry and closed.
`,
		Check: func(v *analysis.View, r *Report) {
			reached := map[*flows.Flow]bool{}
			for flow := range beginnings(v) {
				reach(v, flow, reached)
			}
			for _, alone := range []bool{true, false} { // first those that lead to others: to mend them may be enough
				for _, flow := range v.Flows() {
					if reached[flow] || v.Set.CommandNamed(string(flow.ID)) == flow || alone && len(v.Entries(flow)) > 0 {
						continue
					}
					reach(v, flow, reached)
					r.Found(flow.Ref, "write `start: {command: "+string(flow.ID)+"}`, or lead to it from another flow with `flow: "+string(flow.ID)+"`", "nothing starts the flow %s, and no flow leads to it", flow.ID)
				}
			}
		},
	}
}

// reach marks a flow, and all that it leads to.
func reach(v *analysis.View, flow *flows.Flow, reached map[*flows.Flow]bool) {
	if reached[flow] {
		return
	}
	reached[flow] = true
	for _, step := range flow.AllSteps() {
		for _, x := range v.Exits(step) {
			if x.Into != nil {
				reach(v, x.Into, reached)
			}
		}
	}
}
