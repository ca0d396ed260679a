package config

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/steps"
)

// selling has the forms that selling is written in.
type selling struct {
	Shop     flows.Shop         `yaml:"shop"`
	Payments []*flows.Payment   `yaml:"payments"`
	Carts    []flows.CartChange `yaml:"carts"`
	Books    []flows.BookChange `yaml:"books"`
	Remind   []flows.Reminder   `yaml:"remind"`
}

func decodeSelling(content string) (selling, Diagnostics) {
	l, got := newLoader(nil), selling{}
	(&decoder{loader: l, doc: document.Parse(botFile, []byte(content))}).file(&got, flows.Ref{Path: "bot"}, botFile)
	return got, l.found
}

// ignoreSums are the parts that Compile makes, and the places.
var ignoreSums = cmp.Options{
	cmpopts.IgnoreUnexported(flows.Tax{}, flows.Shipping{}, flows.Voucher{}, flows.Payment{}, flows.Label{}, flows.Line{}, flows.Expr{}, flows.Text{}),
	cmpopts.IgnoreTypes(flows.Ref{}),
}

func TestShop(t *testing.T) {
	got, found := decodeSelling(`shop:
  tax: {included: true, rates: {default: 19%, coffee: 7%, books: 5.5%}}
  minimum: 10
  shipping: [{id: post, label: Post, countries: [DE, AT, NO], price: 4.90, free_from: 40}, {id: bike, label: By bike, when: true, call: bikes, per_kilo: 1, max_weight: 12.5}]
  vouchers: {WELCOME10: {off: 10%, when: count(orders) == 0, uses: 1 per customer, until: 2026-12-31}, tenner-20: {off: 10, minimum: 50, of: catalog.coffee, from: 2026-01-01}}
`)
	of := func(s string) flows.Written { return flows.Written{Source: s} }
	when := func(s string) *flows.Condition { return &flows.Condition{Expr: flows.Expr{Source: s}} }
	want := flows.Shop{
		Tax:     flows.Tax{Included: true, Rates: []flows.Rate{{ID: "default", Share: of("19%")}, {ID: "coffee", Share: of("7%")}, {ID: "books", Share: of("5.5%")}}},
		Minimum: of("10"),
		Shipping: []*flows.Shipping{
			{ID: "post", Label: flows.Label{Source: "Post"}, Countries: []string{"DE", "AT", "NO"}, Price: of("4.90"), FreeFrom: of("40")},
			{ID: "bike", Label: flows.Label{Source: "By bike"}, When: when("true"), Call: &flows.CallName{Name: "bikes"}, PerKilo: of("1"), MaxWeight: of("12.5")},
		},
		Vouchers: []*flows.Voucher{
			{Code: "WELCOME10", Off: of("10%"), When: when("count(orders) == 0"), Uses: of("1 per customer"), Until: of("2026-12-31")},
			{Code: "TENNER-20", Off: of("10"), Minimum: of("50"), Of: &flows.CatalogName{Name: "coffee"}, From: of("2026-01-01")},
		},
	}
	if diff := cmp.Diff(want, got.Shop, ignoreSums); diff != "" || len(found) > 0 {
		t.Errorf("the shop differs (-want +got):\n%s\nfound %+v", diff, found)
	}
	if ref := got.Shop.Vouchers[1].Off.Ref; ref.Path != "bot.shop.vouchers.TENNER-20.off" {
		t.Errorf("what a voucher takes off stands at %s", ref.Path)
	}
}

func TestPayments(t *testing.T) {
	got, found := decodeSelling(`payments:
  card: {provider: $CARD_TOKEN, tips: [1, 2.50], max_tip: 20, collect: [name, email]}
  stars: {}
  transfer: {label: Bank transfer, text: "Transfer {{ order.total }}, reference {{ order.number }}.", within: 7d, when: cart.total < 500}
`)
	text := flows.Text{Line: &flows.Line{Source: "Transfer {{ order.total }}, reference {{ order.number }}."}}
	want := []*flows.Payment{
		{ID: "card", Provider: "$CARD_TOKEN", Tips: []flows.Written{{Source: "1"}, {Source: "2.50"}}, MaxTip: flows.Written{Source: "20"}, Collect: []flows.Detail{"name", "email"}},
		{ID: "stars"},
		{ID: "transfer", Label: flows.Label{Source: "Bank transfer"}, Text: text, Within: flows.Duration{Span: 7 * 24 * time.Hour}, When: &flows.Condition{Expr: flows.Expr{Source: "cart.total < 500"}}},
	}
	if diff := cmp.Diff(want, got.Payments, ignoreSums); diff != "" || len(found) > 0 {
		t.Errorf("the payments differ (-want +got):\n%s\nfound %+v", diff, found)
	}
}

