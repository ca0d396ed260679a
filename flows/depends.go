package flows

import (
	"slices"
	"strings"

	"repartee/flows/expr"
	"repartee/flows/value"
)

// Setting is a body that keeps something in fields.
type Setting interface{ Sets() []string }

// depends works out which fields depend on which: because an expression reads the other, or because a condition on the way to the step does, or because the step
// stands under an option of the other's question. Changing an answer forgets just those.
func (c *compiler) depends(flow *Flow) {
	direct := map[string][]string{}
	seen := map[[2]string]bool{}
	around := map[*Step][]string{}
	for _, step := range flow.steps {
		body, ok := step.Body.(Setting)
		if !ok {
			continue
		}
		reads := slices.Concat(readsOf(step), readsAround(step, around), c.readsOfFields(flow, body))
		pairs := readsOfPairs(step)
		for _, set := range body.Sets() {
			if forgets(step, set) {
				continue // what a field is forgotten for is nothing that its value comes of
			}
			for _, read := range slices.Concat(reads, pairs[set]) {
				if pair := [2]string{read, set}; read != set && !seen[pair] {
					seen[pair] = true
					direct[read] = append(direct[read], set)
				}
			}
		}
	}
	flow.dependents = map[string][]string{}
	for field := range direct {
		flow.dependents[field] = closure(direct, field)
	}
}

// Dependents are the fields whose answers are forgotten when that of a field is changed, in this run of the flow.
func (f *Flow) Dependents(field string) []string { return f.dependents[field] }

// closure follows the dependents of dependents.
func closure(direct map[string][]string, from string) []string {
	var all []string
	open := []string{from}
	for len(open) > 0 {
		field := open[len(open)-1]
		open = open[:len(open)-1]
		for _, next := range direct[field] {
			if next != from && !slices.Contains(all, next) {
				all = append(all, next)
				open = append(open, next)
			}
		}
	}
	return all
}

// readsOfPairs gives what each of several assignments reads by itself.
func readsOfPairs(step *Step) map[string][]string {
	pairs := map[string][]string{}
	step.Forms(func(form any) {
		if assignments, ok := form.(*Assignments); ok {
			for _, pair := range *assignments {
				if pair.Expr.program != nil {
					for _, read := range pair.Expr.program.Reads() {
						pairs[pair.Name.Name] = append(pairs[pair.Name.Name], read.Name)
					}
				}
			}
		}
	})
	return pairs
}

// forgets tells of a field that an assignment only makes unknown.
func forgets(step *Step, field string) bool {
	found := false
	step.Forms(func(form any) {
		if assignments, ok := form.(*Assignments); ok {
			for _, pair := range *assignments {
				found = found || pair.Name.Name == field && strings.TrimSpace(pair.Expr.Source) == "unknown"
			}
		}
	})
	return found
}

// readsOf gives the names that a step's own conditions and expressions read. Its texts do not count: they change what is said, not what is kept.
func readsOf(step *Step) []string {
	var names []string
	add := func(program *expr.Program) {
		if program != nil {
			for _, read := range program.Reads() {
				names = append(names, read.Name)
			}
		}
	}
	if step.When != nil {
		add(step.When.program)
	}
	if _, loops := step.Body.(Looping); loops {
		return names // with another number of rounds the list is cut or goes on; it does not become wrong
	}
	wordings := map[*Condition]bool{} // that choose between texts
	others := map[*Expr]bool{}        // that stand for one field only, or in the names of another flow
	step.Forms(func(form any) {
		switch form := form.(type) {
		case *Text:
			for i := range form.Arms {
				wordings[form.Arms[i].When] = true
			}
		case *Assignments:
			for i := range *form {
				others[&(*form)[i].Expr] = true
			}
		case *Taking:
			for i := range *form {
				others[&(*form)[i].Expr] = true
			}
		case *Condition:
			if !wordings[form] {
				add(form.program)
			}
			others[&form.Expr] = true
		case *Expr:
			if !others[form] {
				add(form.program)
			}
		}
	})
	return names
}

// readsOfFields gives what the options and bounds of the fields that a step sets read.
func (c *compiler) readsOfFields(flow *Flow, body Setting) []string {
	var names []string
	add := func(e *Expr) {
		if e != nil && e.program != nil {
			for _, read := range e.program.Reads() {
				names = append(names, read.Name)
			}
		}
	}
	for _, set := range body.Sets() {
		field := c.set.field(string(flow.ID), set)
		if field == nil {
			continue
		}
		add(field.Min)
		add(field.Max)
		for i := range field.Options.List {
			if when := field.Options.List[i].When; when != nil {
				add(&when.Expr)
			}
		}
	}
	return names
}

