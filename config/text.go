package config

import (
	"strconv"

	"repartee/config/document"
	"repartee/flows"
)

// text decodes what the bot says: one text, several, one of several, or arms.
func (d *decoder) text(n *document.Node, ref flows.Ref) flows.Text {
	text := flows.Text{Ref: ref}
	switch {
	case n.Kind == document.Empty:
		d.nothing(n, ref)
	case n.Kind == document.Scalar:
		line := d.line(n, ref)
		text.Line = &line
	case n.Kind == document.List && hasArms(n):
		text.Arms = d.textArms(n, ref)
	case n.Kind == document.List:
		text.All = d.texts(n, ref)
	case n.Get("vary") != nil:
		text.Vary = d.vary(n, ref)
	case isArm(n):
		d.bad(n, ref, "wrong-type", "arms are a list", "write a dash in front: `- when: ...`, and below it `- else: ...`")
	case !d.splitAtColon(n, ref):
		d.wrong(n, ref, "a text", `"..."`)
	}
	return text
}

func (d *decoder) texts(n *document.Node, ref flows.Ref) []flows.Text {
	texts := make([]flows.Text, len(n.Items))
	for i, item := range n.Items {
		at := ref.At(strconv.Itoa(i))
		d.places.add(at, place{doc: d.doc, node: item})
		texts[i] = d.text(item, at)
	}
	if len(texts) == 0 {
		d.bad(n, ref, "missing-value", "the list is empty", "write at least one text")
	}
	d.splitAtComma(n)
	return texts
}

func (d *decoder) vary(n *document.Node, ref flows.Ref) []flows.Text {
	at := ref.At("vary")
	var texts []flows.Text
	for _, p := range d.pairs(n, ref) {
		switch {
		case p.Key.Value != "vary":
			d.damage.add(ref)
			d.report(p.Key, "unknown-key", "beside `vary` stands no other key", "write `{vary: [Fine., Good.]}`")
		case p.Value.Kind != document.List:
			d.wrong(p.Value, at, "a list of texts", "[Fine., Good.]")
		default:
			d.places.add(at, place{d.doc, p.Key, p.Value})
			texts = d.texts(p.Value, at)
		}
	}
	return texts
}

func isArm(n *document.Node) bool {
	return n.Kind == document.Map && (n.Get("when") != nil || n.Get("else") != nil)
}

func hasArms(n *document.Node) bool {
	for _, item := range n.Items {
		if isArm(item) {
			return true
		}
	}
	return false
}

func (d *decoder) textArms(n *document.Node, ref flows.Ref) []flows.TextArm {
	var arms []flows.TextArm
	for i, item := range n.Items {
		at := ref.At(strconv.Itoa(i))
		d.places.add(at, place{doc: d.doc, node: item})
		arm := flows.TextArm{}
		when, then, key := d.arm(item, at, "text")
		if then == nil {
			continue
		}
		if when != nil {
			arm.When = when
		}
		arm.Text = d.text(then, at.At(key))
		arms = append(arms, arm)
	}
	return arms
}

// arm takes an arm apart: its condition (none for else), what it holds, and under which key that stands. Without anything that can be used it gives nil.
func (d *decoder) arm(n *document.Node, ref flows.Ref, what string) (when *flows.Condition, then *document.Node, key string) {
	if n.Kind != document.Map {
		d.wrong(n, ref, "an arm", "")
		return nil, nil, ""
	}
	for _, p := range d.pairs(n, ref) {
		at := ref.At(p.Key.Value)
		d.places.add(at, place{d.doc, p.Key, p.Value})
		switch p.Key.Value {
		case "when":
			when = new(flows.Condition)
			if p.Value.Kind == document.Empty {
				d.nothing(p.Value, at)
			} else {
				when.Expr = d.expr(p.Value, at)
			}
		case what, "else":
			if then != nil {
				d.report(p.Key, "unknown-key", "an arm has `when` and `"+what+"`, or `else` alone", "begin a new arm with a dash")
				continue
			}
			then, key = p.Value, p.Key.Value
		default:
			d.armKey(p.Key, at, what)
		}
	}
	return d.armComplete(n, ref, what, when, then, key)
}

func (d *decoder) armKey(n *document.Node, ref flows.Ref, what string) {
	d.damage.add(ref)
	d.report(n, "unknown-key", "an arm has no key `"+n.Value+"`", "write `{when: condition, "+what+": ...}`, at last `{else: ...}`")
}

func (d *decoder) armComplete(n *document.Node, ref flows.Ref, what string, when *flows.Condition, then *document.Node, key string) (*flows.Condition, *document.Node, string) {
	switch {
	case then == nil:
		d.missing(n, ref.At(what), "this arm", what, "what happens if the condition holds")
	case key == what && when == nil:
		d.missing(n, ref.At("when"), "this arm", "when", "a condition; the last arm may have `else: ...` alone")
		return nil, nil, ""
	case key == "else" && when != nil:
		d.report(n, "unknown-key", "`else` has no `when`", "write `"+what+":` for `else:`, or take `when` out")
	}
	return when, then, key
}
