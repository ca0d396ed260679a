package analysis

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/steps"
)

// Captures are the ways back to an earlier step of a flow from which no way leads out: they are taken while a condition on the flow's own answers holds, and
// nothing behind them changes these. Loops that nobody has a way out of at all are Traps.
func (v *View) Captures(flow *flows.Flow) []Leg {
	var all []Leg
	out, free := v.leadingOut(flow), v.freeToLeave(flow)
	for _, step := range flow.AllSteps() {
		if !out[step] || !v.Reachable(step) {
			continue
		}
		v.Following(step, func(x flows.Exit) {
			if x.To != nil && x.To.Order() <= step.Order() && !free[x.To] && v.captured(step, x) {
				all = append(all, Leg{step, x})
			}
		})
	}
	return all
}

// freeToLeave are the steps from which the talk can come to the end of the flow, or into another one for good, whatever conditions hold on the way.
func (v *View) freeToLeave(flow *flows.Flow) map[*flows.Step]bool {
	free := map[*flows.Step]bool{}
	for grown := true; grown; {
		grown = false
		for _, step := range slices.Backward(flow.AllSteps()) {
			if !free[step] && v.leavesFreely(step, free) {
				free[step], grown = true, true
			}
		}
	}
	return free
}

// leavesFreely tells whether one outcome of a step that can always come about leads out, and so does each that a condition chooses.
func (v *View) leavesFreely(step *flows.Step, free map[*flows.Step]bool) bool {
	ask, ok := step.Body.(*steps.Ask)
	silent := ok && ask.IfKnown == flows.SkipKnown
	always, chosen, all := false, false, true
	v.Following(step, func(x flows.Exit) {
		leads := x.To == nil || free[x.To]
		switch {
		case ends(x): // nobody has to wait for that
		case x.Kind == flows.ExitPass:
			all = all && leads
		case x.Kind == flows.ExitElse, x.Kind == flows.ExitNoArm, x.Kind == flows.ExitArm && x.When != nil, silent:
			chosen, all = true, all && (leads || silent && x.Kind == flows.ExitSkip)
		case x.When == nil:
			always = always || leads
		}
	})
	return all && (always || chosen)
}

// captured tells whether some way that goes back by an outcome of a step never comes to an end.
func (v *View) captured(step *flows.Step, x flows.Exit) bool {
	reaches := v.leadingTo(step)
	for _, b := range v.beginnings(step.Flow()) {
		w := walk{view: v, flow: step.Flow(), known: b.known}
		round := walk{view: v, flow: step.Flow(), known: func(name string) Knowledge {
			if step.Flow().Field(name) != nil {
				return b.known(name)
			}
			return Perhaps
		}}
		w.leave = func(_ *place, leg Leg) bool { return leg.Exit.To != nil && reaches[leg.Exit.To] }
		w.at = func(p *place) bool {
			if p.step != step {
				return false
			}
			back := w.behind(p, x)
			return back != nil && round.heldFast(back)
		}
		if w.begin() != nil {
			return true
		}
	}
	return false
}

// behind is the place behind an outcome, wherever the way has been before; nil where the talk cannot go there. Of what is known there only the flow's own
// answers are left: other flows, and time, may change all else while the talk goes round.
func (w *walk) behind(at *place, x flows.Exit) *place {
	next := w.onward(at, x)
	if next == nil || !begun(at.step, at.from(), x) {
		return nil
	}
	var own []*fact
	for f := next.facts; f != nil; f = f.before {
		if w.ownFact(f) {
			own = append(own, f)
		}
	}
	next.facts = nil
	for _, f := range slices.Backward(own) {
		next.facts = &fact{before: next.facts, Effect: f.Effect, given: f.given}
	}
	return next
}

// ownFact tells of a fact about the flow's own answers and goals alone.
func (w *walk) ownFact(f *fact) bool {
	own := func(name string) bool { return w.flow.Field(name) != nil || w.flow.HasGoal(name) }
	if f.given.Condition == nil {
		return own(f.Field)
	}
	return !slices.ContainsFunc(w.view.Formula(f.given.Condition).Names(), func(name string) bool { return !own(baseOf(name)) })
}

// heldFast goes on from a place in all ways, as long as something new is known on one of them, and tells whether none leads out of the flow. Where answers may
// be changed in a review, where time goes by, and where there are too many ways, it is not told.
func (w *walk) heldFast(from *place) bool {
	if from.facts == nil {
		return false
	}
	seen, open := map[string]bool{}, []*place{from}
	for len(open) > 0 {
		at := open[len(open)-1]
		open = open[:len(open)-1]
		key := w.state(at)
		if seen[key] {
			continue
		}
		if seen[key] = true; len(seen) > waysToStep*waysToStep {
			return false
		}
		switch at.step.Body.(type) {
		case *steps.Review, *steps.Wait:
			return false
		}
		outside := false
		w.view.Following(at.step, func(x flows.Exit) {
			if next := w.onward(at, x); next != nil && (next.step != nil || !ends(x)) {
				outside = outside || next.step == nil || x.Into != nil // a flow that is called may lead elsewhere
				open = append(open, next)
			}
		})
		if outside {
			return false
		}
	}
	return true
}

// state is what is known at a place, as a key: two places with the same lead to the same.
func (w *walk) state(at *place) string {
	var parts []string
	changed := map[string]bool{}
	for f := at.facts; f != nil; f = f.before {
		if f.given.Condition == nil && !changed[f.Field] {
			changed[f.Field] = true
			parts = append(parts, fmt.Sprintf("%s %d %s", f.Field, f.Now, f.Value.AppendJSON(nil)))
		}
	}
	for _, g := range w.valid(at) {
		parts = append(parts, fmt.Sprintf("%s %t", g.Condition.Ref.Path, g.Holds))
	}
	for p := at; p.before != nil; p = p.before {
		if body, ok := p.leg.Step.Body.(*steps.Goal); ok && p.leg.Exit.Kind != flows.ExitPass {
			parts = append(parts, "goal "+string(body.Name))
		}
	}
	slices.SortFunc(parts, cmp.Compare[string])
	return at.step.Ref.Path + "\n" + strings.Join(slices.Compact(parts), "\n")
}
