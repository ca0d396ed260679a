package analysis

import (
	"repartee/flows"
	"repartee/flows/analysis/decide"
	"repartee/flows/expr"
	"repartee/flows/steps"
	"repartee/flows/value"
)

// GoalReachable tells whether some way through a flow reaches the goal at its head. Of a flow without one, and where there are too many ways to tell, it is so.
func (v *View) GoalReachable(flow *flows.Flow) bool {
	if flow.Goal == nil {
		return true
	}
	return v.Once(reachableGoal{flow}, func() any { return v.goalReachable(flow) }).(bool)
}

// reachableGoal is what it is known by whether the goal of a flow can be reached: two rules ask.
type reachableGoal struct{ flow *flows.Flow }

func (v *View) goalReachable(flow *flows.Flow) bool {
	begun := false
	for _, b := range v.beginnings(flow) {
		begun = true
		w := walk{view: v, flow: flow, known: b.known}
		w.at = func(p *place) bool { return (p.step == nil || p.step.Waits()) && w.reached(p) }
		if w.begin() != nil || w.cut {
			return true
		}
	}
	return !begun
}

// GoalMissed finds a way through a flow on which the customer declines nothing, and nothing goes wrong, and which ends without the goal at the flow's head, an
// offer or a way on; nil where there is none.
func (v *View) GoalMissed(flow *flows.Flow) Path {
	if flow.Goal == nil {
		return nil
	}
	for _, b := range v.beginnings(flow) {
		w := walk{view: v, flow: flow, known: b.known}
		w.leave = func(_ *place, leg Leg) bool {
			_, experiment := leg.Step.Body.(*steps.Split) // which of its arms reach the goal is looked at for itself
			return !experiment && !leg.Declined() && leg.Exit.Kind != flows.ExitLeave && !v.turnsDown(leg)
		}
		w.at = func(p *place) bool { return p.step == nil && endsIdly(p.path()) && !w.reached(p) }
		if p := w.begin(); p != nil {
			return p.path()
		}
	}
	return nil
}

// reached tells whether the flow's goal can hold at a place.
func (w *walk) reached(p *place) bool {
	goal := w.flow.Goal
	at := &place{before: p.before, leg: p.leg, step: p.step, facts: &fact{before: p.facts, given: Given{goal, true}}}
	names := map[string]bool{}
	w.namesOf(Given{goal, true}, names)
	return w.allows(at, names, nil)
}

// passed tells whether the way to a place reached a goal by its step.
func (p *place) passed(goal string) bool {
	for at := p; at.before != nil; at = at.before {
		body, ok := at.leg.Step.Body.(*steps.Goal)
		if ok && string(body.Name) == goal && at.leg.Exit.Kind != flows.ExitPass {
			return true
		}
	}
	return false
}

// goalDomain is a goal's name at a place: yes or no.
func goalDomain(p *place, goal string) decide.Domain {
	return decide.Domain{Values: []value.Value{value.Bool(p.passed(goal))}, Known: true}
}

// endsIdly tells of a way on which something was asked, and which ends without having gone into another flow since.
func endsIdly(path Path) bool {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i].Exit.Into != nil {
			return false
		}
		if path[i].Asked() {
			return true
		}
	}
	return false
}

// turnsDown tells of a leg on which the customer says no: by an option that only ends the talk, or by a yes or no on which it depends.
func (v *View) turnsDown(leg Leg) bool {
	if leg.Exit.Kind == flows.ExitOption && v.onlyEnds(leg.Exit.To) {
		return true
	}
	for _, g := range v.Givens(leg.Step, leg.Exit) {
		if v.denies(v.formula(g.Condition), g.Holds) {
			return true
		}
	}
	return false
}

// onlyEnds tells whether a talk goes straight to its end, without reaching a goal.
func (v *View) onlyEnds(step *flows.Step) bool {
	for n := 0; step != nil; n++ {
		if _, goal := step.Body.(*steps.Goal); goal || step.Waits() || step.When != nil || n > len(step.Flow().AllSteps()) {
			return false
		}
		exits := v.exits[step]
		if len(exits) != 1 {
			return false
		}
		step = exits[0].To
	}
	return true
}

// denies tells whether a formula that holds, or fails, says that an answer was no.
func (v *View) denies(f *expr.Formula, holds bool) bool {
	switch f.Sign {
	case expr.Truth:
		return !holds && f.Terms[0].Kind == expr.Name
	case expr.Not:
		return v.denies(f.Parts[0], !holds)
	case expr.And, expr.Or:
		if (f.Sign == expr.And) == holds {
			for _, part := range f.Parts {
				if v.denies(part, holds) {
					return true
				}
			}
		}
	}
	return false
}
