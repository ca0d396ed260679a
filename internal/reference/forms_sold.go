package reference

import (
	"reflect"

	"repartee/flows"
)

// soldForms are the parts of a shop, and what steps do with it.
func soldForms() []form {
	return []form{
		{name: "cart change", keys: reflect.TypeFor[flows.CartChange](), doc: "`review`, which shows the cart and lets it be changed; `clear`, which empties it; or one of these."},
		{name: "book change", keys: reflect.TypeFor[flows.BookChange](), doc: "The field that keeps a new appointment; or one of these."},
		{name: "reminder", keys: reflect.TypeFor[flows.Reminder](), doc: "A word before an appointment."},
		{name: "shop", keys: reflect.TypeFor[flows.Shop](), doc: "What is true of all that is sold."},
		{name: "tax", keys: reflect.TypeFor[flows.Tax](), doc: "How goods are taxed."},
		{name: "rate", types: []reflect.Type{reflect.TypeFor[flows.Rate]()}, doc: "A rate of tax, as `19%`."},
		{name: "shipping", keys: reflect.TypeFor[flows.Shipping](), doc: "One way to send goods."},
		{name: "voucher", keys: reflect.TypeFor[flows.Voucher](), doc: "A rule that takes something off the price, by the code that customers type."},
		{
			name: "payment", keys: reflect.TypeFor[flows.Payment](),
			doc:     "One way to pay: with a provider; outside of Telegram, where there is a `text`; else in Telegram Stars.",
			example: "payments:\n  card: {provider: $CARD_TOKEN, tips: [1, 2], max_tip: 5}\n  transfer: {text: \"Please transfer {{ order.total }} with the reference {{ order.number }}.\", within: 7d}\n  stars: {}\n",
		},
		{name: "written", types: []reflect.Type{reflect.TypeFor[flows.Written]()}, doc: "A number, an amount of the bot's currency as `4.90`, a part as `19%`, or a day, as the key says."},
	}
}
