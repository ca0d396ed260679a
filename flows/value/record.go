package value

import (
	"iter"
	"maps"
	"slices"
)

// record holds the parts of a record in the order of their names. Records are small and read far more often than made: a walk over a short slice is quicker
// than a map, and takes a third of its memory.
type record struct {
	names  []string
	values []Value
}

// Record is a value with named parts. A part that is unknown is left out.
func Record(parts map[string]Value) Value {
	r := &record{names: make([]string, 0, len(parts)), values: make([]Value, 0, len(parts))}
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if v := parts[name]; v.Known() {
			r.names, r.values = append(r.names, name), append(r.values, v)
		}
	}
	return Value{kind: KindRecord, more: r}
}

// Field is a part of a record; unknown where there is none, and for every other
// kind.
func (v Value) Field(name string) Value {
	r, ok := v.more.(*record)
	if !ok {
		return Value{}
	}
	for i := range r.names {
		if r.names[i] == name {
			return r.values[i]
		}
	}
	return Value{}
}

// Changed is a record with the same names, where each part is what change makes of it; any other value as it is.
func (v Value) Changed(change func(name string, part Value) Value) Value {
	r, ok := v.more.(*record)
	if !ok {
		return v
	}
	made := &record{names: r.names, values: make([]Value, len(r.values))}
	for i, name := range r.names {
		made.values[i] = change(name, r.values[i])
	}
	return Value{kind: KindRecord, more: made}
}

// Fields goes through a record's parts in the order of their names.
func (v Value) Fields() iter.Seq2[string, Value] {
	return func(yield func(string, Value) bool) {
		r, ok := v.more.(*record)
		if !ok {
			return
		}
		for i, name := range r.names {
			if !yield(name, r.values[i]) {
				return
			}
		}
	}
}

func equalRecords(a, b Value) bool {
	left, _ := a.more.(*record)
	right, _ := b.more.(*record)
	if left == nil || right == nil {
		return left == right
	}
	return slices.Equal(left.names, right.names) && slices.EqualFunc(left.values, right.values, Equal)
}
