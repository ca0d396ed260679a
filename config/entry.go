package config

import (
	"strings"

	"repartee/config/document"
	"repartee/flows"
)

// entry is one entry of a file of translations as it is written.
type entry struct {
	node   *document.Node
	at     string
	source *document.Pair // the text in the first language
	now    *document.Pair // what it has become since the translation
	words  bool           // a list of words
	empty  bool           // the translation is still to be written
	used   bool           // it belongs to a text of the set
}

// entries reads those of a file in the order written. What cannot be read is reported by Load and left alone here.
func entries(doc *document.Document, first, language string) []*entry {
	if doc.Root == nil {
		return nil
	}
	all := make([]*entry, len(doc.Root.Items))
	for i, item := range doc.Root.Items {
		e := &entry{node: item, empty: true}
		for n := range item.Pairs {
			p := &item.Pairs[n]
			switch p.Key.Value {
			case "at":
				e.at = p.Value.Value
			case first:
				e.source = p
				e.words = e.words || p.Value.Kind == document.List
			case "now":
				e.now = p
			case language:
				e.empty = p.Value.Kind == document.Empty
				e.words = e.words || p.Value.Kind == document.List
			}
		}
		all[i] = e
	}
	return all
}

// text is the source text that the entry is known by.
func (e *entry) text() string {
	if e.now != nil {
		return strings.TrimRight(e.now.Value.Value, "\n")
	}
	return e.original()
}

// original is the source text that was translated.
func (e *entry) original() string {
	if e.source == nil {
		return ""
	}
	return strings.TrimRight(e.source.Value.Value, "\n")
}

// free tells whether the entry belongs to no text, so that it may be the translation of one that has changed.
func (e *entry) free() bool { return !e.used && !e.words && e.source != nil && e.at != "" }

// group is the flow that a place is in, or the part of bot.yaml.
func group(at string) string {
	name, _, _ := strings.Cut(at, ".")
	return name
}

// has tells whether the entry is the one of a text, though nobody may have translated it yet.
func (e *entry) has(w *flows.Wording) bool {
	switch {
	case e.words != (w.Words != nil):
		return false
	case e.words:
		return e.at == w.At || e.at+".ask" == w.At
	}
	return e.at == w.At && e.text() == w.Source
}
