package analysis

import (
	"slices"

	"repartee/flows"
)

// life is how far what a step sets in a field can get before something else is set there.
type life struct {
	steps map[*flows.Step]bool // that can read it
	end   bool                 // it is still there when the flow ends, or while the talk rests and another flow can run
}

// lifeOf follows what a step sets in a field.
func (v *View) lifeOf(step *flows.Step, field string) life {
	key := definition{step, field}
	if known, ok := v.lives[key]; ok {
		return known
	}
	l := life{steps: map[*flows.Step]bool{}}
	var open []*flows.Step
	leave := func(from *flows.Step, first bool) {
		for _, x := range v.Exits(from) {
			if first && (x.Kind == flows.ExitPass || x.Kind == flows.ExitSkip) || !first && v.overwrites(from, x, field) {
				continue
			}
			if x.To == nil || x.Into != nil {
				l.end = true
			}
			if x.To != nil && !l.steps[x.To] && !Excursion(from, x) {
				l.steps[x.To] = true
				l.end = l.end || x.To.Waits()
				open = append(open, x.To)
			}
		}
	}
	leave(step, true)
	for len(open) > 0 {
		at := open[len(open)-1]
		open = open[:len(open)-1]
		leave(at, false)
	}
	v.lives[key] = l
	return l
}

// definition is a step that sets a field.
type definition struct {
	step  *flows.Step
	field string
}

// overwrites tells whether a field has another value behind an outcome, which does not come of the one it had.
func (v *View) overwrites(step *flows.Step, x flows.Exit, field string) bool {
	if !slices.Contains(step.Keeps(), field) || slices.ContainsFunc(v.Uses(step), func(u flows.Use) bool { return u.Name == field && u.Role == flows.RoleValue }) {
		return false
	}
	surely := func(string) Knowledge { return Surely }
	return slices.ContainsFunc(v.effects(step, x, surely), func(e Effect) bool { return e.Field == field })
}
