package reference

import (
	"fmt"
	"reflect"
	"strings"
)

// key is one key of a map in YAML, as the tags of a Go struct tell.
type key struct {
	name     string
	form     string // of its value, in Markdown
	required bool
	doc      string
}

// keysOf lists the keys that a struct has in YAML, without those of the structs it is embedded from. A key without a doc tag is an error.
func keysOf(t reflect.Type) ([]key, error) {
	var keys []key
	for i := range t.NumField() {
		field := t.Field(i)
		tag, tagged := field.Tag.Lookup("yaml")
		name, options, _ := strings.Cut(tag, ",")
		if !tagged || tag == "-" || name == "" {
			continue
		}
		doc := field.Tag.Get("doc")
		if doc == "" {
			return nil, fmt.Errorf("%s.%s has no doc tag", t, field.Name)
		}
		form, err := formOf(field.Type)
		if err != nil {
			return nil, fmt.Errorf("%s.%s: %w", t, field.Name, err)
		}
		keys = append(keys, key{name: name, form: form, doc: doc, required: strings.Contains(","+options+",", ",required,")})
	}
	return keys, nil
}

// byName tells whether a list of the struct is written as a map by name.
func byName(t reflect.Type) bool {
	for i := range t.NumField() {
		if t.Field(i).Tag.Get("yaml") == ",key" {
			return true
		}
	}
	return false
}

// embeds tells whether a struct takes over the keys of another one.
func embeds(t, other reflect.Type) bool {
	for i := range t.NumField() {
		if field := t.Field(i); field.Tag.Get("yaml") == ",inline" && (field.Type == other || embeds(field.Type, other)) {
			return true
		}
	}
	return false
}

// keys writes the table of a struct's keys.
func (w *writer) keys(t reflect.Type) error {
	keys, err := keysOf(t)
	if err != nil {
		return err
	}
	var rows [][]string
	for _, k := range keys {
		name := code(k.name)
		if k.required {
			name = "**" + name + "** (needed)"
		}
		rows = append(rows, []string{name, k.form, k.doc})
	}
	w.table([]string{"key", "value", "meaning"}, rows)
	return nil
}
