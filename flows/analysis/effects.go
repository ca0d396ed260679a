package analysis

import (
	"slices"

	"repartee/flows"
	"repartee/flows/expr"
	"repartee/flows/steps"
	"repartee/flows/value"
)

// Effect is what a step makes of a field when it comes to one of its outcomes.
type Effect struct {
	Field string
	Now   Knowledge
	Value value.Value // where it is always the same
}

// effects are what becomes of the flow's and the customer's fields on the way out of a step. knows tells what is known of the names that it reads.
func (v *View) effects(step *flows.Step, x flows.Exit, knows func(name string) Knowledge) []Effect {
	if x.Kind == flows.ExitPass || Excursion(step, x) {
		return nil
	}
	switch body := step.Body.(type) {
	case *steps.Set:
		return assigned(body.Set, knows)
	case *steps.Flow:
		return v.taken(body, x)
	case *steps.Call:
		return called(body, x)
	case *steps.Repeat:
		return v.repeated(body, step, x)
	}
	return append(v.changed(step, x, knows), kept(step, x)...)
}

// changed are the fields that may be forgotten since a question was answered otherwise than before: those that were worked out of its answer. What was asked for
// comes after the question, or was answered before it and stays.
func (v *View) changed(step *flows.Step, x flows.Exit, knows func(name string) Knowledge) []Effect {
	switch x.Kind {
	case flows.ExitAnswer, flows.ExitOption, flows.ExitSkip:
	default:
		return nil
	}
	flow := step.Flow()
	var all []Effect
	for _, name := range step.Keeps() {
		if step.Asks() == nil || knows(name) == Never {
			continue
		}
		for _, dependent := range flow.Dependents(name) {
			if knows(dependent) != Never && v.workedOut(flow, dependent) {
				all = append(all, Effect{Field: dependent, Now: Perhaps})
			}
		}
	}
	return all
}

// workedOut tells of a field that a `set` of the flow gives a value to.
func (v *View) workedOut(flow *flows.Flow, name string) bool {
	return slices.ContainsFunc(v.setters(flow, name), func(s *flows.Step) bool { return s.Kind == "set" })
}

func assigned(pairs flows.Assignments, knows func(name string) Knowledge) []Effect {
	var all []Effect
	now := func(name string) Knowledge {
		for i := len(all) - 1; i >= 0; i-- {
			if all[i].Field == name {
				return all[i].Now
			}
		}
		return knows(name)
	}
	for i := range pairs {
		e := Effect{Field: pairs[i].Name.Name, Now: gives(pairs[i].Expr.Program(), now)}
		if v, ok := pairs[i].Expr.Program().Constant(); ok {
			e.Value = v
		}
		all = append(all, e)
	}
	return all
}

// taken are the fields that take something from a flow that has ended.
func (v *View) taken(body *steps.Flow, x flows.Exit) []Effect {
	if x.Into == nil {
		return nil
	}
	var all []Effect
	for i := range body.Take {
		now := gives(body.Take[i].Expr.Program(), func(name string) Knowledge { return v.KnownAtEnd(x.Into, name) })
		all = append(all, Effect{Field: body.Take[i].Name.Name, Now: now})
	}
	return all
}

// called are the fields that take something from outside: all of it, or after a failure nothing.
func called(body *steps.Call, x flows.Exit) []Effect {
	now := Surely
	if x.Kind == flows.ExitOutcome {
		now = Never
	}
	var all []Effect
	for i := range body.Take {
		all = append(all, Effect{Field: body.Take[i].Name.Name, Now: now})
	}
	return all
}

// repeated are the list, and its columns, which are empty at the beginning of each round and after the last.
func (v *View) repeated(body *steps.Repeat, step *flows.Step, x flows.Exit) []Effect {
	all := []Effect{{Field: body.Repeat.Name, Now: Surely}}
	if field := v.Field(step.Flow(), body.Repeat.Name); field != nil && field.Of != nil {
		for _, column := range field.Of.Fields {
			all = append(all, Effect{Field: string(column.Name), Now: Never})
		}
	}
	return all
}

// kept are the fields that any other step keeps.
func kept(step *flows.Step, x flows.Exit) []Effect {
	names := step.Keeps()
	if len(names) == 0 {
		return nil
	}
	e := Effect{Now: Surely}
	switch x.Kind {
	case flows.ExitOutcome, flows.ExitGiveUp, flows.ExitSilence:
		return nil
	case flows.ExitSkip:
		e.Now = Never
	case flows.ExitOption:
		e.Value = value.Text(string(x.Option.ID))
	}
	if book, ok := step.Body.(*steps.Book); ok && (book.Book.Cancel != nil || x.Kind == flows.ExitSkip) {
		if book.Book.Cancel == nil {
			return nil
		}
		e.Now = Perhaps
	}
	all := make([]Effect, len(names))
	for i, name := range names {
		all[i] = e
		all[i].Field = name
	}
	return all
}

// gives tells whether an expression gives something, given what is known of its names.
func gives(p *expr.Program, knows func(name string) Knowledge) Knowledge {
	if v, ok := p.Constant(); ok {
		return knownValue(v)
	}
	f := p.Formula()
	if f.Sign != expr.Truth {
		return Surely // a condition holds or does not
	}
	unguarded := map[string]bool{}
	for _, read := range p.Reads() {
		unguarded[read.Name] = unguarded[read.Name] || !read.Guarded
	}
	return givesTerm(f.Terms[0], unguarded, knows)
}

func knownValue(v value.Value) Knowledge {
	if v.Known() {
		return Surely
	}
	return Never
}

func givesTerm(t *expr.Term, unguarded map[string]bool, knows func(name string) Knowledge) Knowledge {
	switch t.Kind {
	case expr.Constant:
		return knownValue(t.Value)
	case expr.Name:
		return knows(t.Base)
	case expr.Count, expr.List:
		return Surely
	case expr.Number, expr.Amount:
		return givesTerm(t.Args[0], unguarded, knows)
	case expr.Choice:
		return givesTerm(t.Args[0], unguarded, knows).joined(givesTerm(t.Args[1], unguarded, knows))
	case expr.OrElse:
		return max(givesTerm(t.Args[0], unguarded, knows), givesTerm(t.Args[1], unguarded, knows))
	}
	least := Surely
	for _, name := range t.Names() {
		if base := baseOf(name); unguarded[base] {
			least = min(least, knows(base))
		}
	}
	return least
}
