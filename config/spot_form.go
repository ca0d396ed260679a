package config

import (
	"reflect"

	"repartee/flows"
	"repartee/flows/value"
)

// formOf is the form of a single value that a Go type is decoded from, with the words of a choice.
func (s *seeker) formOf(t reflect.Type) (Form, []string) {
	switch t {
	case reflect.TypeFor[flows.Text](), reflect.TypeFor[flows.Line](), reflect.TypeFor[flows.Label]():
		return FormText, nil
	case reflect.TypeFor[flows.Expr](), reflect.TypeFor[flows.Condition]():
		return FormExpr, nil
	case reflect.TypeFor[flows.FieldName](), reflect.TypeFor[flows.Options]():
		return FormField, nil
	case reflect.TypeFor[flows.FlowName](), reflect.TypeFor[flows.Interrupts]():
		return FormFlow, nil
	case reflect.TypeFor[flows.StepName]():
		return FormStep, nil
	case reflect.TypeFor[flows.Target]():
		return FormTarget, nil
	case reflect.TypeFor[flows.FAQName]():
		return FormFAQ, nil
	case reflect.TypeFor[flows.CallName]():
		return FormCall, nil
	case reflect.TypeFor[flows.CatalogName]():
		return FormCatalog, nil
	case reflect.TypeFor[flows.SourceName](), reflect.TypeFor[flows.Of]():
		return FormSource, nil
	case reflect.TypeFor[flows.SortKey]():
		return FormColumn, nil
	case reflect.TypeFor[flows.MediaFiles]():
		return FormMedia, nil
	case reflect.TypeFor[flows.AfterPress]():
		return FormChoice, []string{string(flows.KeepButtons), string(flows.MarkButton), string(flows.RemoveButtons)}
	}
	return s.wordsOf(t)
}

// wordsOf is the form of a type without a form of its own: a struct that a single value fills, some words, yes or no, or what its key tells.
func (s *seeker) wordsOf(t reflect.Type) (Form, []string) {
	switch t.Kind() {
	case reflect.Struct:
		sh := s.shapes.of(t)
		switch {
		case sh.short != nil && s.spot.Key.Name != sh.short.name:
			if sh.short.name != "" {
				s.spot.Key.Name = sh.short.name
			}
			return s.formOf(indirect(t.FieldByIndex(sh.short.index).Type))
		case sh.short != nil:
			return s.formOf(indirect(t.FieldByIndex(sh.short.index).Type))
		}
	case reflect.Bool:
		return FormChoice, []string{"yes", "no"}
	case reflect.String:
		if words, ok := reflect.Zero(t).Interface().(choice); ok {
			return FormChoice, words.Values()
		}
		switch s.spot.Key.Name {
		case "type":
			return FormChoice, value.BaseNames()
		case "kind":
			return FormChoice, flows.FlowKinds()
		}
	}
	return FormPlain, nil
}
