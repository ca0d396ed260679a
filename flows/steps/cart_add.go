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
	t.PayingOver()
	c.tryVoucher(t)
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

func (c *Cart) wantedVariant(t *flows.Turn) string {
	if c.Cart.Variant == nil {
		return ""
	}
	return t.Eval(c.Cart.Variant).AsText()
}

// variantOf settles which variant of an item is meant; ask tells that only the customer knows.
func (c *Cart) variantOf(t *flows.Turn, item value.Value) (id string, ask bool) {
	variants := flows.Variants(item)
	wanted := c.wantedVariant(t)
	if wanted != "" && slices.ContainsFunc(variants, func(v value.Value) bool { return v.Field("id").AsText() == wanted }) {
		return wanted, false
	}
	left := inStock(variants)
	switch {
	case len(left) > 1:
		return "", true
	case len(left) == 1:
		return left[0].Field("id").AsText(), false
	case len(variants) > 0:
		return variants[0].Field("id").AsText(), false // sold out, which is said when it is put in
	}
	return "", false
}

// inStock are those of which something is left, or that nobody counts.
func inStock(items []value.Value) []value.Value {
	return slices.DeleteFunc(slices.Clone(items), soldOut)
}

// soldOut tells that nothing is left of something that is counted.
func soldOut(item value.Value) bool {
	stock := item.Field("stock")
	return stock.Known() && stock.AsInt() <= 0
}

// put puts an item into the cart. Where there is too little of it, as much as there is, which is said; false: there is none.
func (c *Cart) put(t *flows.Turn, item value.Value, variant string) bool {
	n := c.quantity(t, 1)
	if !t.PutIn(item, variant, n) {
		return false
	}
	line, ok := lineOf(t.Cart(), item, variant)
	if !ok || !line.TooMany() {
		return true
	}
	before := line.Quantity - n
	t.TakeLine(line, line.Quantity-max(line.Left, min(before, line.Quantity)))
	if line.Left <= before {
		return false
	}
	t.SayFormatted(t.Phrase("cart_only", map[string]value.Value{"item": value.Text(line.Name), "quantity": value.Integer(line.Left)}))
	return true
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
	t.SayFormatted(t.Phrase("cart_sold_out", map[string]value.Value{"item": item.Field("name")}))
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
	item, _, other := c.asked(t)
	name := map[string]value.Value{"item": item.Field("name")}
	if !other {
		return flows.Offer{Said: said(t.Phrase("cart_variant", name)), Choices: variantChoices(t, item)}
	}
	line := lineFor(item, "")
	similar, ok := t.Similar(line)
	if !ok {
		return flows.Offer{}
	}
	return flows.Offer{
		Said: said(t.Phrase("cart_sold_out", name)),
		Choices: []flows.Choice{
			{ID: instead, Label: t.Phrase("cart_instead", map[string]value.Value{"item": value.Text(otherText(t, similar, t.InPlaceOf(line, similar)))}).Text, Synonyms: ordinalsOf[t.Locale().Language].this, Value: similar},
			{ID: "no", Label: t.Phrase("no", nil).Text, Value: value.Bool(false)},
		},
	}
}

// variantChoices are the variants of an item that can be had, each with its price.
func variantChoices(t *flows.Turn, item value.Value) []flows.Choice {
	variants := inStock(flows.Variants(item))
	choices := make([]flows.Choice, len(variants))
	for i, v := range variants {
		name, price := flows.VariantName(v), v.Field("price")
		if !price.Known() {
			price = item.Field("price")
		}
		choices[i] = flows.Choice{
			ID: v.Field("id").AsText(), Label: withPrice(t, name, price), Value: v.Field("id"),
			Synonyms: append(ordinals(t.Locale().Language, i, len(variants)), name),
		}
	}
	return choices
}

// otherText is an item, or a variant of it, with its price.
func otherText(t *flows.Turn, item value.Value, variant string) string {
	name, price := item.Field("name").AsText(), item.Field("price")
	for _, v := range flows.Variants(item) {
		if v.Field("id").AsText() != variant {
			continue
		}
		name += ", " + v.Field("name").AsText()
		if own := v.Field("price"); own.Known() {
			price = own
		}
	}
	return withPrice(t, name, price)
}

func withPrice(t *flows.Turn, name string, price value.Value) string {
	if !price.Known() {
		return name
	}
	return name + " – " + value.Format(price, nil, t.Locale())
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
	}
	return c.addFrom(t, n+1)
}
