package explore_test

import (
	"os"
	"testing"
	"testing/fstest"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
	"repartee/flows/talk/explore"
)

const plantsYAML = `plants:
  items:
    - {id: aloe, name: Aloe, price: 12.50, stock: 7}
    - {id: fern, name: Fern, price: 9, stock: 3}
`

const tillYAML = `flow: welcome
goal: known(order)
steps:
  - cart: {add: first(catalog.plants)}
  - cart: review
    id: till
    empty: nothing
  - pay: order
    failed: till
  - say: "Order {{ order.number }}."
  - end
  - id: nothing
    say: Your cart is empty.
`

// TestSoldOutMeanwhile goes on from a cart that is drawn anew with other buttons, because something in it was sold out.
func TestSoldOutMeanwhile(t *testing.T) {
	report, set := exploreShop(t, "payments: {transfer: {text: \"Transfer {{ order.total }}.\"}}\n")
	for _, way := range set.Ways() {
		if !report.Taken[way.Ref] {
			t.Errorf("%v was not gone through", way.Ref)
		}
	}
}

// TestSentElsewhere pays for an order with an address that it can be sent to.
func TestSentElsewhere(t *testing.T) {
	exploreShop(t, "shop: {shipping: [{id: post, label: Post, countries: [GB], price: 2.50}]}\npayments: {card: {provider: $CARD_TOKEN}}\n")
}

// exploreShop walks through a shop with a way to pay, in which there is nothing to be found.
func exploreShop(t *testing.T, payments string) (explore.Report, *flows.Set) {
	t.Helper()
	files := fstest.MapFS{
		"bot.yaml":           {Data: []byte(botYAML + payments + "privacy: {controller: \"G, mail@example.com\"}\n")},
		"catalog.yaml":       {Data: []byte(plantsYAML)},
		"flows/welcome.yaml": {Data: []byte(tillYAML)},
	}
	loaded, found := config.Load(files, steps.Kinds())
	if found.HasErrors() {
		_ = found.WriteText(os.Stderr, false)
		t.Fatal("the bot has errors")
	}
	report := explore.Explore(loaded.Set, explore.Bounds{})
	for _, f := range report.Findings {
		t.Errorf("%s at %s.%s: %s\n%s", f.Kind, f.Flow, f.Step, f.Message, f.Talk)
	}
	if report.TooDeep+report.TooMany > 0 {
		t.Errorf("%d states are too deep, %d too many", report.TooDeep, report.TooMany)
	}
	return report, loaded.Set
}
