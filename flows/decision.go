package flows

import (
	"slices"

	"repartee/flows/value"
)

// Decision is a condition that a turn went by, with what it saw.
type Decision struct {
	Ref    Ref // of the condition
	Source string
	Held   bool
	Saw    []Seen // the values of the names in it, in order, each once
}

// Seen is the value of a name, written as programs do; "" where it was unknown.
type Seen struct{ Name, Value string }

// mostDecisions bounds those of one turn: a condition can be asked of each item of a catalog.
const mostDecisions = 200

// decided notes a condition that was gone by. Where the same is asked again and comes to the same, once is enough.
func (t *Turn) decided(c *Condition, held bool) {
	if len(t.decisions) == mostDecisions {
		return
	}
	d := Decision{Ref: c.Ref, Source: c.Source, Held: held, Saw: t.seen(c)}
	same := func(o Decision) bool { return o.Ref == d.Ref && o.Held == d.Held && slices.Equal(o.Saw, d.Saw) }
	if !slices.ContainsFunc(t.decisions, same) {
		t.decisions = append(t.decisions, d)
	}
}

func (t *Turn) seen(c *Condition) (saw []Seen) {
	for _, read := range c.program.Reads() {
		if !slices.ContainsFunc(saw, func(s Seen) bool { return s.Name == read.Name }) {
			saw = append(saw, Seen{read.Name, shortText(t.Value(read.Name))})
		}
	}
	return saw
}

// shortText writes any value in a few words: a list by its entries, an item or another record by its id or name.
func shortText(v value.Value) string {
	switch v.Kind() {
	case value.KindList:
		text := "["
		for i, entry := range v.AsList() {
			if i > 0 {
				text += ", "
			}
			if i == mostEntries {
				return text + "...]"
			}
			text += shortText(entry)
		}
		return text + "]"
	case value.KindRecord:
		for _, name := range []string{"id", "number", "name"} {
			if field := v.Field(name); field.Known() {
				return shortText(field)
			}
		}
		return "..."
	}
	return plainText(v)
}

// mostEntries is how many of a list are written.
const mostEntries = 8
