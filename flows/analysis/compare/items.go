package compare

import (
	"slices"

	"repartee/flows"
	"repartee/flows/shop"
)

// item reads a line of a catalog.
func item(x *flows.Item) *entry {
	e := &entry{kind: group, ref: x.Ref}
	for i := range x.Cells {
		c := &x.Cells[i]
		switch c.Column {
		case "id":
			e.id = c.Text
			continue
		case shop.WasColumn:
			e.was = c.Text
			continue
		}
		if part := valueOf(c); part != nil {
			part.key = c.Column
			e.parts = append(e.parts, part)
		}
	}
	return e
}

// valueOf reads a value of an item: one, several words, or what has columns of its own as a variant has.
func valueOf(c *flows.Cell) *entry {
	switch {
	case len(c.Parts) > 0:
		e := &entry{kind: ordered, ref: c.Ref}
		for i := range c.Parts {
			e.parts = append(e.parts, item(&c.Parts[i]))
		}
		return e
	case len(c.List) > 0:
		e := &entry{kind: wordset, words: slices.Sorted(slices.Values(c.List)), ref: c.Ref}
		if c.Column == "photo" {
			e.kind, e.words = wordrow, c.List
		}
		return e
	case c.Column == "price", c.Column == "stock", number(c.Text) != c.Text:
		return leaf(amount, tidy(c.Text), c.Ref)
	case c.Column == "name", c.Column == "text":
		return leaf(text, tidy(c.Text), c.Ref)
	}
	return leaf(plain, tidy(c.Text), c.Ref)
}
