package reference

import (
	"fmt"
	"reflect"
	"strings"

	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/talk"
)

// form is one of the ways to write a value that come again in many places.
type form struct {
	name    string // its heading in forms.md
	doc     string
	example string       // YAML; "" where its keys say enough
	keys    reflect.Type // the struct whose keys it has; nil where it has none
	types   []reflect.Type
}

// called finds the form of a Go type.
func called(t reflect.Type) (form, bool) {
	for _, f := range forms() {
		if f.keys == t {
			return f, true
		}
		for _, known := range f.types {
			if known == t {
				return f, true
			}
		}
	}
	return form{}, false
}

// link leads to a form's section.
func (f form) link() string {
	return "[" + f.name + "](forms.md#" + strings.ReplaceAll(f.name, " ", "-") + ")"
}

// plain are the values that need no section of their own.
var plain = map[reflect.Type]string{
	reflect.TypeFor[flows.FieldName]():   "the name of a field",
	reflect.TypeFor[flows.FlowName]():    "the name of a flow",
	reflect.TypeFor[flows.StepName]():    "the name of a step",
	reflect.TypeFor[flows.CallName]():    "the name of a call",
	reflect.TypeFor[flows.FAQName]():     "the name of an FAQ entry",
	reflect.TypeFor[flows.CatalogName](): "a catalog, as `catalog.coffee`",
	reflect.TypeFor[flows.ID]():          "a name",
	reflect.TypeFor[flows.SortKey]():     "a column, with a minus in front for the other way round",
	reflect.TypeFor[talk.Words]():        "a text, or one for each language: `{en: ..., de: ...}`",
	reflect.TypeFor[talk.Tap]():          "a text, one for each language: `{en: ..., de: ...}`, or `{button: ..., older: 1}` for the message before the newest with such a button",
	reflect.TypeFor[talk.Value]():        "a value as a customer types it",
}

// formOf says in Markdown how a value of a Go type is written.
func formOf(t reflect.Type) (string, error) {
	if f, ok := called(t); ok {
		return f.link(), nil
	}
	if name, ok := plain[t]; ok {
		return name, nil
	}
	if choice, ok := reflect.Zero(t).Interface().(interface{ Values() []string }); ok {
		return "`" + strings.Join(choice.Values(), "`, `") + "`", nil
	}
	switch t.Kind() {
	case reflect.Pointer:
		return formOf(t.Elem())
	case reflect.Slice:
		return listOf(t.Elem())
	case reflect.String:
		return "a text", nil
	case reflect.Bool:
		return "`true` or `false`", nil
	case reflect.Int:
		return "a number", nil
	}
	return "", fmt.Errorf("it is not said how a %s is written", t)
}

func listOf(elem reflect.Type) (string, error) {
	of, err := formOf(elem)
	if err != nil {
		return "", err
	}
	if elem.Kind() == reflect.Pointer {
		elem = elem.Elem()
	}
	if elem.Kind() == reflect.Struct && byName(elem) {
		return "a map by name, each " + of, nil
	}
	return "a list, each " + of, nil
}

var (
	hoursType = reflect.TypeFor[[]*flows.Hours]()
	quietType = reflect.TypeFor[shop.Quiet]()
)
