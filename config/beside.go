package config

import (
	"bytes"
	"slices"
	"strings"

	"repartee/config/document"
)

// beside puts one more key with its value into a map: behind a key that stands on one line, else in front of all.
func (l *Loaded) beside(at place, behind, written string) Change {
	name, doc, pairs := at.doc.Name, at.doc, at.node.Pairs
	i := max(slices.IndexFunc(pairs, func(p document.Pair) bool { return p.Key.Value == behind }), 0)
	key, value := doc.Place(pairs[i].Key), pairs[i].Value
	switch {
	case !onOneLine(doc, value) && at.node.Flow:
		return Change{Range{name, key.Line, key.Col, key.Col}, written + ", "}
	case !onOneLine(doc, value):
		return Change{Range{name, key.Line, key.Col, key.Col}, written + l.newLine(doc, key.Col)}
	case at.node.Flow:
		end := doc.Place(value).End
		return Change{Range{name, key.Line, end, end}, ", " + written}
	}
	end := len([]rune(doc.Line(key.Line))) + 1
	return Change{Range{name, key.Line, end, end}, l.newLine(doc, key.Col) + written}
}

// inFront puts a key with its value in front of all others of a map.
func (l *Loaded) inFront(at place, written string) Change {
	key, between := at.doc.Place(at.node.Pairs[0].Key), ", "
	if !at.node.Flow {
		between = l.newLine(at.doc, key.Col)
	}
	return Change{Range{at.doc.Name, key.Line, key.Col, key.Col}, written + between}
}

// newLine ends a line as the file's lines end, and begins the next one below a column.
func (l *Loaded) newLine(doc *document.Document, col int) string {
	end := "\n"
	if bytes.Contains(l.Files[doc.Name], []byte("\r\n")) {
		end = "\r\n"
	}
	return end + strings.Repeat(" ", col-1)
}

// onOneLine tells of a scalar that begins and ends on the same line.
func onOneLine(doc *document.Document, n *document.Node) bool {
	if n.Kind != document.Scalar || n.Style == document.Block {
		return false
	}
	return doc.Span(n, 0, 0).Line == doc.Span(n, len(n.Value), len(n.Value)).Line
}
