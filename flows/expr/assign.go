package expr

import "repartee/flows/value"

// Assignable reports whether a result of type from can be kept in a field of type
// to. A number can be kept as money if there is a currency. A text is no e-mail
// address, phone number or consent: these come from the customer alone.
func Assignable(to, from *value.Type, currency string) bool {
	switch {
	case to == nil || from == nil:
		return false
	case to.Base == value.TypeAny || from.Base == value.TypeAny:
		return true
	case to.Base == value.TypeMoney && from.Kind() == value.KindNumber:
		return currency != ""
	case to.Kind() != from.Kind():
		return false
	}
	switch to.Base {
	case value.TypeInteger, value.TypeRating:
		return from.Base == value.TypeInteger || from.Base == to.Base
	case value.TypeOneOf:
		return optionsWithin(to, from)
	case value.TypeManyOf, value.TypeList:
		return entriesWithin(to, from, currency)
	case value.TypeEmail, value.TypePhone, value.TypeConsent, value.TypePhoto, value.TypeVoice, value.TypeFile:
		return from.Base == to.Base
	case value.TypeItem, value.TypeBooking, value.TypeOrder, value.TypeLocation:
		return from.Base == to.Base || from.Base == value.TypeRecord
	default:
		return true
	}
}

// optionsWithin reports whether all that from can be is an option of to.
func optionsWithin(to, from *value.Type) bool {
	if len(to.Options) == 0 {
		return from.Base == value.TypeOneOf || len(from.Options) > 0
	}
	if len(from.Options) == 0 {
		return false
	}
	for _, o := range from.Options {
		if !hasOption(to, o.ID) {
			return false
		}
	}
	return true
}

// entriesWithin reports whether all entries fit; an empty list fits everywhere.
func entriesWithin(to, from *value.Type, currency string) bool {
	entry := entryType(from)
	return entry.Base == value.TypeAny || Assignable(entryType(to), entry, currency)
}

// Convert makes of a result what a field of type to keeps: a number becomes an
// amount of the currency, also in a list. What does not fit is unknown.
func Convert(v value.Value, to *value.Type, currency string) value.Value {
	switch {
	case to == nil || to.Base == value.TypeAny || !v.Known():
		return v
	case to.Base == value.TypeMoney && v.Kind() == value.KindNumber:
		return value.MoneyOf(v, currency)
	case v.Kind() != to.Kind():
		return value.Value{}
	case to.Base == value.TypeInteger && v.AsNumber()%value.Micros != 0:
		return value.Value{}
	case to.Base == value.TypeOneOf && len(to.Options) > 0 && !hasOption(to, v.AsText()):
		return value.Value{}
	case to.Kind() == value.KindList && entryType(to).Base == value.TypeMoney:
		items := make([]value.Value, 0, len(v.AsList()))
		for _, item := range v.AsList() {
			items = append(items, Convert(item, entryType(to), currency))
		}
		return value.List(items...)
	default:
		return v
	}
}
