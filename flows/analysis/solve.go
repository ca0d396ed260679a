package analysis

import (
	"strings"

	"repartee/flows"
)

// solver works out what is known where. Nothing is assumed to be reached before it is: each flow is gone through again when more is known of how it begins, or
// of how a flow that it calls ends.
type solver struct {
	*View
	open    []*flows.Flow
	waiting map[*flows.Flow]bool
}

func (v *View) solve() {
	v.facts = newFacts(v.Set)
	s := solver{View: v, waiting: map[*flows.Flow]bool{}}
	for _, flow := range v.Set.Flows {
		if len(flow.AllSteps()) > 0 && v.Starts(flow) {
			s.start(flow)
		}
	}
	for len(s.open) > 0 {
		flow := s.open[0]
		s.open = s.open[1:]
		s.waiting[flow] = false
		s.goThrough(v.facts[flow])
	}
}

func (s *solver) again(flow *flows.Flow) {
	if !s.waiting[flow] && len(flow.AllSteps()) > 0 {
		s.waiting[flow] = true
		s.open = append(s.open, flow)
	}
}

// start begins a flow with nothing handed over: what the customer told before may be known or not.
func (s *solver) start(flow *flows.Flow) {
	f := s.facts[flow]
	for _, i := range f.customers {
		f.known.add(i)
		f.unknown.add(i)
	}
	for _, i := range f.own {
		f.unknown.add(i)
	}
	s.again(flow)
}

// goThrough follows all ways through one flow.
func (s *solver) goThrough(f *flowFacts) {
	all := f.flow.AllSteps()
	changed := make([]bool, len(all))
	clear(f.at)
	f.at[0], changed[0] = unchanged(f.fields), true
	before := f.end
	f.end = relation{}
	for open := true; open; {
		open = false
		for i, step := range all {
			if !changed[i] {
				continue
			}
			changed[i] = false
			for _, x := range s.Exits(step) {
				r, ok := s.leave(f, step, x)
				if ok && !Excursion(step, x) && !fallsSilent(x) && s.arrive(f, x, r) {
					changed[x.To.Order()], open = true, true
				}
			}
		}
	}
	if f.end.all != nil && (before.all == nil || before.join(f.end)) {
		for _, entry := range s.entries[f.flow] {
			if entry.From != nil {
				s.again(entry.From.Flow())
			}
		}
	}
}

// leave is what is known on the way out of a step; not ok where nobody can go that way.
func (s *solver) leave(f *flowFacts, step *flows.Step, x flows.Exit) (relation, bool) {
	r := f.at[step.Order()].clone()
	for _, given := range s.Givens(step, x) {
		if !s.guard(f, r, given.Condition, given.Holds) {
			return r, false
		}
	}
	if x.Into != nil {
		s.enter(f, r, step, x)
		end := s.facts[x.Into].end
		if end.all == nil && len(x.Into.AllSteps()) > 0 {
			return r, false
		}
		if end.all != nil {
			r.through(end, len(f.customers))
		}
	}
	for _, e := range s.effects(step, x, f.knower(r)) {
		if i := f.index(e.Field); i >= 0 {
			r.becomes(i, e.Now)
		}
	}
	return r, true
}

// knower tells what is known of names at a place.
func (f *flowFacts) knower(r relation) func(name string) Knowledge {
	return func(name string) Knowledge {
		if i := f.index(name); i >= 0 {
			return f.knows(r, i)
		}
		return knownOfAll(name)
	}
}

// arrive joins what is known on one way with what is known on the others; true where the step has to be looked at again.
func (s *solver) arrive(f *flowFacts, x flows.Exit, r relation) bool {
	if x.To == nil {
		if f.end.all == nil {
			f.end = newRelation(f.fields)
		}
		f.end.join(r)
		return false
	}
	at := &f.at[x.To.Order()]
	if at.all == nil {
		*at = newRelation(f.fields)
	}
	return at.join(r)
}

// enter hands over to another flow what is known, and what it is given.
func (s *solver) enter(f *flowFacts, r relation, step *flows.Step, x flows.Exit) {
	into := s.facts[x.Into]
	known, unknown := make(bits, len(into.known)), make(bits, len(into.unknown))
	put := func(i int, k Knowledge) {
		if k != Never {
			known.add(i)
		}
		if k != Surely {
			unknown.add(i)
		}
	}
	for _, i := range f.customers {
		put(i, f.knows(r, i))
	}
	with := s.handed(step, x)
	for name, i := range into.own {
		put(i, given(with, name, f.knower(r)))
	}
	grown := into.known.join(known)
	if into.unknown.join(unknown) || grown {
		s.again(x.Into)
	}
}

// given is what is handed over under a name.
func given(with flows.Passing, name string, knows func(name string) Knowledge) Knowledge {
	for i := range with {
		if with[i].Name.Name == name && with[i].Expr.Program() != nil {
			return gives(with[i].Expr.Program(), knows)
		}
	}
	return Never
}

func baseOf(name string) string {
	base, _, _ := strings.Cut(name, ".")
	return base
}
