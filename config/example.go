package config

import (
	"reflect"

	"repartee/flows"
)

// exampleOf is how a value of a Go type can be written, for those whose first key alone would tell too little; "" for all others.
func exampleOf(t reflect.Type) string {
	switch t {
	case reflect.TypeFor[flows.Tax]():
		return "{included: yes, rates: {default: 19%}}"
	case reflect.TypeFor[[]flows.Rate]():
		return "{default: 19%}"
	case reflect.TypeFor[[]*flows.Shipping]():
		return "[{id: post, label: Post, price: 4.90}]"
	case reflect.TypeFor[flows.Shipping]():
		return "{id: post, label: Post, price: 4.90}"
	case reflect.TypeFor[[]*flows.Voucher]():
		return "{WELCOME10: {off: 10%}}"
	case reflect.TypeFor[flows.Voucher]():
		return "{off: 10%}"
	case reflect.TypeFor[[]*flows.Payment]():
		return "{card: {provider: $CARD_TOKEN}, stars: {}}"
	case reflect.TypeFor[flows.Payment]():
		return "{provider: $CARD_TOKEN}"
	case reflect.TypeFor[flows.Reminder]():
		return "{before: 24h, text: ...}"
	case reflect.TypeFor[[]flows.Reminder]():
		return "[{before: 24h, text: ...}]"
	}
	return ""
}

// shownAs is the example of a Go type, or else what is given.
func shownAs(t reflect.Type, otherwise string) string {
	if example := exampleOf(t); example != "" {
		return example
	}
	return otherwise
}
