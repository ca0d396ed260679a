package rules

import (
	"repartee/flows"
	"repartee/flows/analysis"
)

// stepNeverTaken finds steps whose `when` no answer meets.
func stepNeverTaken() Rule {
	return Rule{
		Code: "step-never-taken",
		What: "No answer meets the `when` of a step where it stands.",
		Why:  "The step was written for somebody, and nobody ever comes to it.",
		Mend: "Look at what the question takes, and at the arms and conditions around the step; correct the condition or leave the step out.",
		Faulty: `flow: part
start: {command: part}
fields: {guests: {type: integer, min: 1, max: 8}}
steps:
  - ask: guests
    text: How many will you be?
  - branch:
      - when: guests == 1
        do:
          - say: A seat at the bar.
          - say: Bring everybody.
            when: guests > 3
      - else: [{say: "A table for {{ guests }}."}]
`,
		Mended: `flow: part
start: {command: part}
fields: {guests: {type: integer, min: 1, max: 8}}
steps:
  - ask: guests
    text: How many will you be?
  - branch:
      - when: guests == 1
        do: [{say: A seat at the bar.}]
      - else:
          - say: "A table for {{ guests }}."
          - say: Bring everybody.
            when: guests > 3
`,
		Check: func(v *analysis.View, r *Report) {
			for _, flow := range v.Flows() {
				for _, step := range flow.AllSteps() {
					if step.When == nil || switched(step.When) {
						continue
					}
					if at, ok := groundAt(v, step); ok && !at.can(formulaOf(step.When)) {
						r.Found(step.When.Ref, "look at what the question takes and at the conditions around it", "no answer meets `%s` here, so the step is never taken", step.When.Source)
					}
				}
			}
		},
	}
}

// whensWithin are the conditions of what a step offers: of its options and buttons.
func whensWithin(step *flows.Step) []*flows.Condition {
	var all []*flows.Condition
	flows.Forms(step.Body, func(form any) {
		switch form := form.(type) {
		case *flows.Option:
			all = append(all, form.When)
		case *flows.Button:
			all = append(all, form.When)
		}
	})
	return all
}
