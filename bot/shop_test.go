package bot_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"repartee/bot"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
	"repartee/flows"
	"repartee/flows/shop"
)

// shopYAML is a bot that sells coffee, and a course for Telegram Stars.
const shopYAML = botYAML + `
shop:
  tax: {included: true, rates: {default: 19%}}
  shipping:
    - {id: post, label: Post, countries: [DE], price: 4.90}
    - {id: courier, label: Courier, countries: [DE], price: 9.90}
payments:
  card: {provider: $CARD_TOKEN}
  stars: {}
`

const catalogYAML = `
coffee:
  items:
    - {id: crema, name: Crema Roma, price: 12.90, stock: 3, weight: 1}
    - {id: course, name: Brewing course, price: 250 XTR, digital: yes, code: yes}
    - {id: coupon, name: Coupon, price: 250 XTR, stock: 1, digital: yes, code: yes}
`

const talkFlow = `
flow: order
steps:
  - say: Hello.
`

// shopSet sells what the catalog says.
func shopSet(t testing.TB, flow string) *flows.Set {
	t.Helper()
	return set(t, map[string]string{"bot.yaml": shopYAML, "catalog.yaml": catalogYAML, "flows/order.yaml": flow})
}

// tokens are what the environment holds for the shop.
func tokens(o *bot.Options) {
	o.Secret = func(name string) (string, bool) { return telegramtest.ProviderToken, name == "CARD_TOKEN" }
}

// shopRig is a bot that sells and that talks as a flow says.
func shopRig(t testing.TB, store fullStore, flow string, change ...func(*bot.Options)) *rig {
	t.Helper()
	return newRig(t, shopSet(t, flow), store, append([]func(*bot.Options){tokens}, change...)...)
}

// coffeeOrder is an open order of one bag.
func (r *rig) coffeeOrder() shop.Order {
	now := r.store.Now() / 1000
	line := shop.Line{Catalog: "coffee", Item: "crema", Name: "Crema Roma", Quantity: 1, Price: 1290, Currency: "EUR", Weight: 1e6, Counted: true}
	return shop.Order{
		Number: "7K3Q-2M9F", State: shop.Open, At: now, Expires: now + 3600, Cart: "h1", Hold: "h1", Lines: []shop.Line{line},
		Totals: shop.Totals{Currency: "EUR", Goods: 1290, Total: 1290}, Method: shop.ByProvider, Payment: "card", Language: "en",
	}
}

// courseOrder is an open order that is paid in Stars.
func (r *rig) courseOrder() shop.Order {
	o := r.coffeeOrder()
	o.Lines = []shop.Line{{Catalog: "coffee", Item: "course", Name: "Brewing course", Quantity: 1, Price: 250, Currency: "XTR", Digital: true, Code: true}}
	o.Totals, o.Method, o.Payment, o.Hold = shop.Totals{Currency: "XTR", Goods: 250, Total: 250}, shop.ByStars, "stars", ""
	return o
}

// plant gives a contact an order, as a turn would have made it.
func (r *rig) plant(chat int64, o shop.Order) {
	r.Helper()
	write := bot.OrderWrite{Number: o.Number, State: o.State, Body: encodeJSON(r, o)}
	if o.State == shop.Open {
		write.Expires = o.Expires * 1000
	}
	r.changes(chat, func(s *flows.State) { s.Contact.Orders = append(s.Contact.Orders, o) }, write)
}

// changes changes what the store holds of a contact, as another instance would.
func (r *rig) changes(chat int64, change func(*flows.State), orders ...bot.OrderWrite) {
	r.Helper()
	r.rewrites(chat, func(record bot.Record) []byte {
		state, err := flows.DecodeState(record.State)
		if err != nil {
			r.Fatal(err)
		}
		change(&state)
		encoded, err := state.Encode()
		if err != nil {
			r.Fatal(err)
		}
		return encoded
	}, orders...)
}

// rewrites puts another state in the place of the one that the store holds, however often the bot comes between.
func (r *rig) rewrites(chat int64, state func(bot.Record) []byte, orders ...bot.OrderWrite) {
	r.Helper()
	for {
		record, err := r.store.Load(r.Context(), chat)
		if err != nil {
			r.Fatal(err)
		}
		now := r.store.Now()
		done, err := r.store.Commit(r.Context(), bot.Commit{
			Chat: chat, Version: record.Version, Next: record.Version + "'", State: state(record), Orders: orders, Now: now,
			Claim: bot.Claim{Nonce: "another", Until: now},
		})
		switch {
		case err != nil || done.Status != bot.OK && done.Status != bot.Conflict:
			r.Fatal(done.Status, err)
		case done.Status == bot.OK:
			return
		}
	}
}

func encodeJSON(t testing.TB, v any) []byte {
	t.Helper()
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// bill sends the invoice of an order to its customer.
func (r *rig) bill(chat int64, o shop.Order) {
	r.Helper()
	invoice := telegram.Invoice{
		Title: "Order", Description: "Coffee", Payload: bot.Payload(o.Number, chat), Currency: o.Totals.Currency, MaxTipAmount: o.MaxTip,
		Prices: []telegram.LabeledPrice{{Label: "All", Amount: o.Totals.Total}}, NeedShippingAddress: len(o.Ways) > 0, IsFlexible: len(o.Ways) > 0,
	}
	if o.Method == shop.ByProvider {
		invoice.ProviderToken = "CARD_TOKEN"
	}
	params, err := telegram.ParamsOf(telegram.SendInvoice{Delivery: telegram.Delivery{ChatID: chat}, Invoice: invoice})
	if err != nil {
		r.Fatal(err)
	}
	if err := params.FillToken(func(string) (string, bool) { return telegramtest.ProviderToken, true }); err != nil {
		r.Fatal(err)
	}
	if _, err := r.client().Call(r.Context(), "sendInvoice", params); err != nil {
		r.Fatal(err)
	}
}

// billed is a customer with an open order and its invoice on the screen.
func (r *rig) billed(chat int64, o shop.Order) *customer {
	r.Helper()
	c := r.user(chat)
	c.Start("")
	c.hears(1)
	r.plant(chat, o)
	r.bill(chat, o)
	return c
}

// kept is an order as the store has it.
func (r *rig) kept(chat int64, number string) (bot.KeptOrder, shop.Order) {
	r.Helper()
	kept, ok, err := r.store.Order(r.Context(), chat, number)
	if err != nil || !ok {
		r.Fatalf("order %s: %v, %v", number, ok, err)
	}
	var o shop.Order
	if err := json.Unmarshal(kept.Body, &o); err != nil {
		r.Fatal(err)
	}
	return kept, o
}

// becomes waits until an order has come to a state.
func (r *rig) becomes(chat int64, number string, want shop.OrderState) shop.Order {
	r.Helper()
	var o shop.Order
	eventually(r, "the order is "+string(want), func() bool {
		_, o = r.kept(chat, number)
		return o.State == want
	})
	return o
}

// ledger gives all rows, by their ids.
func (r *rig) ledger() []shop.Entry {
	r.Helper()
	var rows []shop.Entry
	err := r.store.Ledger(r.Context(), func(e shop.Entry) error {
		rows = append(rows, e)
		return nil
	})
	if err != nil {
		r.Fatal(err)
	}
	slices.SortFunc(rows, func(a, b shop.Entry) int { return strings.Compare(a.ID, b.ID) })
	return rows
}

// left is what is left of an item.
func (r *rig) left(key string) int64 {
	r.Helper()
	left, _, _, err := r.store.Left(r.Context(), 0)
	if err != nil {
		r.Fatal(err)
	}
	return left[key]
}
