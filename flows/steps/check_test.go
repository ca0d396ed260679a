package steps_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"repartee/config"
	"repartee/flows/steps"
)

// TestMistakes holds what each kind finds in a step that cannot work.
func TestMistakes(t *testing.T) {
	for _, tt := range []struct{ name, step, code, says string }{
		{"say without a line", "- {say: All, from: catalog.coffee}", "missing-key", "what is said of each item is missing"},
		{"a line without a source", "- {say: All, line: One}", "line-unused", "there is none"},
		{"where without a source", "- {say: All, where: 1 == 1}", "missing-key", "where and sort need a source"},
		{"a place that is none", "- {say: Here, location: Berlin}", "bad-location", `"Berlin" is no place on the map`},
		{"a place off the map", "- {say: Here, location: \"95, 13\"}", "bad-location", "is no place on the map"},
		{"options and a source", "- {ask: chosen, text: Which?, from: catalog.coffee, options: {a: A}}", "two-ways", "the answers come from a source here"},
		{"a field that keeps no item", "- {ask: city, text: Which?, from: catalog.coffee}", "type-mismatch", "field city cannot keep an item of catalog.coffee"},
		{"a label without a source", "- {ask: city, text: Which?, label: X}", "label-unused", "only items of a source have a label here"},
		{"an item without a source", "- {ask: bag, text: Which?}", "missing-key", "nobody can type an item: it has to be chosen"},
		{"a list that is asked for", "- {ask: guests, text: Who?}", "missing-key", "nobody can type a list: it has to be chosen"},
		{"an empty menu", "- menu: What?", "missing-options", "a menu needs options"},
		{"recommend without a source", "- {recommend: chosen, text: It}", "missing-key", "recommend needs a source of items"},
		{"too many at once", "- {recommend: chosen, text: It, from: catalog.coffee, limit: 11}", "limit-too-high", "at most 10 items can be recommended at once"},
		{"a score that is none", "- {recommend: chosen, text: It, from: catalog.coffee, rank: [{score: \"'much'\"}]}", "type-mismatch", "a text"},
		{"show without a source", "- {show: chosen}", "missing-key", "show needs a source of items"},
		{"too many side by side", "- {show: chosen, from: catalog.coffee, compare: 4}", "bad-compare", "2 or 3 items fit side by side, not 4"},
		{"a text beside a table", "- {show: chosen, from: catalog.coffee, compare: 2, text: It}", "text-unused", "a table of the catalog's columns"},
		{"repeat without an end", "- {repeat: guests, do: [{ask: name, text: Who?}]}", "missing-key", "how often this is repeated is missing"},
		{"repeat with two ends", "- {repeat: guests, times: 2, more: More?, do: [{ask: name, text: Who?}]}", "two-ways", "it is said twice how often"},
		{"repeat by a text", "- {repeat: guests, times: city, do: [{ask: name, text: Who?}]}", "type-mismatch", "a text"},
		{"repeat without columns", "- {repeat: city, times: 2, do: [{say: Hi.}]}", "type-mismatch", "the entries of field city have no columns"},
		{"a weight below nothing", "- {split: s, arms: {a: {weight: -1}, b: {weight: 2}}}", "bad-weight", "a weight cannot be less than 0"},
		{"nobody gets an arm", "- {split: s, arms: {a: {weight: 0}}}", "bad-weight", "nobody gets any arm"},
		{"a wait for two things", "- {wait: {event: paid, until: now}}", "bad-wait", "a wait is for one of"},
		{"a wait for nothing", "- {wait: {at_most: 2d}}", "bad-wait", "a wait is for one of"},
		{"a longest time without an event", "- {wait: {for: 2d, at_most: 3d}}", "bad-wait", "only a wait for an event has a longest time"},
		{"a call that is not there", "- {call: parcl}", "unknown-call", "there is no call named parcl"},
		{"two things with the cart", "- cart: {add: bag, remove: bag}", "two-ways", "a step does one thing with the cart"},
		{"how many of nothing", "- cart: {voucher: city, quantity: 2}", "key-unused", "they belong to what is added or removed"},
		{"an empty cart that is not shown", "- {cart: clear, empty: next}", "key-unused", "they belong to `cart: review`"},
		{"a text in the cart", "- cart: {add: city}", "type-mismatch", "this place takes an item of a catalog"},
		{"a number of words", "- cart: {add: bag, quantity: city}", "type-mismatch", "a text"},
		{"a payment that is not there", "- {pay: bought, by: [cash]}", "unknown-payment", "there is no payment called cash"},
		{"an appointment from nowhere", "- book: visit", "missing-key", "book needs a source of items"},
		{"an appointment with what has no times", "- {book: visit, from: catalog.coffee}", "not-bookable", "crema has no hours"},
		{"two things with an appointment", "- {book: {change: visit, cancel: visit}}", "two-ways", "a step does one thing with an appointment"},
		{"another item for an appointment", "- {book: {change: visit}, from: catalog.coffee}", "key-unused", "the item is that of the appointment"},
		{"an appointment in a text", "- book: {cancel: city}", "type-mismatch", "keeps no appointment"},
		{"an appointment that is asked for", "- {ask: visit, text: When?}", "missing-key", "nobody can type a booking"},
		{"unknown opening times", "- {wait: 2d, hours: shp}", "unknown-hours", "shp"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			said := mistakes(t, tt.step)
			if !strings.Contains(said, "["+tt.code+"]") || !strings.Contains(said, tt.says) {
				t.Errorf("want %q and %q in\n%s", tt.code, tt.says, said)
			}
		})
	}
}

func mistakes(t *testing.T, step string) string {
	t.Helper()
	_, found := config.Load(fstest.MapFS{
		"bot.yaml": {Data: []byte("bot: B\nlanguages: [en]\ntime_zone: Europe/Berlin\ncurrency: EUR\nstart: main\nhours: {shop: {mon-fri: 09:00-17:00}}\n" +
			"calls: {parcel: {get: \"https://example.com\"}}\npayments: {transfer: {text: Soon}}\n")},
		"catalog.yaml":    {Data: []byte("coffee:\n  items: [{id: crema, name: Crema, price: 12.90}]\n")},
		"flows/main.yaml": {Data: []byte("flow: main\nfields: {city: text, bag: item, visit: booking, guests: {type: list, of: {name: text}}}\nsteps:\n  " + step + "\n")},
	}, steps.Kinds())
	if !found.HasErrors() {
		t.Fatal("nothing is found")
	}
	var said strings.Builder
	if err := found.WriteText(&said, false); err != nil {
		t.Fatal(err)
	}
	return said.String()
}