func TestCartsAndBookings(t *testing.T) {
	got, found := decodeSelling(`carts: [review, clear, {add: chosen, quantity: amount, variant: size}, {remove: first(cart.items)}, {voucher: link}]
books: [appointment, {change: appointment}, {cancel: appointment}]
remind: [{before: 24h, text: Tomorrow.}, {before: 30m, text: [Soon., Really.]}]
`)
	of := func(s string) *flows.Expr { return &flows.Expr{Source: s} }
	carts := []flows.CartChange{{Word: flows.CartReview}, {Word: flows.CartClear}, {Add: of("chosen"), Quantity: of("amount"), Variant: of("size")}, {Remove: of("first(cart.items)")}, {Voucher: of("link")}}
	name := flows.FieldName{Name: "appointment"}
	books := []flows.BookChange{{Field: name}, {Change: &name}, {Cancel: &name}}
	if diff := cmp.Diff(carts, got.Carts, ignoreSums); diff != "" || len(found) > 0 {
		t.Errorf("what is done with the cart differs (-want +got):\n%s\nfound %+v", diff, found)
	}
	if diff := cmp.Diff(books, got.Books, ignoreSums); diff != "" {
		t.Errorf("the bookings differ (-want +got):\n%s", diff)
	}
	if len(got.Remind) != 2 || got.Remind[0].Before.Span != 24*time.Hour || got.Remind[0].Text.Line.Source != "Tomorrow." || len(got.Remind[1].Text.All) != 2 {
		t.Errorf("the reminders are %+v", got.Remind)
	}
}

// TestSellingWrong has one mistake each.
func TestSellingWrong(t *testing.T) {
	for content, want := range map[string][2]string{
		"shop: {tax: 19%}":                                   {"wrong-type", "write `tax: {included: yes, rates: {default: 19%}}`"},
		"shop: {tax: {rates: 19%}}":                          {"wrong-type", "write `rates: {default: 19%}`"},
		"shop: {tax: {rate: {default: 19%}}}":                {"unknown-key", "did you mean `rates`?"},
		"shop: {tax: {rates: {default: [19%]}}}":             {"wrong-type", ""},
		"shop: {shipping: {post: {price: 4}}}":               {"wrong-type", "write `shipping: [{id: post, label: Post, price: 4.90}]`"},
		"shop: {shipping: [{id: post, price: 4}]}":           {"missing-key", "write `label: ...` (the way as customers read it)"},
		"shop: {shipping: [{id: a, label: A, price: 4,90}]}": {"yaml-garbled", "write `price: 4.90`"},
		"shop: {tax: {rates: {default: 5,5%}}}":              {"yaml-garbled", "write `default: 5.5%`"},
		"shop: {minimum: 40,00 €}":                           {"yaml-garbled", "write `minimum: 40.00`"},
		"tax: {rates: {default: 19%}}":                       {"unknown-key", "`tax` stands within `shop:`; the keys here are shop, payments, carts, books, remind"},
		"shop: {minimum: 4,90}":                              {"yaml-garbled", "write `minimum: 4.90`"},
		"shop: {vouchers: [WELCOME10]}":                      {"wrong-type", "write `vouchers: {WELCOME10: {off: 10%}}`"},
		"shop: {vouchers: {WELCOME10: 10%}}":                 {"wrong-type", "write `WELCOME10: {off: 10%}`"},
		"shop: {vouchers: {WELCOME10: {uses: 100}}}":         {"missing-key", "write `off: ...` (what is taken off: 10% or an amount)"},
		"shop: {vouchers: {A: {discount: 10}}}":              {"unknown-key", "did you mean `off`?"},
		"shop: {vouchers: {10 % OFF: {off: 10%}}}":           {"bad-id", "write `10-OFF`"},
		"shop: {vouchers: {Ten: {off: 1}, TEN: {off: 1}}}":   {"duplicate-key", "rename one of them"},
		"shop: {vouchers: {A: {off: 10, of: coffee}}}":       {"bad-id", "write `of: catalog.coffee`"},
		"shop: {vouchers: {A: {off: 10, of: [coffee]}}}":     {"wrong-type", "write `of: catalog.coffee`"},
		"payments: [card]":                                   {"wrong-type", "write `payments: {card: {provider: $CARD_TOKEN}, stars: {}}`"},
		"payments: card":                                     {"wrong-type", "write `payments: {card: {provider: $CARD_TOKEN}, stars: {}}`"},
		"payments: {stars: yes}":                             {"wrong-type", "write `stars: {provider: $CARD_TOKEN}`"},
		"payments: {stars: }":                                {"missing-value", "write `stars: {}`, or its keys within the brackets"},
		"payments: {Card: {}}":                               {"bad-id", "write `card`"},
		"payments: {card: {colect: [name]}}":                 {"unknown-key", "did you mean `collect`?"},
		"payments: {card: {collect: [address]}}":             {"wrong-type", "write name, phone, email"},
		"payments: {card: {tips: 1}}":                        {"wrong-type", "write `tips: [1]`"},
		"payments: {cash: {within: 7 days}}":                 {"bad-duration", "write `7d`"},
		"carts: [reveiw]":                                    {"wrong-type", "did you mean `review`?"},
		"carts: [chosen]":                                    {"wrong-type", "write review, clear, or {add: ...}"},
		"carts: [{put: chosen}]":                             {"unknown-key", ""},
		"books: [{chnage: appointment}]":                     {"unknown-key", "did you mean `change`?"},
		"books: [My appointment]":                            {"bad-id", "write `my_appointment`; what customers read stands in `text` or `label`"},
		"remind: {before: 24h, text: Soon}":                  {"wrong-type", "write `remind: [{before: 24h, text: ...}]`"},
		"remind: [{before: a day, text: Soon}]":              {"bad-duration", ""},
		"remind: [{text: Soon}]":                             {"missing-key", "write `before: ...` (how long before it begins)"},
	} {
		_, found := decodeSelling(content)
		if len(found) != 1 || found[0].Code != want[0] || want[1] != "" && found[0].Help != want[1] {
			t.Errorf("%s gives %+v, want %q", content, found, want)
		}
	}
}

