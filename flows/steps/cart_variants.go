package steps

import (
	"slices"

	"repartee/flows"
	"repartee/flows/value"
)

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
