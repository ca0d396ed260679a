package config

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/steps"
	"repartee/flows/talk"
)

// odd is a body with a field that has no form in YAML.
type odd struct {
	Odd float32 `yaml:"odd"`
}

func (*odd) Run(*flows.Turn) flows.Move { return flows.Next() }

func TestUnknownGoType(t *testing.T) {
	defer func() {
		if got := fmt.Sprint(recover()); !strings.Contains(got, "float32") {
			t.Errorf("panic says %q, want the type", got)
		}
	}()
	l := newLoader([]flows.Kind{{Name: "odd", New: func() flows.Body { return new(odd) }}})
	l.flow(document.Parse("flows/a.yaml", []byte("flow: a\nsteps: [{odd: 1}]")))
}

// TestDocs wants a doc tag for each key that can be written: the reference, the schema and the help of diagnostics are made of them.
func TestDocs(t *testing.T) {
	seen := map[reflect.Type]bool{}
	for _, root := range []any{flows.Bot{}, flows.Flow{}, flows.Step{}, flows.FAQ{}, flows.Catalog{}, talk.Talk{}} {
		checkDocs(t, reflect.TypeOf(root), seen)
	}
	for _, kind := range steps.Kinds() {
		if kind.Doc == "" {
			t.Errorf("kind %s has no doc", kind.Name)
		}
		body := reflect.TypeOf(kind.New()).Elem()
		if (shapes{}).of(body).key(kind.Name) == nil {
			t.Errorf("kind %s has no key of its own name", kind.Name)
		}
		checkDocs(t, body, seen)
	}
}

func checkDocs(t *testing.T, typ reflect.Type, seen map[reflect.Type]bool) {
	switch typ.Kind() {
	case reflect.Pointer, reflect.Slice:
		checkDocs(t, typ.Elem(), seen)
	case reflect.Struct:
		if seen[typ] {
			return
		}
		seen[typ] = true
		for i := range typ.NumField() {
			field := typ.Field(i)
			tag, tagged := field.Tag.Lookup("yaml")
			if tagged && tag != "-" && tag[0] != ',' && field.Tag.Get("doc") == "" {
				t.Errorf("key %s of %s has no doc", field.Name, typ)
			}
			if tagged {
				checkDocs(t, field.Type, seen)
			}
		}
	}
}
