package config

import (
	"strconv"
	"strings"

	"repartee/config/document"
	"repartee/flows"
)

// place is where a Ref stands: the key that was written and the value behind it; a list's item has no key.
type place struct {
	doc  *document.Document
	key  *document.Node
	node *document.Node
}

// places are those of all Refs of a folder, in parts: those of a flow, and those of a file of translations, can be taken over as a whole.
type places struct {
	of    map[string]map[string]place
	lists map[string][]place // of the entries of long lists, by the list's path
}

func newPlaces() *places {
	return &places{of: map[string]map[string]place{}, lists: map[string][]place{}}
}

// partOf is the part of the places that a Ref belongs to.
func partOf(ref flows.Ref) string {
	if ref.Flow != "" {
		return ref.Flow
	}
	if language, within := strings.CutPrefix(ref.Path, textsDir+"."); within {
		language, _, _ = strings.Cut(language, ".")
		return textsPart(language)
	}
	return ""
}

// textsPart is the part of a language's translations.
func textsPart(language string) string { return textsDir + "." + language }

// placesInLine is about how many places a line has.
const placesInLine = 2

// expect makes room for so many places of a part that has none yet.
func (p *places) expect(ref flows.Ref, many int) {
	if part := partOf(ref); p.of[part] == nil {
		p.of[part] = make(map[string]place, many)
	}
}

func (p *places) add(ref flows.Ref, at place) {
	part := partOf(ref)
	of := p.of[part]
	if of == nil {
		of = map[string]place{}
		p.of[part] = of
	}
	of[ref.Path] = at
}

func (p *places) at(ref flows.Ref) (place, bool) {
	if at, ok := p.of[partOf(ref)][ref.Path]; ok || ref.Flow != "" {
		return at, ok
	}
	list := p.lists[parent(ref).Path]
	if n, err := strconv.Atoi(lastOf(ref.Path)); err == nil && 0 <= n && n < len(list) {
		return list[n], true
	}
	return place{}, false
}

// lastOf is the last part of a path.
func lastOf(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }

func (p *places) has(ref flows.Ref) bool { _, ok := p.at(ref); return ok }

// find gives the place of a Ref, or of the nearest thing that it lies in. What nobody has noted, as the cells of a catalog, is looked for in the tree.
func (p *places) find(ref flows.Ref) (at place, exact, ok bool) {
	if at, ok = p.at(ref); ok || ref.Path == "" {
		return at, true, ok
	}
	at, exact, ok = p.find(parent(ref))
	if exact && ok {
		for _, pair := range at.node.Pairs {
			if pair.Key.Value == lastOf(ref.Path) {
				return place{at.doc, pair.Key, pair.Value}, true, true
			}
		}
	}
	return at, false, ok
}

// unknownColumn is about the name of a column, not about what stands in it. In a table the name is written once.
const unknownColumn = "unknown-column"

// diagnostic puts what is wrong with a Ref at its place.
func (p *places) diagnostic(ref flows.Ref, d Diagnostic) Diagnostic {
	at, exact, ok := p.find(ref)
	if !ok {
		d.File, d.Line, d.Col, d.EndCol = botFile, 1, 1, 1
		return d
	}
	var r document.Range
	switch {
	case exact && ref.To > ref.From:
		r = at.doc.Span(at.node, ref.From, ref.To)
	case at.key != nil && exact && d.Code == unknownColumn:
		r = at.doc.Place(at.key)
	case at.node.Kind == document.Scalar || at.key == nil:
		r = at.doc.Place(at.node)
	default:
		r = at.doc.Place(at.key)
	}
	d.File, d.Line, d.Col, d.EndCol = at.doc.Name, r.Line, r.Col, r.End
	d.Source = at.doc.Line(r.Line)
	return d
}

func whole(ref flows.Ref) flows.Ref {
	ref.From, ref.To = 0, 0
	return ref
}

// Position tells where something of the set was written: the file within the folder, line and column, both beginning with 1.
func (l *Loaded) Position(ref flows.Ref) (file string, line, col int) {
	d := l.places.diagnostic(ref, Diagnostic{})
	return d.File, d.Line, d.Col
}

// fileOf is the file that a Ref is in.
func (p *places) fileOf(ref flows.Ref) string {
	at, _, ok := p.find(ref)
	if !ok {
		return botFile
	}
	return at.doc.Name
}
