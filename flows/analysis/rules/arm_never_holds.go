package rules

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/expr"
)

// armNeverHolds finds arms whose condition no answer meets.
func armNeverHolds() Rule {
	return Rule{
		Code: "arm-never-holds",
		What: "No answer meets the condition of an arm.",
		Why:  "What stands in the arm was written for somebody, and is never said to anybody.",
		Mend: "Look at what the question takes, at its checks, and at the conditions around the arm; correct the condition or leave the arm out.",
		Faulty: `flow: part
start: {command: part}
fields: {guests: {type: integer, min: 1, max: 8}}
steps:
  - ask: guests
    text: How many will you be?
  - branch:
      - when: guests > 8
        do: [{say: Then take the whole house.}]
      - else: [{say: "A table for {{ guests }}."}]
`,
		Mended: `flow: part
start: {command: part}
fields: {guests: {type: integer, min: 1, max: 8}}
steps:
  - ask: guests
    text: How many will you be?
  - branch:
      - when: guests > 4
        do: [{say: Then take the large table.}]
      - else: [{say: "A table for {{ guests }}."}]
`,
		Check: func(v *analysis.View, r *Report) {
			forArms(v, func(a armAt) {
				if a.never() && !switched(a.when) {
					r.Found(a.ref, "look at what the question takes and at the conditions around it", "no answer meets `%s` here", a.when.Source)
				}
			})
		},
	}
}

// armAt is an arm with a condition, where it stands.
type armAt struct {
	arm
	ground ground
	before []*expr.Formula // of the arms above it
}

// forArms calls see with each arm that has a condition, at places that the talk comes to.
func forArms(v *analysis.View, see func(a armAt)) {
	forSteps(v, func(step *flows.Step, at ground) {
		for _, c := range choicesAt(step) {
			around := at.around(c)
			if len(c.around) > 0 && !around.can() {
				continue // the arm around it is one that never holds
			}
			var before []*expr.Formula
			for _, a := range c.arms {
				if a.when == nil {
					before = append(before, always())
					continue
				}
				see(armAt{arm: a, ground: around, before: slices.Clone(before)})
				before = append(before, formulaOf(a.when))
			}
		}
	})
}

// forSteps calls see with each step that the talk comes to, and with what is so there.
func forSteps(v *analysis.View, see func(step *flows.Step, at ground)) {
	for _, flow := range v.Flows() {
		for _, step := range flow.AllSteps() {
			if at, ok := groundAt(v, step); ok && (step.When == nil || at.can(formulaOf(step.When))) {
				see(step, at)
			}
		}
	}
}

// never tells that the condition cannot hold.
func (a armAt) never() bool { return !a.ground.can(formulaOf(a.when)) }

// always tells that the condition cannot fail.
func (a armAt) always() bool { return !a.ground.remembering().canFail(formulaOf(a.when)) }

// always is a condition that holds.
func always() *expr.Formula { return &expr.Formula{Sign: expr.Fixed, Holds: true, Source: "yes"} }
