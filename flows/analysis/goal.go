package analysis

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis/decide"
	"repartee/flows/expr"
	"repartee/flows/steps"
	"repartee/flows/value"
)

// GoalReachable tells whether the goal at the head of a flow can hold at all: whether what it asks for can be set, and does not contradict itself.
func (v *View) GoalReachable(flow *flows.Flow) bool {
	if flow.Goal == nil {
		return true
	}
	domain := func(name string, _ *value.Type) decide.Domain {
		field := v.Field(flow, name)
		switch {
		case field == nil && flow.HasGoal(name):
			return decide.Domain{Values: []value.Value{value.Bool(true), value.Bool(false)}, Known: true}
		case field == nil:
			return v.given(flow, name)
		case flow.Field(name) != nil && len(v.setters(flow, name)) == 0 && !v.HandsOver(flow, name):
			return decide.Domain{Unknown: true}
		}
		return decide.Domain{Type: v.bounded(field)}
	}
	return decide.Possible(decide.Question{Hold: []*expr.Formula{v.Formula(flow.Goal)}, Domain: domain, Currency: v.Set.Currency})
}

// HandsOver tells whether a flow is given something under a name by one that leads into it.
func (v *View) HandsOver(flow *flows.Flow, name string) bool {
	return slices.ContainsFunc(v.entries[flow], func(e Entry) bool {
		return slices.ContainsFunc(e.With, func(p flows.Pass) bool { return p.Name.Name == name })
	})
}

// GoalMissed finds a way through a flow on which the customer declines nothing, and nothing goes wrong, and which ends without the goal at the flow's head, an
// offer or a way on; nil where there is none.
func (v *View) GoalMissed(flow *flows.Flow) Path {
	if flow.Goal == nil || !v.passesGoal(flow) {
		return nil
	}
	for _, b := range v.beginnings(flow) {
		w := walk{view: v, flow: flow, known: b.known}
		w.leave = func(at *place, leg Leg) bool { return v.goesAlong(leg) && !w.counted(at) }
		w.at = func(p *place) bool { return p.step == nil && endsIdly(p.path()) && !w.reached(p) }
		if p := w.begin(); p != nil {
			return p.path()
		}
	}
	return nil
}

// goesAlong tells of a leg on which the customer declines nothing, stays in the flow, and has not reached the goal. Which arms of an experiment reach the goal is looked at for itself.
func (v *View) goesAlong(leg Leg) bool {
	_, experiment := leg.Step.Body.(*steps.Split)
	if leg.Exit.Kind != flows.ExitPass && v.ReachesGoal(leg.Step) {
		return false
	}
	return !experiment && !leg.Declined() && leg.Exit.Kind != flows.ExitLeave && !v.turnsDown(leg)
}

// passesGoal tells, without a look at conditions, whether some way of somebody who goes along ends without having come to the goal.
func (v *View) passesGoal(flow *flows.Flow) bool {
	seen, open := map[*flows.Step]bool{}, flow.AllSteps()[:min(1, len(flow.AllSteps()))]
	open = slices.Clone(open)
	for len(open) > 0 {
		at := open[len(open)-1]
		open = open[:len(open)-1]
		if seen[at] {
			continue
		}
		seen[at] = true
		for _, x := range v.Exits(at) {
			if Excursion(at, x) || fallsSilent(x) || !v.goesAlong(Leg{at, x}) {
				continue
			}
			if x.To == nil {
				return true
			}
			open = append(open, x.To)
		}
	}
	return false
}

// counted tells whether the talk rests at a place where the flow's goal holds in any case: it counts at the end of each turn.
func (w *walk) counted(p *place) bool {
	return p.step.Waits() && !w.goal(p, false)
}

// reached tells whether the flow's goal can hold at a place.
func (w *walk) reached(p *place) bool { return w.goal(p, true) }

// goal tells whether the flow's goal can hold at a place, or fail.
func (w *walk) goal(p *place, holds bool) bool {
	goal := w.flow.Goal
	at := &place{before: p.before, leg: p.leg, step: p.step, facts: &fact{before: p.facts, given: Given{goal, holds}}}
	names := map[string]bool{}
	w.namesOf(Given{goal, holds}, names)
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
		if v.denies(v.Formula(g.Condition), g.Holds) {
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
		exits := v.Exits(step)
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
