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
	c.each(len(written), func(n int) {
		at := "catalog." + sold.ID + "." + sold.Items(0)[n].Field("id").AsText()
		for i, language := range languages {
			items[i][n] = sold.InWords(n, func(column, source string) string {
				text := itemText{at, language, column, source, c.dictionary.find(at, source, language)}
				found[n] = append(found[n], text)
				if text.entry < 0 {
					return ""
				}
				return c.dictionary.entries[text.entry].Text
			})
		}
	})
	for n, item := range written {
		for _, text := range found[n] {
			c.itemText(item, text)
		}
	}
	return items
}

// itemText is a text of an item, and the dictionary's entry for it in another language; -1 where there is none.
type itemText struct {
	at, language, column, source string
	entry                        int
}

// itemText notes that a text of an item is to be translated, and whether it is.
func (c *compiler) itemText(item *Item, text itemText) {
	ref := item.Ref.At(text.column)
	var entry *Translation
	if text.entry >= 0 {
		c.used = append(c.used, text.entry)
		entry = &c.dictionary.entries[text.entry]
	}
	c.tell(Wording{Ref: ref, At: text.at, Source: text.source}, text.language, entry)
	if entry == nil {
		c.noteMissing(text.language, text.source, ref, place{c: c, at: text.at})
	}
}
