package flows

import (
	"repartee/flows/shop"
	"repartee/flows/value"
)

// itemsInWords gives the items of a catalog in the languages after the first. There can be very many, so they are looked up side by side and noted after that.
func (c *compiler) itemsInWords(sold *shop.Catalog, written []*Item) [][]value.Value {
	languages := c.set.Languages[1:]
	items := make([][]value.Value, len(languages))
	for i := range items {
		items[i] = make([]value.Value, len(written))
	}
	found := make([][]itemText, len(written))
	c.src.each(len(written), func(n int) {
		at := "catalog." + sold.ID + "." + sold.Items(0)[n].Field("id").AsText()
		for i, language := range languages {
			texts, lexicon := found[n][:0], c.dictionary.in(language)
			items[i][n] = sold.InWords(n, func(column, source string) string {
				if i == 0 {
					texts = append(texts, itemText{at, column, source, make([]int, len(languages))})
				} else {
					texts = texts[:len(texts)+1] // they come in the same order
				}
				entry := lexicon.find(at, source)
				texts[len(texts)-1].entries[i] = entry
				if entry < 0 {
					return ""
				}
				return c.dictionary.entries[entry].Text
			})
			found[n] = texts
		}
	})
	for n, item := range written {
		for i := range found[n] {
			c.itemText(item, &found[n][i])
		}
	}
	return items
}

// itemText is a text of an item, and the dictionary's entries for it in the languages after the first; -1 where there is none.
type itemText struct {
	at, column, source string
	entries            []int
}

// itemText notes that a text of an item is to be translated, and whether it is.
func (c *compiler) itemText(item *Item, text *itemText) {
	told := Wording{Ref: item.Ref.At(text.column), At: text.at, Source: text.source}
	for i, n := range text.entries {
		if n < 0 {
			c.noteMissing(c.set.Languages[i+1], text.source, told.Ref, place{c: c, at: text.at})
			continue
		}
		c.used = append(c.used, n)
		told.Translations = append(told.Translations, &c.dictionary.entries[n])
	}
	c.tell(told)
}
