package analysis

import (
	"slices"

	"repartee/flows"
	"repartee/flows/steps"
)

// place is where a walk has come to: a step, with all that is known on this one way.
type place struct {
	before *place
	leg    Leg         // that led here; none at the beginning
	step   *flows.Step // that is taken next; nil: the end of the flow
	facts  *fact       // the newest first
	length int
}

// fact is one thing that is known on a way: what a field is, or that a condition holds or fails.
type fact struct {
	before *fact
	Effect
	given Given
}

// path is the way to a place.
func (p *place) path() Path {
	legs := make(Path, 0, p.length)
	for at := p; at.before != nil; at = at.before {
		legs = append(legs, at.leg)
	}
	slices.Reverse(legs)
	return legs
}

// times counts how often the way has come to a step.
func (p *place) times(step *flows.Step) int {
	n := 0
	for at := p; at != nil; at = at.before {
		if at.step == step {
			n++
		}
	}
	return n
}

// walk goes through one flow, the shortest ways first, and leaves out what contradicts itself.
type walk struct {
	view  *View
	flow  *flows.Flow
	known func(name string) Knowledge // what is known when the flow begins

	// leave tells whether to go this way; nil: each.
	leave func(at *place, leg Leg) bool
	deep  bool // the longest ways first
	// at is called at each place, and tells whether to stop there.
	at func(p *place) bool

	seen map[*flows.Step]int // by how many ways a step was come to
}

// The bounds of a walk: by how many ways it looks at one step, and at how many places in all. Flows of people have some twenty steps; what lies behind the
// bounds is not looked at, so that nothing is found there.
const (
	waysToStep  = 24
	placesAtAll = 4000
)

// begin walks from the first step.
func (w *walk) begin() *place {
	if all := w.flow.AllSteps(); len(all) > 0 {
		return w.from(&place{step: all[0]})
	}
	return nil
}

// from walks on from a place, and gives the one where it stopped; nil where it never did.
func (w *walk) from(start *place) *place {
	w.seen = map[*flows.Step]int{}
	open := []*place{start}
	for n := 0; len(open) > 0; n++ {
		var at *place
		at, open = w.take(open)
		if w.at(at) {
			return at
		}
		if n > placesAtAll {
			return nil
		}
		if at.step == nil {
			continue
		}
		w.view.Following(at.step, func(x flows.Exit) {
			if next := w.next(at, x); next != nil {
				open = append(open, next)
			}
		})
	}
	return nil
}

// take gives the place to go on from, and the others.
func (w *walk) take(open []*place) (at *place, others []*place) {
	if last := len(open) - 1; w.deep {
		return open[last], open[:last]
	}
	return open[0], open[1:]
}

// next is the place behind an outcome; nil where the talk cannot go there, or has been often enough.
func (w *walk) next(at *place, x flows.Exit) *place {
	if w.leave != nil && !w.leave(at, Leg{at.step, x}) || !begun(at.step, at.from(), x) {
		return nil
	}
	if x.To != nil {
		if at.times(x.To) > w.mostTimes(x.To) {
			return nil
		}
		if w.seen[x.To] >= waysToStep {
			return nil
		}
	}
	next := w.onward(at, x)
	if next != nil {
		w.seen[x.To]++
	}
	return next
}

// onward is the place behind an outcome, however often the talk has been there; nil where it cannot go there.
func (w *walk) onward(at *place, x flows.Exit) *place {
	next := &place{before: at, leg: Leg{at.step, x}, step: x.To, facts: at.facts, length: at.length + 1}
	fresh := 0
	for _, given := range w.view.Givens(at.step, x) {
		next.facts = &fact{before: next.facts, given: given}
		fresh++
	}
	if fresh > 0 && !w.possible(next, fresh) {
		return nil
	}
	if w.passesOver(at) {
		if x.Kind == flows.ExitSkip || ends(x) {
			return nil
		}
		return next
	}
	w.changes(next, at.step, x)
	if refused := w.passed(next, at.step, x); refused > 0 && !w.possible(next, refused) {
		return nil
	}
	return next
}

// passesOver tells of a question that is not put since its answer is known, and holds for ever.
func (w *walk) passesOver(at *place) bool {
	ask, ok := at.step.Body.(*steps.Ask)
	if !ok || ask.IfKnown != flows.SkipKnown || len(at.step.Asks().Check) > 0 {
		return false
	}
	field := w.flow.Field(ask.Ask.Name)
	return field != nil && field.FreshFor.Zero() && field.Min == nil && field.Max == nil && w.knows(at)(ask.Ask.Name) == Surely
}

// mostTimes is how often one way may come to a step: to the head of a loop once more.
func (w *walk) mostTimes(step *flows.Step) int {
	for _, x := range w.view.Exits(step) {
		if x.Kind == flows.ExitRound {
			return 1
		}
	}
	return 0
}

// changes notes what becomes of the fields on the way out of a step.
func (w *walk) changes(next *place, step *flows.Step, x flows.Exit) {
	if x.Into != nil && w.view.facts[x.Into].end.all != nil {
		end := w.view.facts[x.Into].end
		for name, i := range w.view.facts[w.flow].customers {
			if e, changed := through(end, i, w.knows(next)(name)); changed {
				e.Field = name
				next.facts = &fact{before: next.facts, Effect: e}
			}
		}
	}
	for _, e := range w.view.effects(step, x, w.knows(next)) {
		next.facts = &fact{before: next.facts, Effect: e}
	}
}

// through is what another flow makes of a field of the customer.
func through(end relation, i int, before Knowledge) (Effect, bool) {
	k := before != Never && end.kk.has(i) || before != Surely && end.uk.has(i)
	u := before != Never && end.ku.has(i) || before != Surely && end.uu.has(i)
	now := Never
	switch {
	case k && u:
		now = Perhaps
	case k:
		now = Surely
	}
	return Effect{Now: now}, now != before || end.ku.has(i) || end.uk.has(i)
}
