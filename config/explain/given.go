package explain

// GivenName is a name that expressions may use without a declaration.
type GivenName struct{ Name, Type, Where, Doc string }

// Given are the names that need no declaration. The bot of package reference uses each of them, so that a name that is gone is an error there.
func Given() []GivenName {
	const everywhere, items = "everywhere", "steps with a source"
	return []GivenName{
		{"contact.first_name", "text", everywhere, "The first name, as Telegram tells it."},
		{"contact.last_name", "text", everywhere, "The last name; not everybody has one."},
		{"contact.username", "text", everywhere, "The name behind the @; not everybody has one."},
		{"language", "one_of", everywhere, "The customer's language, as 'de'. Can be set."},
		{"source", "text", everywhere, "The payload of the deep link that the customer first came by."},
		{"link", "text", everywhere, "What stood for the `*` in the link of this run."},
		{"visits", "integer", everywhere, "How often the customer has come."},
		{"first_contact", "date", everywhere, "When the customer first wrote."},
		{"tags", "list of texts", everywhere, "The customer's tags: `'vip' in tags`."},
		{"orders", "list of orders", everywhere, "All orders, the newest first."},
		{"last_order", "order", everywhere, "The newest order: `.number`, `.date`, `.items`, `.total`, `.state`, `.payment`, `.shipping`."},
		{"cart.items", "list of items", everywhere, "What is in the cart. Beside it there are `.count`, `.goods`, `.discount`, `.voucher`, `.weight` and `.total`."},
		{"bookings", "list of bookings", everywhere, "The appointments that are still to come, the next one first: `.start`, `.end`, `.item`."},
		{"time_zone", "text", everywhere, "The customer's time zone, where `bot.yaml` has `time_zones`. Can be set."},
		{"now", "date_time", everywhere, "The time of this turn."},
		{"today", "date", everywhere, "The day of this turn."},
		{"phrases.address", "text", everywhere, "A phrase of `bot.yaml`, by its name."},
		{"faq.shipping", "text", everywhere, "An answer of the FAQ, by its name."},
		{"catalog.coffee", "list of items", everywhere, "All items of a catalog, by its name."},
		{"item", "item", items, "The item at hand, with its columns: `item.price`."},
		{"together", "integer", items, "How many customers chose the item along with something that this one chose; 0 below five."},
		{"reasons", "text", "`text` of recommend", "What speaks for the item at hand, joined."},
		{"round", "integer", "within repeat", "The number of the entry at hand, from 1."},
		{"question", "text", "`retry`, `remind`", "The open question."},
		{"hint", "text", "`retry`", "What would be a right answer."},
	}
}
