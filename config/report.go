package config

import (
	"strings"

	"repartee/config/document"
	"repartee/flows"
)

// report adds an error at a node.
func (d *decoder) report(n *document.Node, code, message, help string) {
	d.reportAt(d.doc.Place(n), Error, code, message, help)
}

func (d *decoder) reportAt(r document.Range, severity Severity, code, message, help string) {
	d.note(Diagnostic{
		File: d.doc.Name, Line: r.Line, Col: r.Col, EndCol: r.End, Severity: severity,
		Code: code, Message: message, Help: help, Source: d.doc.Line(r.Line),
	})
}

// note keeps a diagnostic, as long as there are not far more of its severity than anybody is shown.
func (l *loader) note(d Diagnostic) {
	if l.noted[d.Severity]++; l.noted[d.Severity] <= 10*maxFound {
		l.found = append(l.found, d)
	}
}

// wrong reports a value of another form than its place expects.
func (d *decoder) wrong(n *document.Node, ref flows.Ref, want, example string) {
	d.damage.add(ref)
	if d.doc.Mended(n) {
		return
	}
	help := ""
	if example != "" {
		help = "write `" + written(ref) + example + "`"
	}
	name := lastKey(ref)
	if name == "" {
		d.report(n, "wrong-type", want+" is expected here, but this is "+kindOf(n), help)
		return
	}
	d.report(n, "wrong-type", "`"+name+":` takes "+want+", but this is "+kindOf(n), help)
}

// bad reports a text that is not one of those that its place expects.
func (d *decoder) bad(n *document.Node, ref flows.Ref, code, message, help string) {
	d.damage.add(ref)
	d.report(n, code, message, help)
}

// nothing reports a key or a dash without anything behind it.
func (d *decoder) nothing(n *document.Node, ref flows.Ref) {
	d.damage.add(ref)
	if d.doc.Lost(n) {
		return
	}
	at := d.keyOf(n, ref)
	if name := lastKey(ref); name != "" {
		d.report(at, "missing-value", "nothing stands behind `"+name+":`", "write its value, or take the line out")
		return
	}
	d.report(at, "missing-value", "nothing stands behind the dash", "write something, or take the line out")
}

// keyOf is the key that a value stands behind; the value itself where it has none.
func (d *decoder) keyOf(n *document.Node, ref flows.Ref) *document.Node {
	if p, _, ok := d.places.find(ref); ok && p.key != nil && p.node == n {
		return p.key
	}
	return n
}

func kindOf(n *document.Node) string {
	switch n.Kind {
	case document.List:
		return "a list"
	case document.Map:
		return "a map"
	case document.Scalar:
		return "a text"
	}
	return "nothing"
}

// lastKey is the key that a Ref ends with; "" where it ends with the number of an item.
func lastKey(ref flows.Ref) string {
	key := lastOf(ref.Path)
	if strings.Trim(key, "0123456789") == "" {
		return ""
	}
	return key
}

// ownerOf is what a map of keys is called in a message.
func ownerOf(ref flows.Ref) string {
	if key := lastKey(ref); key != "" {
		return "`" + key + "`"
	}
	if ref.Path == "" {
		return "the file"
	}
	return "an item of " + ownerOf(parent(ref))
}

// shownList is a scalar as it could be written within the brackets of a list.
func shownList(n *document.Node) string {
	if n.Kind != document.Scalar || len(n.Value) > 40 || strings.ContainsAny(n.Value, "\n[]{}:#") {
		return "..."
	}
	return n.Value
}
