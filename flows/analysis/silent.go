package analysis

import (
	"repartee/flows"
	"repartee/flows/steps"
)

// Silent gives where a talk ends that says nothing more after an outcome of a step: the step that ends it, or nil at the end of the flow. Not ok where it says or
// does something else, or where that depends on more than the outcome.
func (v *View) Silent(step *flows.Step, x flows.Exit) (last *flows.Step, ok bool) {
	w := walk{view: v, flow: step.Flow(), known: func(name string) Knowledge { return v.knownOnArrival(step, name) }, seen: map[*flows.Step]int{}}
	at := w.onward(&place{step: step}, x)
	for at != nil && at.step != nil {
		on := w.only(at)
		if on == nil || !wordless(at.step) && on.leg.Exit.Kind != flows.ExitPass {
			return nil, false
		}
		if at.step.Ends() && on.leg.Exit.Kind != flows.ExitPass {
			return at.step, true
		}
		at = on
	}
	return nil, at != nil
}

// only is the place to which a talk goes on, if it is the same for everybody who has come here; else nil.
func (w *walk) only(at *place) *place {
	var on *place
	for _, x := range w.view.Exits(at.step) {
		next := w.next(at, x)
		if next != nil && on != nil {
			return nil
		}
		if next != nil {
			on = next
		}
	}
	return on
}

// wordless tells of a step that customers do not notice.
func wordless(step *flows.Step) bool {
	switch step.Body.(type) {
	case *steps.Set, *steps.Tag, *steps.Untag, *steps.Go, *steps.Branch, *steps.End:
		return true
	}
	return false
}
