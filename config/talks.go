package config

import (
	"slices"
	"strconv"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/talk"
)

// spoken decodes one text for all languages, or a map with the text of each.
func (d *decoder) spoken(n *document.Node, ref flows.Ref) talk.Words {
	words := talk.Words{Ref: ref, ByLanguage: map[string]string{}}
	if n.Kind != document.Map {
		words.ByLanguage[""] = d.words(n, ref, "a text", "...")
		return words
	}
	if d.splitAtColon(n, ref) {
		return words
	}
	for _, p := range d.pairs(n, ref) {
		at := ref.At(p.Key.Value)
		d.places.add(at, place{d.doc, p.Key, p.Value})
		if len(p.Key.Value) != 2 {
			d.bad(p.Key, at, "unknown-key", "`"+p.Key.Value+"` is no language", "write the two letters of the language, as {en: ..., de: ...}")
			continue
		}
		words.ByLanguage[p.Key.Value] = d.words(p.Value, at, "a text", "...")
	}
	return words
}

// tap decodes the name of a button, in several languages perhaps; not what has keys of its own.
func (d *decoder) tap(into *talk.Tap, n *document.Node, ref flows.Ref) bool {
	own := func(p document.Pair) bool { return p.Key.Value == "button" || p.Key.Value == "older" }
	if slices.ContainsFunc(n.Pairs, own) {
		return false
	}
	*into = talk.Tap{Ref: ref, Button: d.spoken(n, ref)}
	return true
}

// turns checks that each line of a talk is one thing.
func (d *decoder) turns(n *document.Node, ref flows.Ref) {
	if n == nil || n.Kind != document.List {
		return
	}
	for i, item := range n.Items {
		if item.Kind != document.Map || len(item.Pairs) == 1 || firstAgain(item) > 0 || d.doc.Lost(item) {
			continue
		}
		at := item
		if len(item.Pairs) > 1 {
			at = item.Pairs[1].Key
		}
		d.bad(at, ref.At(strconv.Itoa(i)), "two-turns", "one line of a talk is one thing", "put a dash in front of each: `- they: ...`, `- bot: ...`")
	}
}
