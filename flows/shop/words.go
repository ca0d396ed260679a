package shop

import (
	"slices"

	"repartee/flows/value"
)

// Words gives the text of an item's column in another language than the one the catalog is written in; "" where nobody has translated it. Parts of an item, as
// the names of its variants, are asked for as column "variants.large".
type Words func(column, source string) string

// InWords is an item, by its place in the order of the file, in the words of another language. They are asked for once, in the order of the columns.
func (c *Catalog) InWords(number int, words Words) value.Value {
	item := c.items[0][number]
	var all translated
	for _, column := range c.worded {
		column.sources(item, func(at, source string) {
			if text := words(at, source); text != "" && text != source {
				all = append(all, inWords{at, text})
			}
		})
	}
	if len(all) == 0 {
		return item
	}
	return item.Changed(all.part)
}

// Translated is the catalog with its items in further languages, in the order of the bot's languages after the first: each list as long as the first one, see InWords.
func (c *Catalog) Translated(items ...[]value.Value) *Catalog {
	made := *c
	made.items = slices.Concat(c.items[:1], items)
	return &made
}

// sources goes through the texts of one item's column.
func (c Column) sources(item value.Value, found func(at, source string)) {
	if c.Translated() {
		if source := item.Field(c.Name).AsText(); source != "" {
			found(c.Name, source)
		}
		return
	}
	for _, variant := range item.Field(c.Name).AsList() {
		if source := variant.Field("name").AsText(); source != "" {
			found(variantAt(variant), source)
		}
	}
}

func variantAt(variant value.Value) string { return variants + "." + variant.Field("id").AsText() }

// variants is the column of the sizes or colours of an item.
const variants = "variants"

// worded are the columns that hold texts which each language has its own of.
func worded(columns []Column) []Column {
	return slices.DeleteFunc(slices.Clone(columns), func(c Column) bool { return !c.Translated() && c.Name != variants })
}

// translated is what an item's texts are in another language.
type translated []inWords

type inWords struct{ at, text string }

func (t translated) of(at string) (text string, ok bool) {
	for _, words := range t {
		if words.at == at {
			return words.text, true
		}
	}
	return "", false
}

// part gives a part of the item in the other language.
func (t translated) part(name string, of value.Value) value.Value {
	if text, ok := t.of(name); ok {
		return value.Text(text)
	}
	if name != variants {
		return of
	}
	var all []value.Value
	for _, variant := range of.AsList() {
		if text, ok := t.of(variantAt(variant)); ok {
			variant = variant.Changed(func(name string, of value.Value) value.Value {
				if name == "name" {
					return value.Text(text)
				}
				return of
			})
		}
		all = append(all, variant)
	}
	return value.List(all...)
}
