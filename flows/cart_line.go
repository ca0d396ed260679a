package flows

import (
	"slices"

	"repartee/flows/shop"
	"repartee/flows/value"
)

// CartLine is a line of the cart as things stand now.
type CartLine struct {
	shop.Line             // with the price as the catalog has it now
	Now       value.Value // the item; unknown where the catalog has it no longer
	Before    int64       // what one cost when it was last shown, minor units
	Left      int64       // how many can be had; -1: nobody counts them
}

// Gone tells that the item, or its variant, is not sold any more.
func (l CartLine) Gone() bool { return !l.Now.Known() }

// TooMany tells that there are fewer left than the customer wants.
func (l CartLine) TooMany() bool { return l.Left >= 0 && l.Left < l.Quantity }

// Repriced tells that the price has changed since it was last shown.
func (l CartLine) Repriced() bool { return l.Price != l.Before }

// lineNow is a line as the catalog has it now. One that is gone keeps what was known of it.
func (t *Turn) lineNow(line shop.Line) CartLine {
	now := CartLine{Line: line, Before: line.Price, Left: -1}
	item, ok := t.itemNow(line.Catalog, line.Item)
	if !ok {
		return now
	}
	fresh, ok := t.lineOf(item, line.Variant, line.Quantity)
	if !ok {
		return now
	}
	now.Line, now.Now, now.Left = fresh, item, t.left(fresh)
	return now
}

// itemNow finds an item of a catalog with its stock and its price of now.
func (t *Turn) itemNow(catalog, id string) (value.Value, bool) {
	c := t.set.catalogs[catalog]
	if c == nil {
		return value.Value{}, false
	}
	item, ok := c.sold.ItemIn(id, t.lang)
	if !ok {
		return value.Value{}, false
	}
	return t.asOfNow(item), true
}

// Variants are the variants of an item that can be chosen; none where it has none.
func Variants(item value.Value) []value.Value { return item.Field("variants").AsList() }

// VariantName is how customers read a variant; its id where it has no name, as with options.
func VariantName(v value.Value) string {
	if name := v.Field("name").AsText(); name != "" {
		return name
	}
	return v.Field("id").AsText()
}

// countsVariants tells whether the variants of an item have stocks of their own; else they share the item's.
func countsVariants(item value.Value) bool {
	return slices.ContainsFunc(Variants(item), func(v value.Value) bool { return v.Field("stock").Known() })
}

func variant(item value.Value, id string) (value.Value, bool) {
	for _, v := range Variants(item) {
		if v.Field("id").AsText() == id {
			return v, true
		}
	}
	return value.Value{}, false
}

// lineOf makes a line of an item; not ok where it has no price, or no such variant.
func (t *Turn) lineOf(item value.Value, chosen string, quantity int64) (shop.Line, bool) {
	line := shop.Line{
		Catalog: item.Field(catalogColumn).AsText(), Item: item.Field("id").AsText(), Variant: chosen, Name: item.Field("name").AsText(), Quantity: quantity,
		Tax: item.Field("tax").AsText(), Weight: item.Field("weight").AsNumber(), Digital: item.Field("digital").AsBool(), Counted: item.Field("stock").Known(),
	}
	if line.Digital {
		line.File, line.Link, line.Code = item.Field(fileColumn).AsText(), item.Field(linkColumn).AsText(), item.Field(codeColumn).AsBool()
	}
	price := item.Field("price")
	if len(Variants(item)) > 0 {
		v, ok := variant(item, chosen)
		if !ok {
			return shop.Line{}, false
		}
		line.Name += ", " + VariantName(v)
		line.Shared = line.Counted && !countsVariants(item)
		if own := v.Field("price"); own.Known() {
			price = own
		}
		if own := v.Field("weight"); own.Known() {
			line.Weight = own.AsNumber()
		}
	} else if chosen != "" {
		return shop.Line{}, false
	}
	if !price.Known() {
		return shop.Line{}, false
	}
	line.Price, line.Currency = price.AsMoney()
	if now, ok := t.facts.Prices[line.LineKey()]; ok {
		line.Price, line.Currency = now.AsMoney()
	}
	return line, true
}

// toldTime is how many seconds what the stock itself has said counts more than the facts, which lag a little.
const toldTime = 10

// left is how many of a line's item can be had now; -1 where nobody counts them. What the stock itself has said counts more than the facts.
func (t *Turn) left(line shop.Line) int64 {
	key := line.StockKey()
	if cart := t.state.Session.Cart; cart != nil {
		if n, told := cart.Left[key]; told && t.in.At.Unix() < cart.Told+toldTime {
			return max(n, 0)
		}
	}
	if !line.Counted {
		return -1
	}
	if n, known := t.facts.Stock[key]; known {
		return max(n, 0) + t.heldNow()[key] + t.freed(key)
	}
	item, ok := t.itemNow(line.Catalog, line.Item)
	if !ok {
		return -1
	}
	stock := item.Field("stock")
	if v, ok := variant(item, line.Variant); ok && !line.Shared {
		stock = v.Field("stock")
	}
	if !stock.Known() {
		return -1
	}
	return max(stock.AsInt(), 0)
}

// heldNow is what the customer holds himself, by the keys of the stock: the facts count it as gone.
func (t *Turn) heldNow() map[string]int64 {
	cart := t.state.Session.Cart
	if cart == nil || cart.Held <= t.in.At.Unix() {
		return nil
	}
	own := map[string]int64{}
	for _, line := range cart.Lines {
		own[line.StockKey()] += line.Quantity
	}
	return own
}

// freed is what the customer has held until just now: the facts still count it as gone.
func (t *Turn) freed(key string) int64 {
	if cart := t.state.Session.Cart; cart != nil && t.in.At.Unix() < cart.Told+toldTime {
		return cart.Freed[key]
	}
	return 0
}
