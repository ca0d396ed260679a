package flows

import "reflect"

// nestedSteps gives the lists of steps that stand within a body, in the order written.
func nestedSteps(body Body) []Steps {
	var nested []Steps
	forms(body, func(form any) {
		if steps, ok := form.(*Steps); ok && len(*steps) > 0 {
			nested = append(nested, *steps)
		}
	})
	return nested
}

// forms calls f with each recurring form of a body, outer ones before those within them. Steps are not entered: they are steps of their own.
func forms(body Body, f func(form any)) {
	if body != nil {
		walkForms(reflect.ValueOf(body), f)
	}
}

// Forms calls f with each recurring form of the step, as the function Forms does with its body.
func (s *Step) Forms(f func(form any)) {
	if s.forms == nil {
		forms(s.Body, f)
		return
	}
	for _, form := range s.forms {
		f(form)
	}
}

// gatherForms goes through the steps once for all who want to know their forms: from here on nothing takes the place of another form.
func (c *compiler) gatherForms() {
	for _, flow := range c.set.Flows {
		for _, step := range flow.steps {
			forms(step.Body, func(form any) { step.forms = append(step.forms, form) })
		}
	}
}

func walkForms(v reflect.Value, f func(form any)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			walkForms(v.Elem(), f)
		}
	case reflect.Slice:
		if steps, ok := v.Addr().Interface().(*Steps); ok {
			f(steps)
			return
		}
		switch form := v.Addr().Interface().(type) {
		case *Assignments, *Taking, *Passing:
			f(form)
		}
		for i := range v.Len() {
			walkForms(v.Index(i), f)
		}
	case reflect.Struct:
		if v.CanAddr() {
			f(v.Addr().Interface())
		}
		for i := range v.NumField() {
			if field := v.Field(i); field.CanInterface() { // an exported one
				walkForms(field, f)
			}
		}
	}
}
