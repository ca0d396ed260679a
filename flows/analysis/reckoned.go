package analysis

import (
	"slices"

	"repartee/flows"
	"repartee/flows/expr"
	"repartee/flows/steps"
)

// Reckoned tells of a gap that comes of a `set`: what it reckons with is unknown on this way, and so is what comes of it.
func (g *Gap) Reckoned() bool { return g.Origin != nil && reckons(g.Origin.Step, g.Use.Name) }

// reckons tells of a step that works out what it keeps in a field. Who keeps what was answered as it is knows that it can be unknown.
func reckons(step *flows.Step, field string) bool {
	set, ok := step.Body.(*steps.Set)
	return ok && slices.ContainsFunc(set.Set, func(a flows.Pass) bool {
		formula := a.Expr.Program().Formula()
		return a.Name.Name == field && formula.Sign == expr.Truth && formula.Terms[0].Kind == expr.Opaque
	})
}

// reckoned tells whether a step of a flow works out what it keeps in a field.
func (v *View) reckoned(flow *flows.Flow, field string) bool {
	return slices.ContainsFunc(v.setters(flow, field), func(step *flows.Step) bool { return reckons(step, field) })
}

// otherwise tells of a condition of an arm that is not the only one: where the condition fails, something else is said or done.
func (v *View) otherwise(use flows.Use) bool {
	at := func(c *flows.Condition) bool { return c != nil && c.Ref.Path == use.Ref.Path }
	arms, among := 0, false
	for _, form := range v.Forms(use.Step) {
		switch form := form.(type) {
		case *flows.Arm:
			arms++
			among = among || at(form.When)
		case *flows.Text:
			if len(form.Arms) > 1 && slices.ContainsFunc(form.Arms, func(a flows.TextArm) bool { return at(a.When) }) {
				return true
			}
		}
	}
	return among && arms > 1
}
