package shop

import (
	"slices"

	"repartee/flows/value"
)

// Column is one thing that is known of every item of a catalog.
type Column struct {
	Name  string
	Type  *value.Type
	Label map[string]string // as customers read it, by language; "" is the language that the catalog is written in
}

// LabelIn is the column's name for a customer of the language; its own name where it has no label.
func (c Column) LabelIn(language string) string {
	return value.Option{ID: c.Name, Label: c.Label}.LabelIn(language)
}

// Translated tells whether what stands in the column is a text that customers read, so that each language has its own.
func (c Column) Translated() bool {
	return c.Type != nil && c.Type.Base == value.TypeText && !slices.Contains(wordColumns, c.Name)
}

// wordColumns hold texts for programs: names that are the same in every language. A catalog column tells which catalog an item is of.
var wordColumns = []string{"id", "catalog", "tax", "hours", "file", "link", WasColumn}

// WasColumn holds the id that an item had before.
const WasColumn = "was"

// GivenColumns are the columns that every catalog may have without declaring them, in the order of the language reference.
func GivenColumns() []Column {
	variant := &value.Type{Base: value.TypeRecord, Fields: map[string]*value.Type{
		"id": {Base: value.TypeText}, "name": {Base: value.TypeText}, "price": {Base: value.TypeMoney}, "stock": {Base: value.TypeInteger},
		"weight": {Base: value.TypeNumber},
	}}
	given := func(name string, base value.Base) Column { return Column{Name: name, Type: &value.Type{Base: base}} }
	return []Column{
		given("id", value.TypeText),
		given(WasColumn, value.TypeText),
		given("name", value.TypeText),
		given("text", value.TypeText),
		given("price", value.TypeMoney),
		given("photo", value.TypePhoto),
		given("stock", value.TypeInteger),
		{Name: "variants", Type: &value.Type{Base: value.TypeList, Elem: variant}},
		given("tax", value.TypeText),
		given("weight", value.TypeNumber),
		given("digital", value.TypeYesNo),
		given("file", value.TypeText),
		given("link", value.TypeText),
		given("code", value.TypeYesNo),
		given("hours", value.TypeText),
		given("length", value.TypeDuration),
		given("capacity", value.TypeInteger),
		given("buffer", value.TypeDuration),
	}
}
