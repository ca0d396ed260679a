package flows

import (
	"reflect"
	"slices"
)

// steps gives the lists of steps that stand within a body, in the order written.
func (m makeups) steps(body Body) []Steps {
	var nested []Steps
	m.forms(body, func(form any) {
		if steps, ok := form.(*Steps); ok && len(*steps) > 0 {
			nested = append(nested, *steps)
		}
	})
	return nested
}

// forms calls f with each recurring form of a body, outer ones before those within them. Steps are not entered: they are steps of their own.
func (m makeups) forms(body Body, f func(form any)) {
	if body != nil {
		m.walk(reflect.ValueOf(body), f)
	}
}

// Forms calls f with each recurring form of the step, as the function Forms does with its body.
func (s *Step) Forms(f func(form any)) {
	if s.forms == nil {
		Forms(s.Body, f)
		return
	}
	for _, form := range s.forms {
		f(form)
	}
}

// AllForms are the recurring forms of a compiled step, as Forms gives them. They must not be changed.
func (s *Step) AllForms() []any { return s.forms }

// gatherForms goes through the steps once for all who want to know their forms: from here on nothing takes the place of another form.
func (c *compiler) gatherForms(flow *Flow) {
	var gathered []any
	for _, step := range flow.steps {
		gathered = gathered[:0]
		c.makeups.forms(step.Body, func(form any) { gathered = append(gathered, form) })
		step.forms = slices.Clone(gathered)
	}
}

func (m makeups) walk(v reflect.Value, f func(form any)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			m.walk(v.Elem(), f)
		}
	case reflect.Slice:
		switch form := v.Addr().Interface().(type) {
		case *Steps:
			f(form)
			return
		case *Assignments, *Taking, *Passing:
			f(form)
		}
		for i := range v.Len() {
			m.walk(v.Index(i), f)
		}
	case reflect.Struct:
		if v.CanAddr() {
			f(v.Addr().Interface())
		}
		for _, member := range m.of(v.Type()) {
			m.walk(v.Field(member.at), f)
		}
	}
}
