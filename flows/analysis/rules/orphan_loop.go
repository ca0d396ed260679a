package rules

import (
	"repartee/flows"
	"repartee/flows/analysis"
)

// orphanLoop finds questions that only lead to each other.
func orphanLoop() Rule {
	return Rule{
		Code: "orphan-loop",
		What: "Questions lead only to each other: no answer leads out of the loop, or none from where a condition leads back that nothing in the loop changes.",
		Why:  "Customers go round in a circle and get out of it by a command at best.",
		Mend: "Add an option that leads on or ends, as `nothing: That is all`. Where a condition leads back, ask again within the loop for what it depends on.",
		Example: `
  flow: part
  start: {command: part}
  steps:
    - menu: Green or black?
      id: riddle
      options:
        green: {label: Green, do: [{say: Wrong.}, {go: riddle}]}
<       black: {label: Black, do: [{say: Wrong too.}, {go: riddle}]}
>       black: {label: Black, do: [{say: Right!}]}
`,
		Check: func(v *analysis.View, r *Report) {
			for _, flow := range v.Flows() {
				for _, trap := range v.Traps(flow) {
					if at := firstQuestion(trap); at != nil {
						r.Found(at.Ref, "add an option that leads on, or ends", "no answer leads out of this loop of questions")
					}
				}
				for _, back := range v.Captures(flow) {
					r.Found(back.Exit.Ref, "ask again within the loop what decides about it, or add an option that leads on", "who is led back from here goes round for ever: nothing in the loop changes what leads back")
				}
			}
		},
	}
}

func firstQuestion(trap []*flows.Step) *flows.Step {
	for _, step := range trap {
		if step.Asks() != nil {
			return step
		}
	}
	return nil
}
