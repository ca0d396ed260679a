package rules

import (
	"strings"
	"time"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/expr"
	"repartee/flows/value"
)

// longest gives for each name the longest value that it can have, so that a text can be filled with them. What has no bound is left unknown.
type longest struct {
	set      *flows.Set
	items    map[itemsOf]value.Value
	catalogs map[string]string // of fields that keep items

	flow     *flows.Flow
	catalog  string      // that `item` is of at the step at hand
	item     value.Value // instead, one item
	language int
}

type itemsOf struct {
	catalog  string
	language int
}

func newLongest(v *analysis.View) *longest {
	return &longest{set: v.Set, items: map[itemsOf]value.Value{}, catalogs: catalogsOfFields(v)}
}

// length is how long a text can become, in UTF-16 units.
func (l *longest) length(t *expr.Template) int {
	return expr.UTF16Len(t.Render(l).Text)
}

// Locale is that of the language at hand.
func (l *longest) Locale() value.Locale {
	return value.Locale{Language: l.set.Languages[l.language], Currency: l.set.Currency, Zone: l.set.Zone()}
}

// The longest names that Telegram has: https://core.telegram.org/method/account.updateProfile
const (
	longestName     = 64
	longestUsername = 32
)

// Value is the longest value under a name.
func (l *longest) Value(name string) value.Value {
	switch name {
	case "item":
		if l.item.Known() {
			return l.item
		}
		return l.itemOf(l.catalog)
	case "contact.first_name", "contact.last_name":
		return letters(longestName)
	case "contact.username":
		return letters(longestUsername)
	}
	field := l.flow.Field(name)
	if field == nil {
		field = l.set.Field(name)
	}
	if field == nil {
		return value.Value{}
	}
	return l.ofField(field)
}

// letters is a text of so many; unknown where there are none.
func letters(n int64) value.Value {
	if n <= 0 {
		return value.Value{}
	}
	return value.Text(strings.Repeat("m", int(n)))
}

func (l *longest) ofField(f *flows.Field) value.Value {
	t := f.ValueType()
	switch t.Base {
	case value.TypeOneOf:
		return l.longestOption(t)
	case value.TypeManyOf:
		all := make([]value.Value, len(t.Options))
		for i, option := range t.Options {
			all[i] = value.Text(option.ID)
		}
		return value.List(all...)
	case value.TypeText:
		return letters(min(most(f).AsInt(), flows.MessageLimit))
	case value.TypeNumber, value.TypeInteger:
		return most(f)
	case value.TypeMoney:
		return value.MoneyOf(value.NumberOf(most(f)), l.set.Currency)
	case value.TypeDate:
		return value.Date(2026, time.September, 30) // the month with the longest name
	case value.TypeItem:
		catalog := l.catalogs[string(f.Name)]
		if f.Of != nil {
			catalog = strings.TrimPrefix(f.Of.Type, "catalog.")
		}
		return l.itemOf(catalog)
	}
	return value.Value{}
}

// most is the upper bound of a field, if it is the same for everybody; else unknown.
func most(f *flows.Field) value.Value {
	if f.Max == nil || f.Max.Program() == nil {
		return value.Value{}
	}
	v, _ := f.Max.Program().Constant()
	return v
}

func (l *longest) longestOption(t *value.Type) value.Value {
	id, most := "", -1
	for _, option := range t.Options {
		if n := expr.UTF16Len(option.LabelIn(l.set.Languages[l.language])); n > most {
			id, most = option.ID, n
		}
	}
	return value.Text(id)
}

// itemOf is an item that has of each column the longest value that any item of the catalog has.
func (l *longest) itemOf(id string) value.Value {
	key := itemsOf{id, l.language}
	made, there := l.items[key]
	if !there {
		if catalog := l.set.Catalog(id); catalog != nil {
			made = l.together(catalog)
		}
		l.items[key] = made
	}
	return made
}

func (l *longest) together(catalog *flows.Catalog) value.Value {
	parts, most := map[string]value.Value{}, map[string]int{}
	for _, item := range catalog.Sold(l.language) {
		for column, v := range item.Fields() {
			if n := size(v); n > most[column] {
				parts[column], most[column] = v, n
			}
		}
	}
	return value.Record(parts)
}

// size orders values by about how long they are when they are written.
func size(v value.Value) int {
	switch v.Kind() {
	case value.KindText:
		return expr.UTF16Len(v.AsText())
	case value.KindMoney:
		minor, _ := v.AsMoney()
		return len(value.Format(value.Integer(minor), nil, value.Locale{}))
	case value.KindList:
		return 1 + len(v.AsList())
	}
	return 1
}
