package steps

import (
	"strconv"
	"strings"

	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// itemChoices offers items: each with its id, called by the label or else by its name, and also by its place ("the second one").
func itemChoices(t *flows.Turn, items []value.Value, typ *value.Type, label *flows.Label) []flows.Choice {
	choices := make([]flows.Choice, len(items))
	for i, item := range items {
		choices[i] = flows.Choice{
			ID:       itemID(item, i),
			Was:      item.Field(shop.WasColumn).AsText(),
			Label:    itemLabel(t, item, typ, label),
			Synonyms: ordinals(t.Locale().Language, i, len(items)),
			Value:    item,
		}
	}
	return choices
}

// itemID is what an item is known by among the choices: its id, an appointment's, an order's number, else its place in the list.
func itemID(item value.Value, place int) string {
	for _, column := range [...]string{"id", "booking"} {
		if id := item.Field(column).AsText(); id != "" {
			return id
		}
	}
	switch number := item.Field("number"); number.Kind() {
	case value.KindText:
		return number.AsText()
	case value.KindNumber:
		return strconv.FormatInt(number.AsInt(), 10)
	}
	return strconv.Itoa(place + 1)
}

// itemLabel is what a customer reads as an item's name.
func itemLabel(t *flows.Turn, item value.Value, typ *value.Type, label *flows.Label) (text string) {
	if label != nil && label.Source != "" {
		t.WithItem(item, nil, func() { text = t.Read(label) })
	}
	switch start := item.Field("start"); {
	case text != "":
		return text
	case item.Field("booking").Known() && start.Known():
		return bookingLine(t, item.Field("item").Field("name").AsText(), start.AsTime())
	}
	return value.Format(item, typ, t.Locale())
}

// itemField is the field that keeps an item of a source; it needs no line under `fields`.
func itemField(name flows.FieldName, l *flows.Listing) *flows.Field {
	field := &flows.Field{Ref: name.Ref, Name: flows.ID(name.Name), Type: "item"}
	switch {
	case strings.HasPrefix(l.From.Name, "catalog."):
		field.Of = &flows.Of{Ref: l.From.Ref, Type: l.From.Name}
	case l.From.Name == "orders":
		field.Type = "order"
	case l.From.Name == "bookings":
		field.Type = "booking"
	}
	return field
}

// sourceOf is a step's source; nil where none is written.
func sourceOf(l *flows.Listing) *flows.Listing {
	if l.From.Name == "" {
		return nil
	}
	return l
}

// needsSource makes sure that a kind that cannot do without items says where they come from.
func needsSource(k *flows.Checker, l *flows.Listing, at flows.Ref, kind string) {
	if l.From.Name == "" {
		k.Fail(at, "missing-key", "write `from: catalog.<name>`", "%s needs a source of items", kind)
	}
}

// beside is where another key of the same step stands.
func beside(ref flows.Ref, key string) flows.Ref {
	return flows.Ref{Flow: ref.Flow, Path: ref.Path[:strings.LastIndexByte(ref.Path, '.')+1] + key}
}
