package flows

import (
	"slices"

	"repartee/flows/shop"
	"repartee/flows/value"
)

// Similar is the next best of an item's catalog that can be had: the one that has most in common with it, and of those the one whose price is nearest.
func (t *Turn) Similar(l CartLine) (best value.Value, ok bool) {
	catalog := t.set.catalogs[l.Catalog]
	if catalog == nil {
		return value.Value{}, false
	}
	gone, _ := catalog.sold.ItemIn(l.Item, t.lang)
	most, nearest := 0, int64(0)
	for _, item := range t.inStock(catalog.sold.Items(t.lang)) {
		line, fits := t.inPlaceOf(l, item)
		if !fits {
			continue
		}
		alike, far := alike(gone, item), max(line.Price-l.Price, l.Price-line.Price)
		if !ok || alike > most || alike == most && far < nearest {
			best, ok, most, nearest = item, true, alike, far
		}
	}
	return best, ok
}

// InPlaceOf is the variant of an item that would be taken in the place of a line: the same, else the cheapest that can be had; "" where it has none.
func (t *Turn) InPlaceOf(l CartLine, item value.Value) string {
	line, _ := t.inPlaceOf(l, item)
	return line.Variant
}

func (t *Turn) inPlaceOf(l CartLine, item value.Value) (best shop.Line, ok bool) {
	if item.Field("id").AsText() == l.Item {
		return shop.Line{}, false
	}
	ids := []string{""}
	if variants := Variants(item); len(variants) > 0 {
		ids = ids[:0]
		for _, v := range variants {
			ids = append(ids, v.Field("id").AsText())
		}
	}
	for _, id := range ids {
		line, there := t.lineOf(item, id, l.Quantity)
		if left := t.left(line); !there || line.Currency != l.Currency || left >= 0 && left < l.Quantity {
			continue
		}
		if !ok || id == l.Variant || best.Variant != l.Variant && line.Price < best.Price {
			best, ok = line, true
		}
	}
	return best, ok
}

// alike counts the columns in which two items are the same, less those that only one of them has.
func alike(a, b value.Value) (n int) {
	names := map[string]bool{}
	for name := range a.Fields() {
		names[name] = true
	}
	for name := range b.Fields() {
		names[name] = true
	}
	for name := range names {
		switch x, y := a.Field(name), b.Field(name); {
		case slices.Contains(itsOwn, name):
		case x.Known() && value.Equal(x, y):
			n++
		case x.Known() != y.Known():
			n--
		}
	}
	return n
}

// itsOwn are the columns in which every item differs.
var itsOwn = []string{"id", "name", "text", "photo", "price", "stock", "variants", shop.WasColumn, catalogColumn}
