package decide

import (
	"maps"
	"slices"
	"testing"
	"time"

	"repartee/flows/expr"
	"repartee/flows/value"
)

// The tests speak of a shop in which everything that can be answered can also be gone through one by one.

type scope map[string]*value.Type

func (s scope) Lookup(name string) *value.Type { return s[name] }
func (s scope) Names() []string                { return slices.Sorted(maps.Keys(s)) }
func (s scope) Currency() string               { return "EUR" }

type env map[string]value.Value

func (e env) Value(name string) value.Value { return e[name] }
func (e env) Locale() value.Locale {
	return value.Locale{Language: "en", Currency: "EUR", Zone: time.UTC, Now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
}

func options(ids ...string) []value.Option {
	all := make([]value.Option, len(ids))
	for i, id := range ids {
		all[i] = value.Option{ID: id}
	}
	return all
}

func bounded(base value.Base, low, high value.Value) *value.Type {
	return &value.Type{Base: base, Min: &low, Max: &high}
}

func shop() scope {
	brew := options("espresso", "filter", "press")
	item := &value.Type{Base: value.TypeItem, Fields: map[string]*value.Type{
		"id": {Base: value.TypeText}, "price": {Base: value.TypeMoney}, "brew": {Base: value.TypeManyOf, Options: brew}, "roast": {Base: value.TypeOneOf, Options: options("light", "dark")},
	}}
	return scope{
		"brew": {Base: value.TypeOneOf, Options: brew}, "other_brew": {Base: value.TypeOneOf, Options: brew}, "brews": {Base: value.TypeManyOf, Options: brew},
		"news": {Base: value.TypeYesNo}, "stars": {Base: value.TypeRating},
		"party":  bounded(value.TypeInteger, value.Integer(0), value.Integer(5)),
		"budget": bounded(value.TypeMoney, value.Number(7*value.Micros), value.Number(7_120_000)),
		"weight": bounded(value.TypeNumber, value.Number(500_000), value.Number(500_008)),
		"day":    bounded(value.TypeDate, value.Date(2026, 3, 1), value.Date(2026, 3, 9)),
		"number": {Base: value.TypeNumber}, "amount": {Base: value.TypeMoney}, "whole": {Base: value.TypeInteger}, "any_day": {Base: value.TypeDate},
		"link": {Base: value.TypeText}, "tags": {Base: value.TypeList, Elem: &value.Type{Base: value.TypeText}},
		"item": item, "orders": {Base: value.TypeList, Elem: item}, "last_order": {Base: value.TypeOrder, Fields: map[string]*value.Type{"total": {Base: value.TypeMoney}}},
		"fresh:brew": {Base: value.TypeYesNo}, "is_open:shop": {Base: value.TypeYesNo}, "today": {Base: value.TypeDate}, "now": {Base: value.TypeDateTime},
	}
}

// all are all values of a name that can be gone through; for a text and for tags those that the conditions of the tests can tell apart.
func all(name string) []value.Value {
	values := []value.Value{{}}
	text := func(ids ...string) {
		for _, id := range ids {
			values = append(values, value.Text(id))
		}
	}
	switch name {
	case "brew", "other_brew":
		text("espresso", "filter", "press")
	case "link":
		text("a", "b", "something else")
	case "brews":
		values = append(values, sets("espresso", "filter", "press")...)
	case "tags":
		values = append(values, sets("vip", "new", "x", "y", "z")...)
	case "news", "fresh:brew":
		values = append(values, value.Bool(true), value.Bool(false))
	case "stars":
		values = append(values, wholes(1, 5)...)
	case "party":
		values = append(values, wholes(0, 5)...)
	case "budget":
		for minor := int64(700); minor <= 712; minor++ {
			values = append(values, value.Money(minor, "EUR"))
		}
	case "weight":
		for micros := int64(500_000); micros <= 500_008; micros++ {
			values = append(values, value.Number(micros))
		}
	case "day":
		for day := 1; day <= 9; day++ {
			values = append(values, value.Date(2026, 3, day))
		}
	}
	return values
}

func sets(ids ...string) []value.Value {
	var all []value.Value
	for set := range 1 << len(ids) {
		var entries []value.Value
		for i, id := range ids {
			if set&(1<<i) != 0 {
				entries = append(entries, value.Text(id))
			}
		}
		all = append(all, value.List(entries...))
	}
	return all
}

func program(t testing.TB, src string) *expr.Program {
	t.Helper()
	p, problems := expr.CompileCondition(src, shop())
	if len(problems) > 0 {
		t.Fatalf("%s: %+v", src, problems)
	}
	return p
}

func formulas(t testing.TB, sources []string) []*expr.Formula {
	t.Helper()
	var all []*expr.Formula
	for _, src := range sources {
		all = append(all, program(t, src).Formula())
	}
	return all
}

// ofShop is what the names of the shop can be: with bounds.
func ofShop(name string, _ *value.Type) Domain { return Domain{Type: shop()[name]} }
