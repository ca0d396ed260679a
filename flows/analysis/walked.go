package analysis

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis/decide"
	"repartee/flows/value"
)

// knows tells what is known at a place of the names there.
func (w *walk) knows(at *place) func(name string) Knowledge {
	return func(name string) Knowledge { return w.fact(at, name).Now }
}

// fact is the newest that is known of a name.
func (w *walk) fact(at *place, name string) Effect {
	for f := at.facts; f != nil; f = f.before {
		if f.given.Condition == nil {
			if f.Field == name {
				return f.Effect
			}
			continue
		}
		p := w.view.proves(f.given.Condition, f.given.Holds)
		if slices.Contains(p.known, name) {
			return Effect{Field: name, Now: Surely}
		}
		if slices.Contains(p.unknown, name) {
			return Effect{Field: name, Now: Never}
		}
	}
	if w.view.Field(w.flow, name) == nil {
		return Effect{Field: name, Now: knownOfAll(name)}
	}
	return Effect{Field: name, Now: w.known(name)}
}

// possible tells whether the newest conditions agree with the others.
func (w *walk) possible(at *place, fresh int) bool {
	names := map[string]bool{}
	for f := at.facts; fresh > 0; f, fresh = f.before, fresh-1 {
		w.namesOf(f.given, names)
	}
	return w.allows(at, names, nil)
}

func (w *walk) namesOf(g Given, names map[string]bool) {
	for _, name := range w.view.Formula(g.Condition).Names() {
		names[baseOf(name)] = true
	}
}

// allows tells whether what is known at a place of some names, and of all that hangs together with them, can be so, with further conditions, and some names as
// they are said to be.
func (w *walk) allows(at *place, names map[string]bool, unknown []string) bool {
	givens := w.valid(at)
	for grown := true; grown; { // what is said of one name together with another one
		grown = false
		for _, given := range givens {
			if w.touches(given, names) {
				before := len(names)
				w.namesOf(given, names)
				grown = grown || len(names) > before
			}
		}
	}
	q := decide.Question{Currency: w.view.Set.Currency, Domain: func(name string, typ *value.Type) decide.Domain {
		return w.domain(at, name, slices.Contains(unknown, name))
	}}
	for _, given := range givens {
		if !w.touches(given, names) {
			continue
		}
		if formula := w.view.Formula(given.Condition); given.Holds {
			q.Hold = append(q.Hold, formula)
		} else {
			q.Fail = append(q.Fail, formula)
		}
	}
	return decide.Possible(q)
}

func (w *walk) touches(g Given, names map[string]bool) bool {
	return slices.ContainsFunc(w.view.Formula(g.Condition).Names(), func(name string) bool { return names[baseOf(name)] })
}

// valid are the conditions about what has not changed since they were looked at.
func (w *walk) valid(at *place) []Given {
	changed := map[string]bool{}
	var all []Given
	for f := at.facts; f != nil; f = f.before {
		if f.given.Condition == nil {
			changed[f.Field] = true
			continue
		}
		if !w.touches(f.given, changed) {
			all = append(all, f.given)
		}
	}
	return all
}

// domain is what a name can be at a place.
func (w *walk) domain(at *place, name string, unknown bool) decide.Domain {
	if unknown {
		return decide.Domain{Unknown: true}
	}
	field := w.view.Field(w.flow, name)
	switch {
	case field == nil && w.flow.HasGoal(name):
		return goalDomain(at, name)
	case field == nil:
		return w.view.given(w.flow, name)
	}
	d := decide.Domain{Type: w.view.bounded(field)}
	for f := at.facts; f != nil; f = f.before { // conditions say it themselves
		if f.given.Condition == nil && f.Field == name {
			return sharpened(d, f.Effect)
		}
	}
	return sharpened(d, Effect{Now: w.known(name)})
}

func sharpened(d decide.Domain, e Effect) decide.Domain {
	switch {
	case e.Now == Never:
		return decide.Domain{Unknown: true}
	case e.Now == Surely && e.Value.Known() && !e.many(d.Type):
		return decide.Domain{Type: d.Type, Values: []value.Value{e.Value}, Known: true}
	case e.Now == Surely:
		d.Known = true
	}
	return d
}

// many tells of a field that keeps several values.
func (e Effect) many(t *value.Type) bool {
	return t != nil && t.Kind() == value.KindList
}

// bounded is the type of a field with those of its bounds that are the same for everybody.
func (v *View) bounded(field *flows.Field) *value.Type {
	t := field.ValueType()
	if t == nil || field.Min == nil && field.Max == nil {
		return t
	}
	now := *t
	bound := func(e *flows.Expr) *value.Value {
		if e == nil || e.Program() == nil {
			return nil
		}
		limit, ok := e.Program().Constant()
		if !ok || !limit.Known() {
			return nil
		}
		return &limit
	}
	now.Min, now.Max = bound(field.Min), bound(field.Max)
	return &now
}
