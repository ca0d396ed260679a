package config

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/talk"
)

// SchemaNames are the kinds of files that there is a schema for, by the name that Schema knows them by.
func SchemaNames() []string { return slices.Sorted(maps.Keys(schemaRoots)) }

// schemaRoots are what each kind of file is decoded into, and its title.
var schemaRoots = map[string]struct {
	into  reflect.Type
	title string
}{
	"bot":     {reflect.TypeFor[flows.Bot](), "bot.yaml: who speaks, what is remembered, and all that flows share"},
	"flow":    {reflect.TypeFor[flows.Flow](), "flows/*.yaml: one flow a file"},
	"faq":     {reflect.TypeFor[[]*flows.FAQ](), "faq.yaml: plain questions and answers"},
	"catalog": {reflect.TypeFor[[]*flows.Catalog](), "catalog.yaml: what is shown, recommended, sold or booked"},
	"texts":   {reflect.TypeFor[[]flows.Translation](), "texts/<lang>.yaml: translations"},
	"talk":    {reflect.TypeFor[talk.Talk](), "talks/*.yaml: conversation tests"},
}

// Schema gives the JSON Schema (draft 2020-12) of a kind of file, for editors: it completes keys and tells what they are for. It is made of the same types that the
// files are decoded into. What it allows may still be wrong: names, expressions and all that hangs together are for Load to check.
func Schema(name string, kinds []flows.Kind) ([]byte, error) {
	root, ok := schemaRoots[name]
	if !ok {
		return nil, fmt.Errorf("there is no schema called %q; there are %s", name, strings.Join(SchemaNames(), ", "))
	}
	w := &schemaWriter{loader: newLoader(kinds), kinds: kinds, defs: schema{}}
	if err := json.Unmarshal(schemaExamples, &w.examples); err != nil {
		return nil, fmt.Errorf("read the examples of keys: %w", err)
	}
	made := w.of(root.into)
	made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	made["title"] = root.title
	made["$defs"] = w.defs
	data, err := json.MarshalIndent(made, "", " ")
	if err != nil {
		return nil, fmt.Errorf("write the schema of %s: %w", name, err)
	}
	return append(data, '\n'), nil
}

// schemaExamples are how keys are written in the bot of the reference and in the examples, one value for each key. TestSchemaExamples writes it.
//
//go:embed schema_examples.json
var schemaExamples []byte

// schema is a part of a JSON Schema.
type schema map[string]any

// schemaWriter makes schemas of Go types. Each type that can stand in several places is defined once.
type schemaWriter struct {
	*loader
	kinds    []flows.Kind
	defs     schema
	examples map[string]any // of keys, by what declares them
}

// of gives the schema of a value of a Go type.
func (w *schemaWriter) of(t reflect.Type) schema {
	if form, ok := w.form(t); ok {
		return form
	}
	switch t.Kind() {
	case reflect.Pointer:
		return w.of(t.Elem())
	case reflect.Slice:
		return w.list(t.Elem())
	case reflect.Struct:
		return w.defined(defName(t), func() schema { return w.structure(t) })
	case reflect.Bool:
		return schema{"enum": []any{true, false, "yes", "no"}}
	case reflect.Int:
		return schema{"type": "integer"}
	}
	if words, ok := reflect.Zero(t).Interface().(choice); ok {
		return schema{"enum": words.Values()}
	}
	return scalar()
}

func (w *schemaWriter) list(elem reflect.Type) schema {
	named := indirect(elem)
	if named.Kind() != reflect.Struct || w.shapes.of(named).name == nil {
		return schema{"type": "array", "items": w.of(elem)}
	}
	return schema{"type": "object", "additionalProperties": w.of(named)}
}

// structure is a map of keys, or the single value that stands for it.
func (w *schemaWriter) structure(t reflect.Type) schema {
	sh := w.shapes.of(t)
	object := w.object(part{reflect.New(t).Elem(), sh})
	forms := []schema{}
	if sh.short != nil {
		forms = append(forms, w.of(t.FieldByIndex(sh.short.index).Type))
	}
	if sh.items != nil {
		forms = append(forms, w.of(t.FieldByIndex(sh.items).Type))
	}
	if len(sh.keys) > 0 {
		forms = append(forms, object)
	}
	if len(forms) == 1 {
		return forms[0]
	}
	return oneOfForms(forms...)
}

// object is a map that has the keys of one struct or several.
func (w *schemaWriter) object(parts ...part) schema {
	keys, required := schema{}, []string{}
	for _, part := range parts {
		for _, k := range part.sh.keys {
			if keys[k.name] != nil {
				continue
			}
			field := part.v.Type().FieldByIndex(k.index)
			of := w.of(field.Type)
			if k.secret {
				of = patterned(variable.String())
			}
			if k.doc != "" {
				of = described(of, k.doc)
			}
			if example, ok := w.examples[declaring(part.v.Type(), &k)]; ok {
				of = with(of, "examples", []any{example})
			}
			keys[k.name] = of
			if k.required {
				required = append(required, k.name)
			}
		}
	}
	made := schema{"type": "object", "properties": keys, "additionalProperties": false}
	if len(required) > 0 {
		made["required"] = required
	}
	return made
}

// described is a schema with what it is for.
func described(of schema, doc string) schema {
	return with(of, "description", doc)
}

func with(of schema, name string, value any) schema {
	made := maps.Clone(of)
	made[name] = value
	return made
}

// defined gives a reference to a schema that is made once.
func (w *schemaWriter) defined(name string, make func() schema) schema {
	if w.defs[name] == nil {
		w.defs[name] = schema{} // while it is made, it may refer to itself
		w.defs[name] = make()
	}
	return schema{"$ref": "#/$defs/" + name}
}

func defName(t reflect.Type) string { return strings.ToLower(t.Name()) }
