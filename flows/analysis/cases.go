package analysis

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis/decide"
	"repartee/flows/expr"
	"repartee/flows/value"
)

// Case is a way that a talk can take, and what the customer has answered on it.
type Case struct {
	Path    Path
	Witness decide.Witness
}

// Search looks for a Case in which conditions hold, and others do not, when a step is taken.
type Search struct {
	Hold, Fail []*expr.Formula
	// Domain is what names are that are known only at the step, as item; not ok for all others. Nil: there are none.
	Domain func(name string) (decide.Domain, bool)
}

// Case looks for a way to a step on which all is as asked for. It tells of none that cannot come about.
func (v *View) Case(step *flows.Step, s Search) (Case, bool) {
	reaches := v.leadingTo(step)
	for _, b := range v.beginnings(step.Flow()) {
		var found Case
		w := walk{view: v, flow: step.Flow(), known: b.known}
		w.leave = func(_ *place, leg Leg) bool {
			return leg.Exit.To != nil && reaches[leg.Exit.To] && !leg.listsNothing()
		}
		w.at = func(p *place) bool {
			if p.step != step {
				return false
			}
			answer, witness := decide.Decide(w.question(p, s, b.entry))
			found = Case{p.path(), witness}
			return answer == decide.Yes
		}
		if w.begin() != nil {
			return found, true
		}
	}
	return Case{}, false
}

// question asks for a search at the place of a walk: with all that is known there.
func (w *walk) question(p *place, s Search, entry *Entry) decide.Question {
	q := decide.Question{Hold: slices.Clone(s.Hold), Fail: slices.Clone(s.Fail), Currency: w.view.Set.Currency}
	q.Domain = func(name string, _ *value.Type) decide.Domain {
		if s.Domain != nil {
			if d, ok := s.Domain(name); ok {
				return d
			}
		}
		return w.domain(p, name, false)
	}
	if p.step.When != nil {
		q.Hold = append(q.Hold, w.view.Formula(p.step.When))
	}
	for _, given := range w.valid(p) {
		if formula := w.view.Formula(given.Condition); given.Holds {
			q.Hold = append(q.Hold, formula)
		} else {
			q.Fail = append(q.Fail, formula)
		}
	}
	q.Hold = append(q.Hold, w.view.handedOn(entry)...)
	return q
}

// handedOn are the conditions on which another flow leads into this one, as far as they are about the customer.
func (v *View) handedOn(entry *Entry) []*expr.Formula {
	if entry == nil || entry.From == nil {
		return nil
	}
	hold, _ := v.Certain(entry.From)
	for _, g := range v.Givens(entry.From, entry.Exit) {
		formula := v.Formula(g.Condition)
		if !g.Holds {
			formula = formula.Negated()
		}
		hold = append(hold, formula)
	}
	var shared []*expr.Formula
	for _, f := range hold {
		if v.ofCustomer(f) {
			shared = append(shared, f)
		}
	}
	return shared
}

// ofCustomer tells of a condition that is about fields of the customer alone.
func (v *View) ofCustomer(f *expr.Formula) bool {
	for _, name := range f.Names() {
		if v.Set.Field(baseOf(name)) == nil {
			return false
		}
	}
	return true
}

// passed notes that no check has refused the answer, and tells how many checks there are.
func (w *walk) passed(next *place, step *flows.Step, x flows.Exit) int {
	q := step.Asks()
	if q == nil || x.Kind != flows.ExitAnswer && x.Kind != flows.ExitOption {
		return 0
	}
	for i := range q.Check {
		next.facts = &fact{before: next.facts, given: Given{&q.Check[i].When, false}}
	}
	return len(q.Check)
}

// Domain is what a name can be when the talk comes to a step, whichever way the talk came.
func (v *View) Domain(step *flows.Step, name string) decide.Domain {
	field := v.Field(step.Flow(), name)
	if field == nil {
		return v.given(step.Flow(), name)
	}
	d := decide.Domain{Type: v.kept(field)}
	switch v.knownOnArrival(step, name) {
	case Surely:
		d.Known = !v.told[field]
	case Never:
		d.Unknown = true
	}
	return d
}

// Shared is what a name can be outside of the flows: in an answer of the FAQ, at a voucher.
func (v *View) Shared(name string) decide.Domain {
	if field := v.Set.Field(name); field != nil {
		return decide.Domain{Type: v.kept(field)}
	}
	return v.given(nil, name)
}

// kept is the type of a field with its bounds, where only answers are kept in it.
func (v *View) kept(field *flows.Field) *value.Type {
	if v.assigned(field) {
		return field.ValueType()
	}
	return v.bounded(field)
}

// knownOnArrival is Known without what the step's own `when` makes sure.
func (v *View) knownOnArrival(step *flows.Step, field string) Knowledge {
	facts := v.facts[step.Flow()]
	if r := facts.at[step.Order()]; r.all != nil {
		return facts.knows(r, facts.index(field))
	}
	return Never
}
