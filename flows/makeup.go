package flows

import (
	"reflect"
	"strings"
	"sync"
)

// makeups tell of types what they are made of: to ask that of each value anew is dear. Several goroutines may ask at once.
type makeups struct {
	known sync.Map // reflect.Type: []member
}

// member is an exported field of a struct that forms can lie in.
type member struct {
	at    int      // among all fields
	names []string // that are known in it, beside those of its place
	ranks bool     // it puts items in order
}

// of gives the members of a struct.
func (m *makeups) of(t reflect.Type) []member {
	if known, ok := m.known.Load(t); ok {
		return known.([]member)
	}
	members := membersOf(t)
	m.known.Store(t, members)
	return members
}

func membersOf(t reflect.Type) []member {
	var members []member
	for i := range t.NumField() {
		field := t.Field(i)
		if !field.IsExported() || !holdsForms(field.Type) {
			continue
		}
		var names []string
		if tag := field.Tag.Get("names"); tag != "" {
			names = strings.Split(tag, ",")
		}
		key, _, _ := strings.Cut(field.Tag.Get("yaml"), ",")
		members = append(members, member{i, names, key == "rank"})
	}
	return members
}

// holdsForms tells of a type that structs lie in; a place is none of them.
func holdsForms(t reflect.Type) bool {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t.Kind() == reflect.Struct && t != reflect.TypeFor[Ref]()
}
