package compare

import (
	"strings"

	"repartee/flows"
)

// entry is one thing that was written: a value, or a group or list of entries.
type entry struct {
	key   string // the YAML key it stands under; empty in a list
	id    string // what it is known by among its neighbours; empty where that is its place
	was   string // the id it had before
	title string // as people call it: "ask brew", "option filter"; empty where the key says it all
	kind  entryKind
	value string   // of a leaf, as it was written
	words []string // of a list of words
	parts []*entry
	says  bool // of a list: the arms or messages of a text
	ref   flows.Ref

	flow string // of a leaf that names a flow: that flow

	condition *flows.Condition // of a condition, to be proved something of once it is compiled
}

type entryKind uint8

const (
	group     entryKind = iota // parts by key or id
	ordered                    // parts by id, in an order that customers see
	list                       // parts by content, in an order that matters
	plain                      // a leaf
	text                       // a leaf that customers read
	condition                  // a leaf that decides
	expression
	amount  // a price, a rate, a number
	wordset // words in any order
	wordrow // words in an order that matters
	slot    // where steps are nested
)

// leaf tells of an entry without parts.
func (e *entry) leaf() bool { return e.kind > list && e.kind != slot }

// name is how the entry is called in a path.
func (e *entry) name() string {
	if e.title != "" {
		return e.title
	}
	return strings.ReplaceAll(e.key, "_", " ")
}

// same tells whether two leaves mean the same.
func (e *entry) same(other *entry) bool {
	return e.kind == other.kind && e.meaning() == other.meaning()
}

// meaning is a leaf's value in one way of writing it.
func (e *entry) meaning() string {
	switch e.kind {
	case condition, expression:
		return unspaced(e.value)
	case amount:
		return number(e.value)
	}
	return e.shown()
}

// shown is a leaf's value as it is told.
func (e *entry) shown() string {
	if e.kind == wordset || e.kind == wordrow {
		return strings.Join(e.words, ", ")
	}
	return e.value
}

// content is all that is written in an entry, in words: what it is recognized by where it has no id.
func (e *entry) content() []string {
	var all []string
	if e.id != "" {
		all = append(all, "#"+e.id)
	}
	if e.leaf() {
		all = append(all, strings.Fields(e.shown())...)
	}
	for _, part := range e.parts {
		all = append(all, part.content()...)
	}
	return all
}

// signature is the same for entries that say the same.
func (e *entry) signature() string {
	var b strings.Builder
	e.sign(&b)
	return b.String()
}

func (e *entry) sign(b *strings.Builder) {
	b.WriteString(e.key + "\x00" + e.id + "\x00" + e.meaning() + "\x01")
	for _, part := range e.parts {
		part.sign(b)
	}
	b.WriteString("\x02")
}

// summary is what an entry says, in short: its first text, else its first values.
func (e *entry) summary() string {
	if first := e.first(text); first != nil {
		return first.value
	}
	var all []string
	e.leaves(func(leaf *entry) {
		if len(all) < 4 && leaf.key != "id" {
			all = append(all, strings.TrimSpace(leaf.key+" "+leaf.shown()))
		}
	})
	return strings.Join(all, ", ")
}

func (e *entry) first(kind entryKind) *entry {
	var found *entry
	e.leaves(func(leaf *entry) {
		if found == nil && leaf.kind == kind && leaf.value != "" {
			found = leaf
		}
	})
	return found
}

func (e *entry) leaves(f func(*entry)) {
	if e.leaf() {
		f(e)
	}
	for _, part := range e.parts {
		part.leaves(f)
	}
}
