package shop

import (
	"slices"

	"repartee/flows/value"
)

// Catalog is one list of goods, services or people. It is immutable, and the same for all turns.
type Catalog struct {
	ID      string
	Columns []Column // every column that an item may have, id and name first

	typ     *value.Type
	worded  []Column // those of Columns with texts to translate
	ids     []string
	numbers map[string]int  // of an item in the list, by its id and by its former one
	items   [][]value.Value // by the number of the language, in the order of the file
}

// NewCatalog makes a catalog of its rows: records that have an `id` and what they have of the other columns. Rows without an id are left out, and of two with the
// same id the second.
func NewCatalog(id string, columns []Column, rows []value.Value) *Catalog {
	c := &Catalog{ID: id, Columns: columns, worded: worded(columns), numbers: make(map[string]int, len(rows))}
	c.typ = &value.Type{Base: value.TypeItem, Fields: make(map[string]*value.Type, len(columns))}
	for _, column := range columns {
		c.typ.Fields[column.Name] = column.Type
	}
	items := make([]value.Value, 0, len(rows))
	for _, row := range rows {
		item := row.Field("id").AsText()
		if _, twice := c.numbers[item]; item == "" || twice {
			continue
		}
		c.numbers[item] = len(items)
		c.ids = append(c.ids, item)
		items = append(items, row)
	}
	for i, item := range items {
		if was := item.Field(WasColumn).AsText(); was != "" {
			if _, taken := c.numbers[was]; !taken { // a name that means something is no former one
				c.numbers[was] = i
			}
		}
	}
	c.items = [][]value.Value{items}
	return c
}

// Type is the type of an item: its fields are the columns.
func (c *Catalog) Type() *value.Type { return c.typ }

// Len is how many items there are.
func (c *Catalog) Len() int { return len(c.ids) }

// Items are all items in the order of the file, as a customer of the language reads them; language counts the bot's languages from 0. The slice is the catalog's
// own: it must not be changed.
func (c *Catalog) Items(language int) []value.Value {
	if language < 0 || language >= len(c.items) {
		language = 0
	}
	return c.items[language]
}

// Item finds an item by its id or its former one, in the words of the language that the catalog is written in.
func (c *Catalog) Item(id string) (value.Value, bool) { return c.ItemIn(id, 0) }

// ItemIn finds an item by its id or its former one, as a customer of the language reads it.
func (c *Catalog) ItemIn(id string, language int) (value.Value, bool) {
	number, ok := c.numbers[id]
	if !ok {
		return value.Value{}, false
	}
	return c.Items(language)[number], true
}

// Number is the place of an item in the order of the file, from 0: what breaks ties. It is not ok where there is no such item.
func (c *Catalog) Number(id string) (number int, ok bool) {
	number, ok = c.numbers[id]
	return number, ok
}

// Column finds a column by its name.
func (c *Catalog) Column(name string) (Column, bool) {
	i := slices.IndexFunc(c.Columns, func(column Column) bool { return column.Name == name })
	if i < 0 {
		return Column{}, false
	}
	return c.Columns[i], true
}
