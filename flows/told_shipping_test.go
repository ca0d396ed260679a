package flows_test

import (
	"strings"
	"testing"

	"repartee/flows"
	"repartee/flows/shop"
)

// TestToldShippingIsNoTip pays for a way of shipping whose price a call told, with and without a tip: each is what it is.
func TestToldShippingIsNoTip(t *testing.T) {
	set := bot(t, map[string]string{
		"bot.yaml": "shop:\n  tax: {included: true, rates: {default: 19%}}\n  shipping: [{id: post, label: Post, call: parcel}]\n" +
			"calls:\n  parcel: {get: \"https://api.example.com/{{ country }}\", needs: {country: text}, gives: {price: money}}\n" +
			"payments: {card: {provider: $CARD_TOKEN, tips: [1, 2], max_tip: 5}}\n",
		"catalog.yaml":       "coffee:\n  items: [{id: crema, name: Crema, price: 12.90}]\n",
		"flows/welcome.yaml": "flow: welcome\nstart: {command: buy}\nsteps:\n  - {show: chosen, from: catalog.coffee}\n  - {cart: {add: chosen}}\n  - {id: review, cart: review}\n  - {pay: bought}\n",
	})
	for tip, want := range map[int64]string{0: "Post: €4.90", 200: "Tip: €2.00"} {
		s := shopIn(t, set)
		s.says("/buy", "Crema", "order")
		o := s.order(s.invoiced())
		ways := set.ShippingWays(o, home)
		way, ok := set.WayPrice(o, ways[0], []byte(`{"price":"4.90"}`))
		if !ok {
			t.Fatal("the call tells no price")
		}
		m := &flows.Money{Own: true, Way: way.ID, Address: &home, Charge: shop.Charge{ID: "c1", Payer: 1, Amount: 1290 + 490 + tip, Currency: "EUR"}}
		q := flows.CheckoutQuery{Currency: "EUR", Total: m.Charge.Amount, Way: way.ID, Address: &home, At: s.now}
		if refusal := set.Recheck(o, q, s.facts); refusal != "" {
			t.Errorf("with a tip of %d it is refused for %q", tip, refusal)
		}
		q.Total = 1290
		if refusal := set.Recheck(o, q, s.facts); refusal != flows.RefusedAmount {
			t.Errorf("without shipping it is refused for %q", refusal)
		}
		receipt := s.input(flows.Input{What: flows.Settled, Order: o.Number, Money: m})[0]
		if !strings.Contains(receipt, want) || strings.Contains(receipt, "Tip: ") != (tip > 0) || !strings.Contains(receipt, "Post: €4.90") {
			t.Errorf("with a tip of %d the receipt is\n%s", tip, receipt)
		}
	}
}
