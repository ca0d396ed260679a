package analysis

import (
	"repartee/flows"
)

// Traps are the loops of a flow that the customer can be led into and has no way out of but a command: each as its steps, in reading order.
func (v *View) Traps(flow *flows.Flow) [][]*flows.Step {
	out := v.leadingOut(flow)
	seen := map[*flows.Step]bool{}
	var traps [][]*flows.Step
	for _, step := range flow.AllSteps() {
		if out[step] || seen[step] || v.facts[flow].at[step.Order()].all == nil {
			continue
		}
		var trap []*flows.Step
		reached := v.comingFrom(step)
		for _, other := range flow.AllSteps() {
			if reached[other] && !out[other] && !seen[other] {
				seen[other] = true
				trap = append(trap, other)
			}
		}
		traps = append(traps, trap)
	}
	return traps
}

// leadingOut are the steps from which the talk can come to the end of the flow, or into another one for good, by what a customer does.
func (v *View) leadingOut(flow *flows.Flow) map[*flows.Step]bool {
	out := map[*flows.Step]bool{}
	for grown := true; grown; {
		grown = false
		for i := len(flow.AllSteps()) - 1; i >= 0; i-- {
			step := flow.AllSteps()[i]
			if out[step] {
				continue
			}
			v.Following(step, func(x flows.Exit) {
				if !ends(x) && (x.To == nil || out[x.To]) {
					out[step] = true
				}
			})
			grown = grown || out[step]
		}
	}
	return out
}

// comingFrom are the steps that the talk can come to from a step, with itself.
func (v *View) comingFrom(step *flows.Step) map[*flows.Step]bool {
	reached := map[*flows.Step]bool{step: true}
	open := []*flows.Step{step}
	for len(open) > 0 {
		at := open[len(open)-1]
		open = open[:len(open)-1]
		v.Following(at, func(x flows.Exit) {
			if x.To != nil && !reached[x.To] {
				reached[x.To] = true
				open = append(open, x.To)
			}
		})
	}
	return reached
}

// ComesBack tells whether all ways from a step lead back to a question, with nothing else asked or waited for between, and no other flow.
func (v *View) ComesBack(step, question *flows.Step) bool {
	open, seen := []*flows.Step{step}, map[*flows.Step]bool{}
	for len(open) > 0 {
		at := open[len(open)-1]
		open = open[:len(open)-1]
		switch {
		case at == nil, at != question && at.Waits():
			return false
		case at == question || seen[at]:
			continue
		}
		seen[at] = true
		for _, x := range v.Exits(at) {
			if x.Into != nil {
				return false
			}
			open = append(open, x.To)
		}
	}
	return true
}
