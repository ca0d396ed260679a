package flows

import (
	"maps"
	"reflect"
	"strings"
)

// makeups tell of types what they are made of: to ask that of each value anew is dear. Flows that are compiled side by side have the settled ones in common, and note
// others for themselves.
type makeups struct {
	settled map[reflect.Type][]member
	own     map[reflect.Type][]member // nil: what is not settled is found out again
}

// member is an exported field of a struct that forms can lie in.
type member struct {
	at    int      // among all fields
	names []string // that are known in it, beside those of its place
	ranks bool     // it puts items in order
}

// of gives the members of a struct.
func (m makeups) of(t reflect.Type) []member {
	if known, ok := m.settled[t]; ok {
		return known
	}
	if known, ok := m.own[t]; ok {
		return known
	}
	members := membersOf(t)
	if m.own != nil {
		m.own[t] = members
	}
	return members
}

// ahead finds out about a type and all that lies in it.
func (m makeups) ahead(t reflect.Type) {
	t = elemOf(t)
	if t.Kind() != reflect.Struct || m.settled[t] != nil || m.own[t] != nil {
		return
	}
	for _, member := range m.of(t) {
		m.ahead(t.Field(member.at).Type)
	}
}

// beside are the same for one who notes others for himself.
func (m makeups) beside() makeups {
	return makeups{settled: m.settled, own: map[reflect.Type][]member{}}
}

// with are the makeups and those that others have noted, all of them settled.
func (m makeups) with(others ...makeups) makeups {
	all := maps.Clone(m.settled)
	if all == nil {
		all = map[reflect.Type][]member{}
	}
	for _, other := range append(others, m) {
		maps.Copy(all, other.own)
	}
	return makeups{settled: all}
}

func membersOf(t reflect.Type) []member {
	members := []member{}
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
	t = elemOf(t)
	return t.Kind() == reflect.Struct && t != reflect.TypeFor[Ref]()
}

// elemOf is what a type has one or many of.
func elemOf(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t
}