// readsAround gives what the steps read that a step is nested in, and the fields of the questions whose options lead to it. known holds what was worked out before.
func readsAround(step *Step, known map[*Step][]string) []string {
	outer := step.outer
	if outer == nil {
		return nil
	}
	if names, ok := known[outer]; ok {
		return names
	}
	names := slices.Concat(readsOf(outer), readsAround(outer, known))
	if _, asks := outer.Body.(Asking); asks {
		if body, ok := outer.Body.(Setting); ok {
			names = append(names, body.Sets()...)
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	known[outer] = names
	return names
}

// forgetDependents forgets the answers that depended on a field whose answer has changed.
func (t *Turn) forgetDependents(field string, before, now value.Value) {
	frame := t.frame()
	flow := t.set.flows[frame.Flow]
	if flow == nil || value.Equal(before, now) {
		return
	}
	for _, dependent := range flow.dependents[field] {
		if t.answeredAhead(flow, field, dependent) {
			continue
		}
		switch {
		case t.set.fields[dependent] == nil:
			t.Keep(dependent, Answer{})
			t.askLater(flow, dependent)
		case t.askedHere(flow, dependent):
			t.Keep(dependent, Answer{}) // what was remembered before this run stays
		}
	}
}

// answeredAhead tells of a field whose question was answered before the one that has changed: it came first, whatever reads whichever.
func (t *Turn) answeredAhead(flow *Flow, changed, field string) bool {
	trail := t.frame().Trail
	for _, name := range trail[slices.Index(trail, roundMark)+1:] {
		step := flow.resting[name]
		if step == nil {
			continue
		}
		body, ok := step.Body.(Setting)
		if ok && slices.Contains(body.Sets(), changed) {
			return false
		}
		if ok && slices.Contains(body.Sets(), field) {
			return true
		}
	}
	return false
}

// askLater lets the questions for a field be asked again, those that were skipped too.
func (t *Turn) askLater(flow *Flow, field string) {
	frame := t.frame()
	if len(frame.Later) == 0 && len(frame.Passed) == 0 {
		return
	}
	for _, step := range flow.steps {
		if body, ok := step.Body.(Setting); ok && slices.Contains(body.Sets(), field) {
			delete(frame.Passed, step.name)
			frame.Later = slices.DeleteFunc(frame.Later, func(name string) bool { return name == step.name })
		}
	}
}

// askedHere tells whether a field of the customer was asked for in this run; where the question confirms what it knows, it will do so again.
func (t *Turn) askedHere(flow *Flow, field string) bool {
	frame := t.frame()
	for _, step := range flow.steps {
		body, ok := step.Body.(Setting)
		if !ok || !slices.Contains(body.Sets(), field) {
			continue
		}
		asking, ok := step.Body.(Asking)
		if !ok {
			if kept, there := t.Kept(field); there && kept.How == Worked && t.set.FlowNow(kept.Flow) == frame.Flow {
				return true
			}
			continue
		}
		answered := (slices.Contains(frame.Trail, step.name) || slices.Contains(frame.Later, step.name)) && !slices.Contains(frame.Silent, step.name)
		frame.Later = slices.DeleteFunc(frame.Later, func(name string) bool { return name == step.name })
		if answered && asking.Offer(t).IfKnown != ConfirmKnown {
			return true
		}
	}
	return false
}

// answeredBefore takes a question again that was answered in this run before an earlier answer was changed, and whose own answer still holds: it is not asked anew.
func (t *Turn) answeredBefore(asking Asking, offer Offer) (Move, bool) {
	frame := t.frame()
	at := slices.Index(frame.Later, t.step.name)
	if at < 0 {
		return Move{}, false
	}
	frame.Later = slices.Delete(frame.Later, at, at+1)
	kept, ok := t.Kept(offer.Field)
	_, loops := t.step.Body.(Looping)
	switch {
	case loops: // its list is complete
		frame.Trail = append(frame.Trail, t.step.name)
		return Next(), true
	case !ok && offer.Field != "" && t.Read(&asking.Shared().Skip) != "":
		frame.Trail = append(frame.Trail, t.step.name)
		return asking.Take(t, Reply{Skipped: true}), true
	case !ok || !stillOffered(offer, kept.Value, t.set.Currency):
		return Move{}, false
	}
	frame.Trail = append(frame.Trail, t.step.name)
	q := &open{step: t.step, asking: asking, offer: offer}
	return asking.Take(t, Reply{Answer: kept, Option: optionOf(q, kept.Value), Again: true}), true
}
