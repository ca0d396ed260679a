package analysis

import (
	"strings"

	"repartee/flows"
	"repartee/flows/steps"
)

// column follows the answer to a question for one entry of a list into what reads that column of the list.
func (t *tracer) column(step *flows.Step, name string) {
	outer := step.Outer()
	for outer != nil {
		if repeat, ok := outer.Body.(*steps.Repeat); ok && t.hasColumn(outer.Flow(), repeat.Repeat.Name, name) {
			t.columnOf(outer, repeat.Repeat.Name, name)
		}
		outer = outer.Outer()
	}
}

func (v *View) hasColumn(flow *flows.Flow, list, column string) bool {
	field := v.Field(flow, list)
	if field == nil || field.Of == nil {
		return false
	}
	for _, of := range field.Of.Fields {
		if string(of.Name) == column {
			return true
		}
	}
	return false
}

// columnOf adds the uses of a list that look at one of its columns.
func (t *tracer) columnOf(repeat *flows.Step, list, column string) {
	flow := repeat.Flow()
	key := keeperOf(flow, list)
	life := t.lifeOf(repeat, list)
	for _, use := range t.readers[key] {
		if !t.comesTo(use, flow, key, life) || use.Step != nil && !t.readsColumn(use, column) {
			continue
		}
		t.read(use)
	}
}

// readsColumn tells whether a place that reads a list looks at one of its columns: `join(people, 'age')`, `item.age` where the list is the source, or the list as
// a whole.
func (v *View) readsColumn(use flows.Use, column string) bool {
	sources := v.sourcesOf(use.Step)
	if use.Role == flows.RoleChoice && use.Ref.To == use.Ref.From {
		return mentions(sources, "item."+column)
	}
	source, ok := sources[use.Ref.Path]
	if !ok || use.Ref.To <= use.Ref.From || use.Ref.To > len(source) {
		return listedBy(use.Step, use.Name) && mentions(sources, "item."+column) || !ok && !listedBy(use.Step, use.Name)
	}
	before, after := source[:use.Ref.From], strings.TrimLeft(source[use.Ref.To:], " ")
	if strings.HasSuffix(strings.TrimRight(before, " "), "count(") {
		return false
	}
	if named, found := strings.CutPrefix(after, ","); found {
		named = strings.TrimLeft(named, " ")
		return strings.HasPrefix(named, "'"+column+"'") || strings.HasPrefix(named, `"`+column+`"`)
	}
	if listedBy(use.Step, use.Name) {
		return mentions(sources, "item."+column)
	}
	return true
}

// listedBy tells whether a list is the source of what a step says or offers.
func listedBy(step *flows.Step, list string) bool {
	body, ok := step.Body.(flows.Sourced)
	if !ok {
		return false
	}
	source := body.Source()
	return source != nil && source.From.Name == list
}

// sourcesOf are all expressions and texts of a step, by their places.
func (v *View) sourcesOf(step *flows.Step) map[string]string {
	sources := map[string]string{}
	for _, form := range v.Forms(step) {
		switch form := form.(type) {
		case *flows.Line:
			sources[form.Ref.Path] = form.Source
		case *flows.Label:
			sources[form.Ref.Path] = form.Source
		case *flows.Expr:
			sources[form.Ref.Path] = form.Source
		case *flows.Assignments:
			for i := range *form {
				sources[(*form)[i].Expr.Ref.Path] = (*form)[i].Expr.Source
			}
		case *flows.Passing:
			for i := range *form {
				sources[(*form)[i].Expr.Ref.Path] = (*form)[i].Expr.Source
			}
		}
	}
	if step.When != nil {
		sources[step.When.Ref.Path] = step.When.Source
	}
	return sources
}

func mentions(sources map[string]string, name string) bool {
	for _, source := range sources {
		if strings.Contains(source, name) {
			return true
		}
	}
	return false
}
