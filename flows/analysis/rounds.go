package analysis

import (
	"repartee/flows"
	"repartee/flows/steps"
)

// Unasked tells of a `repeat` with `more` that the talk comes to from outside: it begins with an entry, and only behind that it asks whether there is one more.
// The step that the talk comes from is nil where there is none.
func Unasked(step, from *flows.Step) bool {
	repeat, ok := step.Body.(*steps.Repeat)
	return ok && repeat.Times == nil && (from == nil || !within(from, step))
}

// begun tells of the outcomes that a step has when the talk comes to it from another one.
func begun(step, from *flows.Step, x flows.Exit) bool {
	return x.Kind == flows.ExitRound || x.Kind == flows.ExitPass || !Unasked(step, from)
}

// from is the step before; nil where the way begins.
func (p *place) from() *flows.Step {
	if p.before == nil {
		return nil
	}
	return p.leg.Step
}
