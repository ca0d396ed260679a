package shop

import (
	"maps"

	"repartee/flows/value"
)

// Sources goes through all texts of the catalog that are to be translated, item by item: which item, which column (as Words is asked for it) and the text.
func (c *Catalog) Sources(yield func(item, column, source string) bool) {
	for i, item := range c.items[0] {
		for _, column := range c.Columns {
			if !column.sources(item, func(at, source string) bool { return yield(c.ids[i], at, source) }) {
				return
			}
		}
	}
}

// sources goes through the texts of one item's column.
func (c Column) sources(item value.Value, yield func(at, source string) bool) bool {
	switch {
	case c.Translated():
		if source := item.Field(c.Name).AsText(); source != "" {
			return yield(c.Name, source)
		}
	case c.Name == "variants":
		for _, variant := range item.Field(c.Name).AsList() {
			if source := variant.Field("name").AsText(); source != "" && !yield(variantAt(variant), source) {
				return false
			}
		}
	}
	return true
}

func variantAt(variant value.Value) string { return "variants." + variant.Field("id").AsText() }

// inWords gives the items in the words of another language.
func (c *Catalog) inWords(words Words) []value.Value {
	items := make([]value.Value, len(c.items[0]))
	for i, item := range c.items[0] {
		items[i] = c.itemInWords(item, c.ids[i], words)
	}
	return items
}

func (c *Catalog) itemInWords(item value.Value, id string, words Words) value.Value {
	told := map[string]string{}
	for _, column := range c.Columns {
		column.sources(item, func(at, source string) bool {
			if text := words(id, at, source); text != "" && text != source {
				told[at] = text
			}
			return true
		})
	}
	if len(told) == 0 {
		return item
	}
	parts := maps.Collect(item.Fields())
	for at, text := range told {
		if _, there := parts[at]; there {
			parts[at] = value.Text(text)
		}
	}
	if variants := parts["variants"]; variants.Known() {
		parts["variants"] = variantsInWords(variants, told)
	}
	return value.Record(parts)
}

func variantsInWords(variants value.Value, told map[string]string) value.Value {
	var all []value.Value
	for _, variant := range variants.AsList() {
		if text := told[variantAt(variant)]; text != "" {
			parts := maps.Collect(variant.Fields())
			parts["name"] = value.Text(text)
			variant = value.Record(parts)
		}
		all = append(all, variant)
	}
	return value.List(all...)
}
