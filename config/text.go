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
