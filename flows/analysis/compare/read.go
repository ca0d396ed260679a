package compare

import (
	"reflect"
	"slices"
	"strings"

	"repartee/flows"
)

// Written is a bot as it was written.
type Written struct {
	bot          *entry
	flows        []*flowEntry
	catalogs     []*entry
	faq          *entry
	translations []flows.Translation
	media        map[string]flows.MediaEntry
}

// Read takes in a source. It has to be done before the source is compiled, since that fills in what was left out; see config.Reworked.
func Read(source *flows.Source) *Written {
	r := &reader{}
	w := &Written{bot: r.structure(reflect.ValueOf(&source.Bot).Elem()), translations: slices.Clone(source.Translations), media: source.Media}
	w.bot.title = "bot"
	for _, flow := range source.Flows {
		w.flows = append(w.flows, r.flow(flow))
	}
	for _, catalog := range source.Catalogs {
		e := r.structure(reflect.ValueOf(catalog).Elem())
		e.title = "catalog " + e.id
		w.catalogs = append(w.catalogs, e)
	}
	w.faq = &entry{title: "FAQ"}
	for _, faq := range source.FAQ {
		e := r.structure(reflect.ValueOf(faq).Elem())
		e.title = "answer " + e.id
		w.faq.parts = append(w.faq.parts, e)
	}
	w.named()
	return w
}

// named gives names to all that has an id.
func (w *Written) named() {
	titles(w.bot)
	titles(w.faq)
	for _, flow := range w.flows {
		titles(flow.entry)
		for _, step := range flow.steps {
			titles(step.entry)
		}
	}
	for _, catalog := range w.catalogs {
		titles(catalog)
	}
}

// reader turns Go values into entries. What their keys are, their tags say.
type reader struct {
	within *flowEntry // whose steps are being read
	outer  *stepEntry // that they are nested in
}

// value reads what stands under a key; nil where nothing was written.
func (r *reader) value(key string, v reflect.Value) *entry {
	if v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		if v.IsNil() {
			return nil
		}
		return r.value(key, v.Elem())
	}
	e, known := r.form(v)
	if !known {
		e = r.unformed(v)
	}
	if e != nil {
		e.key = key
	}
	return e
}

// unformed reads what is none of the recurring forms.
func (r *reader) unformed(v reflect.Value) *entry {
	switch v.Kind() {
	case reflect.Struct:
		if e := r.structure(v); len(e.parts) > 0 || e.id != "" {
			return e
		}
	case reflect.Slice:
		return r.slice(v)
	default:
		if !v.IsZero() {
			return &entry{kind: plain, value: plainly(v)}
		}
	}
	return nil
}

// structure reads the keys of a struct, those of the structs that it embeds among them.
func (r *reader) structure(v reflect.Value) *entry {
	e := &entry{kind: group}
	r.keys(v, e)
	return e
}

func (r *reader) keys(v reflect.Value, into *entry) {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		key, rest, _ := strings.Cut(field.Tag.Get("yaml"), ",")
		switch {
		case field.Name == "Ref":
			into.ref, _ = v.Field(i).Interface().(flows.Ref)
		case !field.IsExported() || key == "-" || field.Tag.Get("yaml") == "":
		case key == "" && rest == "inline":
			r.keys(v.Field(i), into)
		case rest == "key" && key == "", key == "id":
			into.id = v.Field(i).String()
		case key == "was":
			into.was = v.Field(i).String()
		default:
			part := r.value(key, v.Field(i))
			if part == nil {
				continue
			}
			if strings.Contains(rest, "secret") && !strings.HasPrefix(part.value, "$") {
				part.value = "***"
			}
			into.parts = append(into.parts, part)
		}
	}
}

// slice reads a list: of words, of things that have names, or of others.
func (r *reader) slice(v reflect.Value) *entry {
	if v.Len() == 0 {
		return nil
	}
	e := &entry{kind: list}
	simple, named := true, true
	for i := range v.Len() {
		part := r.value("", v.Index(i))
		if part == nil {
			continue
		}
		simple = simple && part.kind == plain
		named = named && part.id != ""
		e.parts = append(e.parts, part)
	}
	switch {
	case simple:
		words := &entry{kind: wordrow}
		for _, part := range e.parts {
			words.words = append(words.words, part.value)
		}
		return words
	case named:
		e.kind = group
	}
	return e
}

// titles gives the parts of lists under a key their names, and places to what has none.
func titles(e *entry) {
	for _, part := range e.parts {
		if part.ref == (flows.Ref{}) && part.key != "" && e.ref != (flows.Ref{}) {
			part.ref = e.ref.At(part.key) // of lists of words, and what has no place of its own
		}
		titles(part)
		if e.key == "" || e.kind != group && e.kind != ordered {
			continue
		}
		if one := singular(e.key); one != "" && part.id != "" {
			part.title = one + " " + part.id
		}
	}
	if e.kind == group && (e.key == "items" || e.key == "shipping") {
		e.kind = ordered
	}
	if e.kind == wordrow && unordered(e.key) {
		e.kind = wordset
		slices.Sort(e.words)
	}
}

// singular is what one entry under a key is called.
func singular(key string) string {
	switch key {
	case "options":
		return "option"
	case "fields", "needs", "gives":
		return "field"
	case "phrases":
		return "phrase"
	case "purposes":
		return "purpose"
	case "calls":
		return "call"
	case "vouchers":
		return "voucher"
	case "payments":
		return "payment"
	case "rates":
		return "rate"
	case "columns":
		return "column"
	case "items":
		return "item"
	case "variants":
		return "variant"
	case "arms":
		return "arm"
	case "hours", "shipping", "voice":
		return key
	}
	return ""
}

// unordered tells of lists of words whose order does not matter.
func unordered(key string) bool {
	switch key {
	case "words", "synonyms", "ask", "avoid", "countries", "time_zones", "tag", "untag", "collect", "allow":
		return true
	}
	return false
}
