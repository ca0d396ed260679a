package config

import (
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

// places are those of all Refs of a folder.
type places struct{ of map[flows.Ref]place }

func newPlaces() *places { return &places{of: map[flows.Ref]place{}} }

func (p *places) add(ref flows.Ref, at place) { p.of[whole(ref)] = at }

func (p *places) has(ref flows.Ref) bool { _, ok := p.of[whole(ref)]; return ok }

// find gives the place of a Ref, or of the nearest thing that it lies in. What nobody has noted, as the cells of a catalog, is looked for in the tree.
func (p *places) find(ref flows.Ref) (at place, exact, ok bool) {
	ref = whole(ref)
	if at, ok = p.of[ref]; ok || ref.Path == "" {
		return at, true, ok
	}
	at, exact, ok = p.find(parent(ref))
	if exact && ok {
		for _, pair := range at.node.Pairs {
			if pair.Key.Value == ref.Path[strings.LastIndexByte(ref.Path, '.')+1:] {
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
