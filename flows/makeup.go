package flows

import (
	"reflect"
	"strings"
)

// makeups tell of types what they are made of: to ask that of each value anew is dear.
type makeups map[reflect.Type][]member

// member is an exported field of a struct that forms can lie in.
type member struct {
	at    int      // among all fields
	names []string // that are known in it, beside those of its place
	ranks bool     // it puts items in order
}

// of gives the members of a struct.
func (m makeups) of(t reflect.Type) []member {
	if known, ok := m[t]; ok {
		return known
	}
	m[t] = nil // a form can lie in itself
	var members []member
	for i := range t.NumField() {
		field := t.Field(i)
		if !field.IsExported() || !m.leads(field.Type) {
			continue
		}
		var names []string
		if tag := field.Tag.Get("names"); tag != "" {
			names = strings.Split(tag, ",")
		}
		key, _, _ := strings.Cut(field.Tag.Get("yaml"), ",")
		members = append(members, member{i, names, key == "rank"})
	}
	m[t] = members
	return members
}

// known gives the members of a struct and notes nothing, so that several may ask at once.
func (m makeups) known(t reflect.Type) []member {
	if members, ok := m[t]; ok {
		return members
	}
	return makeups{}.of(t)
}

// leads tells of a type that structs lie in.
func (m makeups) leads(t reflect.Type) bool {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return false
	}
	m.of(t)
	return true
}
