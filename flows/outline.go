package flows

import (
	"repartee/flows/expr"
	"repartee/flows/value"
)

// What a compiled set is made of, for those who prove something of it (package analysis): nothing here is needed by a turn, and nothing may be changed.

// Builtin tells of a flow that comes with Repartee, as that behind /help.
func (f *Flow) Builtin() bool { return f.builtin }

// AllSteps are all steps of the flow in reading order, those within others too.
func (f *Flow) AllSteps() []*Step { return f.steps }

// Resting finds the step that is known by a name, or was before; nil where there is none.
func (f *Flow) Resting(name string) *Step { return f.resting[name] }

// Field finds a field of the flow's runs; nil where there is none.
func (f *Flow) Field(name string) *Field { return f.fields[name] }

// HasGoal tells whether a step of the flow reaches the goal of that name.
func (f *Flow) HasGoal(name string) bool { return f.goals[name] }

// Drains tells of a flow that customers end as they began it.
func (f *Flow) Drains() bool { return f.drains() }

// Allows are the codes of findings that are meant to be so outside of the flows.
func (s *Set) Allows() []string { return s.allow }

// Field finds a field of the customer; nil where there is none.
func (s *Set) Field(name string) *Field { return s.fields[name] }

// Catalog finds a catalog by its id; nil where there is none.
func (s *Set) Catalog(id string) *Catalog { return s.catalogs[id] }

// Sold are the items of the catalog in one of the set's languages, by its place among Set.Languages, in the order of the file.
func (c *Catalog) Sold(language int) []value.Value { return c.sold.Items(language) }

// Outer is the step that this one is nested in; nil for one of the flow itself.
func (s *Step) Outer() *Step { return s.outer }

// Next is the step behind this one and all that is nested in it; nil at the end of the flow.
func (s *Step) Next() *Step { return s.next }

// Order is the step's place among Flow.AllSteps.
func (s *Step) Order() int { return s.order }

// Waits tells whether the talk rests at the step: it is a question, or waits for something else.
func (s *Step) Waits() bool { return waits(s) }

// Asks gives the keys of a question; nil for any other step.
func (s *Step) Asks() *Question {
	if body, ok := s.Body.(Asking); ok {
		return body.Shared()
	}
	return nil
}

// Keeps are the names of the fields that the step sets.
func (s *Step) Keeps() []string {
	if body, ok := s.Body.(Setting); ok {
		return body.Sets()
	}
	return nil
}

// Ends tells of a step that ends its flow.
func (s *Step) Ends() bool { return ends(s) }

// Program is the compiled expression; nil where it could not be compiled.
func (e *Expr) Program() *expr.Program { return e.program }

// Template is the compiled text in one of the set's languages, by its place among Set.Languages; that of the first where it is not translated, nil where nothing is written.
func (l *Line) Template(language int) *expr.Template { return templateOf(l.templates, language) }

// Template is the compiled label, as Line.Template.
func (l *Label) Template(language int) *expr.Template { return templateOf(l.templates, language) }

func templateOf(templates []*expr.Template, language int) *expr.Template {
	if language < len(templates) && templates[language] != nil {
		return templates[language]
	}
	if len(templates) > 0 {
		return templates[0]
	}
	return nil
}

// Lines are all messages that a text can come to, in the order written.
func (x *Text) Lines() []*Line {
	var lines []*Line
	if x.Line != nil {
		lines = append(lines, x.Line)
	}
	for _, more := range [][]Text{x.All, x.Vary} {
		for i := range more {
			lines = append(lines, more[i].Lines()...)
		}
	}
	for i := range x.Arms {
		lines = append(lines, x.Arms[i].Text.Lines()...)
	}
	return lines
}

// To is the step that the target leads to; nil where it leads elsewhere.
func (t *Target) To() *Step { return t.step }

// Into is the flow that the way leads into.
func (x *Crossing) Into() *Flow { return x.flow }

// ValueType is what the field may hold.
func (f *Field) ValueType() *value.Type { return f.typ }

// Forms calls f with each recurring form of a body (a pointer to Text, Condition, Option, Target ...), outer ones before those within them. Steps are not entered.
func Forms(body Body, f func(form any)) { makeups{}.beside().forms(body, f) }
