package flows

import (
	"maps"
	"slices"

	"repartee/flows/value"
)

// Misfit says why a kept answer is none any more.
type Misfit string

// Why an answer does not fit.
const (
	Fits        Misfit = ""
	FieldGone   Misfit = "field_gone" // nothing reads it; it is kept, should the field come back
	OtherType   Misfit = "type"       // it is of another type: it is forgotten
	OptionGone  Misfit = "option"     // the option is gone: it is forgotten
	OutOfBounds Misfit = "bounds"     // it could not be given any more; it is kept
)

// Forgotten tells of an answer that is not kept.
func (m Misfit) Forgotten() bool { return m == OtherType || m == OptionGone }

// Unfit is a kept answer that does not fit the set.
type Unfit struct {
	Flow, Field string // Flow is "" for a field of the customer
	Why         Misfit
}

// Misfits tells which answers of a state do not fit the engine's set, in the order of their names: the customer's, then those of the runs.
func (e *Engine) Misfits(state State) []Unfit {
	t := newTurn(e.set, state.clone(), Input{}) // names follow `was:`
	unfit := t.set.misfits("", t.state.Contact.Fields)
	t.state.Session.eachFrame(func(frame *Frame) {
		if t.set.flows[frame.Flow] != nil {
			unfit = append(unfit, t.set.misfits(frame.Flow, frame.Fields)...)
		}
	})
	return unfit
}

func (s *Set) misfits(flow string, kept map[string]Answer) (unfit []Unfit) {
	for _, name := range slices.Sorted(maps.Keys(kept)) {
		if why := s.misfit(flow, name, kept[name].Value); why != Fits {
			unfit = append(unfit, Unfit{Flow: flow, Field: name, Why: why})
		}
	}
	return unfit
}

// forgetMisfits forgets what is no answer any more.
func (t *Turn) forgetMisfits() {
	forget := func(flow string, kept map[string]Answer) {
		maps.DeleteFunc(kept, func(name string, a Answer) bool { return t.set.misfit(flow, name, a.Value).Forgotten() })
	}
	if unfit := t.set.misfits("", t.state.Contact.Fields); slices.ContainsFunc(unfit, func(u Unfit) bool { return u.Why.Forgotten() }) {
		t.ownFields()
		forget("", t.state.Contact.Fields)
	}
	t.state.Session.eachFrame(func(frame *Frame) {
		if t.set.flows[frame.Flow] != nil {
			forget(frame.Flow, frame.Fields)
		}
	})
}

// misfit holds a value against the field that it is kept in.
func (s *Set) misfit(flow, name string, v value.Value) Misfit {
	field := s.fields[name]
	if flow != "" {
		field = s.field(flow, name)
	}
	switch {
	case field == nil && s.goals(flow)[name]: // a goal that was reached
		return Fits
	case field == nil:
		return FieldGone
	case field.typ.Base == value.TypeAny:
		return Fits
	case v.Kind() != field.typ.Kind():
		return OtherType
	case !hasOptions(field.typ, v):
		return OptionGone
	case !inBounds(field.boundsAlways(), v, s.Currency):
		return OutOfBounds
	}
	return Fits
}

// boundsAlways is the type with the bounds that hold at any time.
func (f *Field) boundsAlways() *value.Type {
	if f.bounded != nil {
		return f.bounded
	}
	return f.typ
}

func (s *Set) goals(flow string) map[string]bool {
	if f := s.flows[flow]; f != nil {
		return f.goals
	}
	return nil
}

// hasOptions tells whether all that a value names is among a type's options.
func hasOptions(typ *value.Type, v value.Value) bool {
	if len(typ.Options) == 0 {
		return true
	}
	chosen := []value.Value{v}
	if typ.Base == value.TypeManyOf {
		chosen = v.AsList()
	} else if typ.Base != value.TypeOneOf {
		return true
	}
	return !slices.ContainsFunc(chosen, func(one value.Value) bool {
		_, ok := typ.Option(one.AsText())
		return !ok
	})
}
