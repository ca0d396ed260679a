package expr

import (
	"maps"
	"slices"
	"strings"
	"time"

	"repartee/flows/value"
)

// The tests speak of a coffee shop, on Monday 2 March 2026 at 10:00 in Berlin.

type scope map[string]*value.Type

func (s scope) Lookup(name string) *value.Type { return s[name] }
func (s scope) Names() []string                { return slices.Sorted(maps.Keys(s)) }
func (s scope) Currency() string               { return "EUR" }

type env struct {
	values map[string]value.Value
	locale value.Locale
}

func (e *env) Value(name string) value.Value { return e.values[name] }
func (e *env) Locale() value.Locale          { return e.locale }

func options(ids ...string) []value.Option {
	all := make([]value.Option, 0, len(ids))
	for _, id := range ids {
		all = append(all, value.Option{ID: id, Label: map[string]string{"": strings.ToUpper(id[:1]) + id[1:], "de": strings.ToUpper(id[:1]) + id[1:] + " (de)"}})
	}
	return all
}

func listOf(elem *value.Type) *value.Type { return listType(elem) }

func shop() scope {
	brew := options("espresso", "filter", "french_press")
	brew[2].Was = "plunger"
	item := &value.Type{Base: value.TypeItem, Fields: map[string]*value.Type{
		"name": textType, "price": moneyType, "stock": integerType,
		"brew":  {Base: value.TypeManyOf, Options: brew},
		"roast": {Base: value.TypeOneOf, Options: options("light", "dark")},
	}}
	order := &value.Type{Base: value.TypeOrder, Fields: map[string]*value.Type{
		"number": textType, "total": moneyType, "date": dateType, "items": listOf(item),
	}}
	return scope{
		"budget": moneyType, "brew": {Base: value.TypeOneOf, Options: brew}, "item": item, "last_order": order,
		"orders": listOf(order), "tags": listOf(textType), "contact.first_name": textType, "news": {Base: value.TypeConsent},
		"today": dateType, "now": dateTimeType, "party": integerType, "weight": numberType, "email": {Base: value.TypeEmail},
		"guests": listOf(&value.Type{Base: value.TypeRecord, Fields: map[string]*value.Type{"name": textType, "age": integerType}}),
		"opens":  timeType, "insurance": {Base: value.TypeOneOf, Options: options("public", "private")},
		"insurances": {Base: value.TypeManyOf, Options: options("public", "private")},
		"anything":   anyType, "link": textType, "nothing": textType, "waiting": durationType,
		"fresh:brew": boolType, "is_open:shop": boolType, "next_open:shop": dateTimeType, "is_open:desk": boolType, "next_open:desk": dateTimeType,
		"catalog.coffee": listOf(item), "phrases.address": textType, "appointment": {Base: value.TypeBooking, Fields: map[string]*value.Type{
			"start": dateTimeType, "end": dateTimeType, "item": item,
		}},
		"therapist": {Base: value.TypeOneOf}, "prices": listOf(moneyType),
	}
}

func customer() *env {
	record := value.Record
	crema := record(map[string]value.Value{
		"name": value.Text("Crema Roma"), "price": value.Money(1290, "EUR"), "stock": value.Integer(40),
		"brew": value.List(value.Text("espresso")), "roast": value.Text("dark"),
	})
	order := record(map[string]value.Value{
		"number": value.Text("A-17"), "total": value.Money(2580, "EUR"), "date": value.Date(2026, time.February, 1),
		"items": value.List(crema),
	})
	guest := func(name string, age int64) value.Value {
		return record(map[string]value.Value{"name": value.Text(name), "age": value.Integer(age)})
	}
	at := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	return &env{
		values: map[string]value.Value{
			"budget": value.Money(2000, "EUR"), "brew": value.Text("espresso"), "item": crema, "last_order": order,
			"orders": value.List(order), "tags": value.List(value.Text("vip")), "contact.first_name": value.Text("Ann"),
			"news": value.Bool(true), "today": value.Date(2026, time.March, 2), "now": value.DateTime(at),
			"party": value.Integer(3), "weight": value.Number(2_500_000), "email": value.Text("ann@example.com"),
			"guests": value.List(guest("Ben", 30), guest("Cleo", 4), guest("Dora", 65)), "opens": value.TimeOfDay(8 * 60),
			"anything": value.Integer(7), "link": value.Text("a b&c=ä/"), "waiting": value.Duration(0, 90*time.Minute),
			"fresh:brew": value.Bool(true), "is_open:shop": value.Bool(true), "next_open:shop": value.DateTime(at), "is_open:desk": value.Bool(false),
			"next_open:desk": value.DateTime(at.Add(2 * time.Hour)), "catalog.coffee": value.List(crema), "phrases.address": value.Text("Main Street 1"),
			"appointment": record(map[string]value.Value{"start": value.DateTime(at.Add(24 * time.Hour)), "item": crema}),
			"prices":      value.List(value.Money(300, "EUR"), value.Money(100, "EUR")),
		},
		locale: value.Locale{Language: "en", Currency: "EUR", Zone: time.FixedZone("CET", 3600), Now: at},
	}
}
