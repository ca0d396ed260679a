package flows

import (
	"repartee/flows/expr"
	"repartee/flows/value"
)

// Payment settles a payment that a step names; nil where there is none, which is reported.
func (k *Checker) Payment(ref Ref, id ID) *Payment {
	if p := k.c.set.payment(string(id)); p != nil {
		return p
	}
	var names []string
	for _, p := range k.c.set.payments {
		names = append(names, string(p.ID))
	}
	k.Fail(ref, "unknown-payment", didYouMean(string(id), names, "list it in bot.yaml under `payments:`"), "there is no payment called %s", id)
	return nil
}

// Sells makes sure that there is a way to pay.
func (k *Checker) Sells(ref Ref) {
	if len(k.c.set.payments) == 0 {
		k.Fail(ref, "no-payment", "list them in bot.yaml, as `payments: {card: {provider: $CARD_TOKEN}}`", "bot.yaml has no way to pay")
	}
}

// Items makes sure that an expression gives an item of a catalog, or a list of them.
func (k *Checker) Items(e *Expr) {
	if e == nil || e.program == nil {
		return
	}
	typ := e.program.Type()
	if typ.Kind() == value.KindList && typ.Elem != nil {
		typ = typ.Elem
	}
	if typ.Base != value.TypeItem && typ.Kind() != value.KindUnknown {
		k.Fail(e.Ref, "type-mismatch", "write the field that keeps what was chosen", "this place takes an item of a catalog, and this gives %s", expr.Describe(e.program.Type()))
	}
}

// Booked makes sure that a field keeps an appointment.
func (k *Checker) Booked(name FieldName) {
	if field := k.place.field(name.Name); field != nil && field.typ != nil && field.typ.Base != value.TypeBooking {
		k.Fail(name.Ref, "type-mismatch", "write the field that `book` keeps it in", "%s is %s and keeps no appointment", name.Name, expr.Describe(field.typ))
	}
}

// Bookable makes sure that a source is a catalog whose items have times that can be booked.
func (k *Checker) Bookable(l *Listing) {
	if l.source == nil {
		return
	}
	if l.source.catalog == nil {
		k.Fail(l.From.Ref, "not-bookable", "write `from: catalog.<name>`", "only items of a catalog have times to book")
		return
	}
	for i := range l.source.catalog.Items {
		item := &l.source.catalog.Items[i]
		row, ok := l.source.catalog.sold.Item(cellText(item, "id"))
		switch {
		case !ok:
		case row.Field("hours").AsText() == "":
			k.Fail(item.Ref, "not-bookable", "write `hours: shop`, a name of `hours` in bot.yaml", "%s has no hours, so it has no times to book", cellText(item, "id"))
		case lengthOf(row) <= 0:
			k.Fail(item.Ref, "not-bookable", "write `length: 30m`", "%s does not say how long an appointment is", cellText(item, "id"))
		default:
			k.Hours(item.Ref.At("hours"), ID(row.Field("hours").AsText()))
		}
	}
}
