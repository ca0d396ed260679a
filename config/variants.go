package config

import (
	"strings"

	"repartee/config/document"
	"repartee/flows"
)

const variantsForm = "{small: 8.90, large: {name: 1 kg, price: 16, stock: 4}}"

// variants decodes the sizes, colours and the like that an item comes in: names with prices or with more, or names alone; in a cell of a table
// `small: 8.90 | large: 16`.
func (d *decoder) variants(n *document.Node, ref flows.Ref) []flows.Item {
	switch n.Kind {
	case document.Scalar:
		return d.variantsInCell(n, ref)
	case document.List:
		var all []flows.Item
		for _, item := range n.Items {
			if item.Kind != document.Scalar {
				d.wrong(n, ref, "names with prices", variantsForm)
				return nil
			}
			if d.goodID(item, ref) {
				all = append(all, variant(ref.At(item.Value), item.Value))
			}
		}
		return all
	}
	var all []flows.Item
	for _, p := range d.pairs(n, ref) {
		at := ref.At(p.Key.Value)
		if !d.goodID(p.Key, at) {
			continue
		}
		v := variant(at, p.Key.Value)
		switch p.Value.Kind {
		case document.Scalar:
			v.Cells = append(v.Cells, flows.Cell{Ref: at, Column: "price", Text: d.word(p.Value, at, "a price", "8.90")})
		case document.Map:
			v.Cells = append(v.Cells, d.item(p.Value, at).Cells...)
		case document.List:
			d.wrong(p.Value, at, "a price, or more as {name: 1 kg, price: 16}", "")
		}
		all = append(all, v)
	}
	return all
}

func variant(ref flows.Ref, id string) flows.Item {
	return flows.Item{Ref: ref, Cells: []flows.Cell{{Ref: ref, Column: "id", Text: id}}}
}

func (d *decoder) variantsInCell(n *document.Node, ref flows.Ref) []flows.Item {
	var all []flows.Item
	for entry := range strings.FieldsFuncSeq(n.Value, func(r rune) bool { return r == '|' || r == ';' }) {
		id, price, _ := strings.Cut(entry, ":")
		id, price = strings.TrimSpace(id), strings.TrimSpace(price)
		if !isID(id) {
			help := "write `small: 8.90 | large: 16`"
			if n.Style != document.Cell {
				help = "write `variants: " + variantsForm + "`"
			}
			d.bad(n, ref, "bad-id", "`"+id+"` is no name of a variant: it is made of a-z, 0-9 and _", help)
			return nil
		}
		v := variant(ref, id)
		if price != "" {
			v.Cells = append(v.Cells, flows.Cell{Ref: ref, Column: "price", Text: price})
		}
		all = append(all, v)
	}
	return all
}
