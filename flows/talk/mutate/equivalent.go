package mutate

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis/decide"
	"repartee/flows/expr"
)

// Equivalent tells of the changes of a set's source which are known to change nothing, since it can be proved: arms whose order means nothing because only one of them
// can hold.
func Equivalent(set *flows.Set) func(Change) bool {
	arms := orders(set)
	return func(c Change) bool {
		order, ok := arms[c.Ref]
		return ok && c.Kind == Swap && !decide.Possible(decide.Question{Hold: order.hold, Fail: order.fail, Currency: set.Currency})
	}
}

// order is what must hold, and fail, for the order of two arms to mean anything.
type order struct{ hold, fail []*expr.Formula }

// orders gives the order of each arm and the one above it, by the place of the lower one.
func orders(set *flows.Set) map[flows.Ref]order {
	all := map[flows.Ref]order{}
	for _, flow := range set.Flows {
		for _, step := range flow.AllSteps() {
			var branch []placed
			flows.Forms(step.Body, func(form any) {
				switch form := form.(type) {
				case *flows.Arm:
					branch = append(branch, placed{form.Ref, form.When})
				case *flows.Text:
					var text []placed
					for i := range form.Arms {
						text = append(text, placed{form.Arms[i].Text.Ref, form.Arms[i].When})
					}
					note(all, text)
				}
			})
			note(all, branch)
		}
	}
	return all
}

// placed is the condition of an arm, with its place.
type placed struct {
	ref  flows.Ref
	when *flows.Condition
}

func note(all map[flows.Ref]order, arms []placed) {
	var above []*expr.Formula
	for i, arm := range arms {
		if arm.when == nil {
			return
		}
		formula := arm.when.Program().Formula()
		if i > 0 {
			all[arm.ref] = order{hold: []*expr.Formula{above[i-1], formula}, fail: slices.Clone(above[:i-1])}
		}
		above = append(above, formula)
	}
}