// TestSecret never shows a token that was written into a file, whatever else is wrong around it.
func TestSecret(t *testing.T) {
	type step struct {
		Provider string `yaml:"provider,secret"`
		Text     string `yaml:"text"`
	}
	for content, want := range map[string]string{
		"provider: $CARD_TOKEN":             "",
		"provider: CARD_TOKEN":              "open-secret",
		"provider: sk_live_1234":            "open-secret",
		"provider: a":                       "open-secret",
		"provider: ${CARD_TOKEN}":           "open-secret",
		"provider:\n  sk_live_1234":         "open-secret",
		"provider: \"sk live 'a' 1234\"":    "open-secret",
		"provider: [sk_live_1234]":          "wrong-type",
		"provider:":                         "missing-value",
		"{provider: sk_live_1234, text: a}": "open-secret",
	} {
		l := newLoader(nil)
		(&decoder{loader: l, doc: document.Parse(botFile, []byte(content))}).file(new(step), flows.Ref{Path: "bot.payments.card"}, "`card`")
		found := masked(l.found, l.secrets)
		if want == "" && len(found) == 0 {
			continue
		}
		if len(found) != 1 || found[0].Code != want {
			t.Errorf("%s gives %+v, want %s", content, found, want)
			continue
		}
		if advice := "write `provider: $CARD_TOKEN` and set CARD_TOKEN in the environment"; want == "open-secret" && found[0].Help != advice {
			t.Errorf("%s: the advice is %q", content, found[0].Help)
		}
		for _, text := range []string{found[0].Source, found[0].Message, strings.ReplaceAll(found[0].Help, "$CARD_TOKEN", "")} {
			if strings.Contains(text, "1234") || strings.Contains(text, "live") {
				t.Errorf("%s shows %q", content, text)
			}
		}
	}
}

// TestSecretAnywhere has tokens in places that no one looks for them, in files that cannot be read as well.
func TestSecretAnywhere(t *testing.T) {
	const token = "284685063:TEST:NzU0MjIzNDVhYmNk"
	for name, bot := range map[string]string{
		"in the place of a map": smallBot + "feilds: " + token + "\n",
		"in broken YAML":        smallBot + "payments: {card: {provider: " + token + "\n",
		"beside broken YAML":    smallBot + "payments:\n  card: {provider: 'short', lable: [}\n",
		"as a key":              smallBot + token + ": card\n",
	} {
		_, found := Load(fstest.MapFS{"bot.yaml": {Data: []byte(bot)}}, steps.Kinds())
		if !found.HasErrors() {
			t.Errorf("%s: nothing is wrong", name)
		}
		for _, d := range found {
			if all := d.Source + d.Message + d.Help; strings.Contains(all, "TEST") || strings.Contains(all, "short") {
				t.Errorf("%s: %+v", name, d)
			}
		}
	}
}
