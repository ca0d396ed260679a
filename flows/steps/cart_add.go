package steps

import (
	"slices"
	"strconv"
	"strings"

	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// instead marks that the customer is asked whether something else will do: it stands in the note behind the number of the item.
const instead = "instead"

// addFrom puts the items from one on into the cart. It asks where an item has variants, and where something is sold out and another comes near to it.
func (c *Cart) addFrom(t *flows.Turn, n int) flows.Move {
	items := itemsOf(t.Eval(c.Cart.Add))
	for ; n < len(items); n++ {
		variant, ask := c.variantOf(t, items[n])
		if ask {
			t.Paying().Note = strconv.Itoa(n)
			return t.Ask(c)
		}
		if !c.put(t, items[n], variant) && c.offersInstead(t, n, variant) {
			return t.Ask(c)
		}
	}
	put := t.Paying().Item != ""
	t.PayingOver()
	c.tryVoucher(t)
	if !put {
		return t.To(&c.None)
	}
	t.Say(&c.Text)
	return flows.Next()
}

// quantity is how many the step says, a whole number; otherwise where it says nothing.
func (c *Cart) quantity(t *flows.Turn, otherwise int64) int64 {
	if c.Cart.Quantity == nil {
		return otherwise
	}
	v := t.Eval(c.Cart.Quantity)
	if !v.Known() {
		return max(otherwise, 1)
	}
	return min(max(v.AsInt(), 1), shop.MaxQuantity)
}

// put puts an item into the cart. Where there is too little of it, or no room, as much as can be, which is said; false: there is none.
func (c *Cart) put(t *flows.Turn, item value.Value, variant string) bool {
	n := c.quantity(t, 1)
	if !t.PutIn(item, variant, n) {
		if full := cartFull(t, item, variant); full {
			t.SayPhrase("cart_full")
			return true
		}
		return false
	}
	line, ok := lineOf(t.Cart(), item, variant)
	if ok && line.Left != 0 {
		t.Paying().Item = line.LineKey()
	}
	if !ok || !line.TooMany() {
		return true
	}
	before := line.Quantity - n
	t.TakeLine(line, line.Quantity-max(line.Left, min(before, line.Quantity)))
	if line.Left <= before {
		return false
	}
	t.SayFormatted(t.Phrase("cart_only", leftOf(line)))
	return true
}

// cartFull tells that no more of an item can be put in, whatever there is of it.
func cartFull(t *flows.Turn, item value.Value, variant string) bool {
	lines := t.Cart()
	line, there := lineOf(lines, item, variant)
	return !there && len(lines) >= shop.MaxLines || there && line.Quantity >= shop.MaxQuantity
}

// lineOf finds the line of an item in the cart.
func lineOf(lines []flows.CartLine, item value.Value, variant string) (flows.CartLine, bool) {
	i := slices.IndexFunc(lines, func(l flows.CartLine) bool {
		return l.Item == item.Field("id").AsText() && l.Catalog == item.Field("catalog").AsText() && l.Variant == variant
	})
	if i < 0 {
		return flows.CartLine{}, false
	}
	return lines[i], true
}

// lineFor is a line that an item would have, for looking for something like it.
func lineFor(item value.Value, variant string) flows.CartLine {
	cost := item.Field("price")
	if variants := flows.Variants(item); !cost.Known() && len(variants) > 0 {
		cost = variants[0].Field("price")
	}
	price, currency := cost.AsMoney()
	return flows.CartLine{Line: shop.Line{
		Catalog: item.Field("catalog").AsText(), Item: item.Field("id").AsText(), Variant: variant, Name: item.Field("name").AsText(), Quantity: 1,
		Price: price, Currency: currency,
	}, Now: item}
}

// offersInstead tells that an item is sold out, and whether something else is offered in its place.
func (c *Cart) offersInstead(t *flows.Turn, n int, variant string) bool {
	item := itemsOf(t.Eval(c.Cart.Add))[n]
	if _, ok := t.Similar(lineFor(item, variant)); ok {
		t.Paying().Note = strconv.Itoa(n) + " " + instead
		return true
	}
	t.SayFormatted(t.Phrase("cart_sold_out", named("item", item.Field("name"))))
	return false
}

// asked is what the talk waits for: the item at hand, and whether another is offered in its place.
func (c *Cart) asked(t *flows.Turn) (item value.Value, n int, other bool) {
	number, mark, _ := strings.Cut(t.Paying().Note, " ")
	n, _ = strconv.Atoi(number)
	items := itemsOf(t.Eval(c.Cart.Add))
	if n < 0 || n >= len(items) {
		return value.Value{}, n, false
	}
	return items[n], n, mark == instead
}

// adding asks which variant is meant, or whether something else will do.
func (c *Cart) adding(t *flows.Turn) flows.Offer {
	item, _, insteadOf := c.asked(t)
	name := named("item", item.Field("name"))
	if !insteadOf {
		return flows.Offer{Said: said(t.Phrase("cart_variant", name)), Choices: variantChoices(t, item)}
	}
	line := lineFor(item, "")
	similar, ok := t.Similar(line)
	if !ok {
		return flows.Offer{}
	}
	other := otherText(t, similar, t.InPlaceOf(line, similar))
	take := flows.Choice{ID: instead, Label: t.Phrase("cart_instead", named("item", value.Text(other))).Text, Synonyms: ordinalsOf[t.Locale().Language].this, Value: similar}
	refuse := flows.Choice{ID: "no", Label: t.Phrase("no", nil).Text, Value: value.Bool(false)}
	return flows.Offer{Said: said(t.Phrase("cart_sold_out", name)), Choices: []flows.Choice{take, refuse}}
}

// added puts in what was chosen, and goes on with the next item.
func (c *Cart) added(t *flows.Turn, r flows.Reply) flows.Move {
	item, n, other := c.asked(t)
	switch {
	case !item.Known() || r.Skipped:
	case !other:
		if !c.put(t, item, r.Value.AsText()) && c.offersInstead(t, n, r.Value.AsText()) {
			return t.Ask(c)
		}
	case r.Value.Kind() == value.KindRecord:
		c.put(t, r.Value, t.InPlaceOf(lineFor(item, ""), r.Value))
		if name := c.Cart.Add.Source; t.Type(name) != nil { // what the flow says of it is of the one that was taken
			t.Keep(name, r.Answer)
		}
	}
	return c.addFrom(t, n+1)
}
