package rules

import (
	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/steps"
)

// answerChangesNothing finds menus and branches whose ways are all the same.
func answerChangesNothing() Rule {
	return Rule{
		Code: "answer-changes-nothing",
		What: "All options of a menu, or all arms of a branch, say the same and lead to the same step.",
		Why:  "A choice that changes nothing is none: customers notice that nobody listens.",
		Mend: "Let each option lead somewhere of its own or say something of its own, keep the answer with an `ask`, or leave the menu out.",
		Example: `
  flow: part
  start: {command: part}
  steps:
    - menu: What do you heat your water with?
<     options: {stove: A stove, kettle: A kettle}
>     options:
>       stove: A stove
>       kettle: {label: A kettle, do: [{say: Let it stand for a minute.}]}
    - say: Three minutes in the pot, and you are there.
`,
		Check: func(v *analysis.View, r *Report) {
			for _, flow := range v.Flows() {
				for _, step := range flow.AllSteps() {
					if _, ask := step.Body.(*steps.Ask); ask || !v.Reachable(step) || !v.ChangesNothing(step) {
						continue
					}
					r.Found(step.Ref, "let each of them say or lead to something of its own", "%s say the same and lead to the same", whichWays(step))
				}
			}
		},
	}
}

func whichWays(step *flows.Step) string {
	if _, ok := step.Body.(*steps.Branch); ok {
		return "all arms of this branch"
	}
	return "all options of this menu"
}
