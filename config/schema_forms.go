package config

import (
	"reflect"

	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/talk"
)

// form gives the schema of a type that has a form of its own, as decoder.form decodes it.
func (w *schemaWriter) form(t reflect.Type) (schema, bool) {
	switch t {
	case reflect.TypeFor[flows.Text]():
		return w.defined("text", w.text), true
	case reflect.TypeFor[flows.Line](), reflect.TypeFor[flows.Label](), reflect.TypeFor[flows.Expr](), reflect.TypeFor[flows.Condition](),
		reflect.TypeFor[flows.Written]():
		return scalar(), true
	case reflect.TypeFor[flows.ID](), reflect.TypeFor[flows.FieldName](), reflect.TypeFor[flows.FlowName](), reflect.TypeFor[flows.StepName](),
		reflect.TypeFor[flows.CallName](), reflect.TypeFor[flows.FAQName]():
		return patterned(idPattern), true
	case reflect.TypeFor[flows.SourceName](), reflect.TypeFor[flows.SortKey]():
		return patterned(`^-?[a-z0-9_]+(\.[a-z0-9_]+)*$`), true
	case reflect.TypeFor[flows.CatalogName]():
		return patterned(`^catalog\.[a-z0-9_]{1,64}$`), true
	case reflect.TypeFor[flows.Duration]():
		return patterned(durationPattern), true
	case reflect.TypeFor[shop.Quiet]():
		return patterned(`^[0-9]{1,2}:[0-9]{2} *[-–] *[0-9]{1,2}:[0-9]{2}$`), true
	case reflect.TypeFor[flows.AfterPress]():
		return schema{"enum": []flows.AfterPress{flows.KeepButtons, flows.MarkButton, flows.RemoveButtons}}, true
	case reflect.TypeFor[flows.Interrupts]():
		return oneOfForms(schema{"enum": []string{"all", "faq", "none"}}, arrayOf(patterned(idPattern))), true
	case reflect.TypeFor[flows.MediaFiles]():
		return oneOfForms(scalar(), arrayOf(scalar())), true
	case reflect.TypeFor[flows.Passing](), reflect.TypeFor[flows.Taking](), reflect.TypeFor[flows.Assignments]():
		return mapOf(scalar()), true
	case reflect.TypeFor[talk.Words]():
		return oneOfForms(scalar(), schema{"type": "object", "propertyNames": schema{"pattern": "^[a-z]{2}$"}, "additionalProperties": scalar()}), true
	}
	return w.nestedForm(t)
}

// nestedForm gives the schema of a form that others stand in.
func (w *schemaWriter) nestedForm(t reflect.Type) (schema, bool) {
	switch t {
	case reflect.TypeFor[flows.Steps]():
		return w.defined("steps", w.steps), true
	case reflect.TypeFor[flows.Target]():
		return w.defined("target", w.target), true
	case reflect.TypeFor[flows.Options]():
		options := mapOf(w.of(reflect.TypeFor[flows.Option]()))
		return oneOfForms(patterned(idPattern), arrayOf(patterned(idPattern)), options), true
	case reflect.TypeFor[flows.Of]():
		return oneOfForms(patterned(`^[a-z0-9_]+(\.[a-z0-9_]+)?$`), mapOf(w.of(reflect.TypeFor[flows.Field]()))), true
	case reflect.TypeFor[[]flows.Arm]():
		return arrayOf(w.arm("do", w.of(reflect.TypeFor[flows.Steps]()))), true
	case reflect.TypeFor[[]*flows.Hours]():
		return mapOf(hoursSchema()), true
	case reflect.TypeFor[[]flows.Item]():
		return arrayOf(itemSchema()), true
	case reflect.TypeFor[[]*flows.Voucher]():
		vouchers := mapOf(w.of(reflect.TypeFor[flows.Voucher]()))
		vouchers["propertyNames"] = schema{"pattern": codePattern}
		return vouchers, true
	case reflect.TypeFor[[]flows.Translation]():
		return arrayOf(translationSchema()), true
	}
	return nil, false
}

const (
	idPattern       = "^[a-z0-9_]{1,64}$"
	codePattern     = "^[A-Za-z0-9-]{1,32}$"
	durationPattern = "^([0-9]+(mo|[smhdwy]))+$"
)

// scalar is a text: whatever YAML takes it for, it is what was typed that counts.
func scalar() schema { return schema{"type": []string{"string", "number", "boolean"}} }

func patterned(pattern string) schema {
	made := scalar()
	made["pattern"] = pattern
	return made
}

func arrayOf(items schema) schema { return schema{"type": "array", "items": items} }

// mapOf is a map by name.
func mapOf(values schema) schema {
	return schema{"type": "object", "propertyNames": schema{"pattern": idPattern}, "additionalProperties": values}
}

func oneOfForms(forms ...schema) schema { return schema{"anyOf": forms} }

func closed(required []string, keys schema) schema {
	return schema{"type": "object", "required": required, "properties": keys, "additionalProperties": false}
}

func (w *schemaWriter) text() schema {
	text := schema{"$ref": "#/$defs/text"}
	return oneOfForms(scalar(), arrayOf(oneOfForms(text, w.arm("text", text))), closed([]string{"vary"}, schema{"vary": arrayOf(text)}))
}

// arm is an arm of a text or a branch: a condition with what it holds, or else alone.
func (w *schemaWriter) arm(what string, holds schema) schema {
	return oneOfForms(closed([]string{"when", what}, schema{"when": scalar(), what: holds}), closed([]string{"else"}, schema{"else": holds}))
}

func (w *schemaWriter) target() schema {
	with := w.of(reflect.TypeFor[flows.Passing]())
	way := func(key string) schema {
		return closed([]string{key}, schema{key: patterned(idPattern), "with": with})
	}
	return oneOfForms(patterned(idPattern), way("flow"), way("jump"), closed([]string{"faq"}, schema{"faq": patterned(idPattern)}), w.of(reflect.TypeFor[flows.Steps]()))
}

// steps is a list of steps, each of one kind.
func (w *schemaWriter) steps() schema {
	own := part{reflect.New(reflect.TypeFor[flows.Step]()).Elem(), w.shapes.of(reflect.TypeFor[flows.Step]())}
	var forms []schema
	var bare []string
	for _, kind := range w.kinds {
		body := reflect.ValueOf(kind.New()).Elem()
		sh := w.shapes.of(body.Type())
		forms = append(forms, w.defined("step_"+kind.Name, func() schema {
			return w.step(kind, part{body, sh}, own)
		}))
		if k := sh.key(kind.Name); k != nil && !k.required {
			bare = append(bare, kind.Name)
		}
	}
	if len(bare) > 0 {
		forms = append(forms, schema{"enum": bare})
	}
	return arrayOf(oneOfForms(forms...))
}

// step is a step of one kind. The opening key of a kind that needs nothing may have nothing behind it.
func (w *schemaWriter) step(kind flows.Kind, body, own part) schema {
	made := described(w.object(body, own), kind.Doc)
	keys := made["properties"].(schema)
	opening, _ := keys[kind.Name].(schema)
	if k := body.sh.key(kind.Name); k != nil && !k.required {
		keys[kind.Name] = described(oneOfForms(opening, schema{"type": "null"}), k.doc)
	}
	required, _ := made["required"].([]string)
	made["required"] = append([]string{kind.Name}, without(required, kind.Name)...)
	return made
}

func without(words []string, word string) []string {
	var kept []string
	for _, w := range words {
		if w != word {
			kept = append(kept, w)
		}
	}
	return kept
}
