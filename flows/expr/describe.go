package expr

import (
	"strings"

	"repartee/flows/value"
)

// describe names a type in a sentence for authors.
func describe(t *value.Type) string {
	if t == nil {
		return "anything"
	}
	switch t.Base {
	case value.TypeAny:
		return "anything"
	case value.TypeNumber, value.TypeRating:
		return "a number"
	case value.TypeInteger:
		return "a whole number"
	case value.TypeMoney:
		return "money"
	case value.TypeYesNo, value.TypeConsent:
		return "a yes or no"
	case value.TypeOneOf:
		return "an option"
	case value.TypeManyOf:
		return "a list of options"
	case value.TypeDate:
		return "a date"
	case value.TypeTime:
		return "a time"
	case value.TypeDateTime:
		return "a date with time"
	case value.TypeDuration:
		return "a length of time"
	case value.TypeEmail:
		return "an e-mail address"
	case value.TypePhone:
		return "a phone number"
	case value.TypeItem, value.TypeOrder:
		return "an " + t.Base.String()
	case value.TypeList:
		return "a list"
	default:
		return "a " + strings.ReplaceAll(t.Base.String(), "_", " ")
	}
}

// quotedIDs lists options in a message: 'a', 'b', 'c'.
func quotedIDs(options []value.Option) string {
	ids := make([]string, 0, len(options))
	for _, o := range options {
		ids = append(ids, "'"+o.ID+"'")
	}
	return strings.Join(ids, ", ")
}
