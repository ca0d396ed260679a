package app

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"repartee/flows/shop"
)

func TestAmount(t *testing.T) {
	for _, c := range []struct {
		minor    int64
		currency string
		want     string
	}{
		{1290, "EUR", "12.90 EUR"}, {5, "EUR", "0.05 EUR"}, {0, "EUR", "0.00 EUR"}, {-5, "EUR", "-0.05 EUR"}, {-1290, "COP", "-12.90 COP"},
		{1290, "JPY", "1290 JPY"}, {250, "XTR", "250 XTR"}, {math.MaxInt64, "EUR", "92233720368547758.07 EUR"},
	} {
		if got := Amount(c.minor, c.currency); got != c.want {
			t.Errorf("%d %s is %s, want %s", c.minor, c.currency, got, c.want)
		}
	}
}

// paidOrder is an order that agrees with the rows of paidRows.
func paidOrder(number string, amount int64, currency string, method shop.Method) Order {
	id := "c" + number
	if method == shop.ByHand {
		id = "hand:" + number
	}
	return Order{Order: shop.Order{
		Number: number, State: shop.Paid, Method: method, Totals: shop.Totals{Currency: currency, Total: amount},
		Charges: []shop.Charge{{ID: id, Amount: amount, Currency: currency}},
	}}
}

func row(id, order string, amount int64, currency string, method shop.Method) shop.Entry {
	return shop.Entry{ID: id, Order: order, Amount: amount, Currency: currency, Method: method, Refund: len(id) > 7 && id[:7] == refundOf}
}

func TestReckon(t *testing.T) {
	type given struct {
		orders []Order
		rows   []shop.Entry
		stars  []star
		asked  bool
	}
	agreeing := func() given {
		refunded := paidOrder("R", 250, "XTR", shop.ByStars)
		refunded.State, refunded.Charges[0].Refunded = shop.Refunded, 9
		return given{
			orders: []Order{
				paidOrder("A", 1290, "EUR", shop.ByProvider), paidOrder("H", 500, "EUR", shop.ByHand), refunded,
				{Order: shop.Order{Number: "O", State: shop.Open, Totals: shop.Totals{Currency: "EUR", Total: 1}}},
				{Order: shop.Order{Number: "F", State: shop.Paid}, Forgotten: true},
			},
			rows: []shop.Entry{
				row("cA", "A", 1290, "EUR", shop.ByProvider), row("hand:H", "H", 500, "EUR", shop.ByHand), row("cF", "F", 700, "JPY", shop.ByProvider),
				row("cR", "R", 250, "XTR", shop.ByStars), row("refund:cR", "R", 250, "XTR", shop.ByStars),
			},
			stars: []star{{"cR", 250, false}, {"cR", 250, true}},
			asked: true,
		}
	}
	for name, c := range map[string]struct {
		change func(*given)
		want   []string
		due    []string
	}{
		"all agrees":       {change: func(*given) {}},
		"nobody was asked": {change: func(g *given) { g.stars, g.asked = nil, false }},
		"a lost row": {change: func(g *given) { g.rows = g.rows[1:] },
			want: []string{"order A was paid 12.90 EUR (cA), and the ledger has no such payment"}},
		"a lost row by hand": {change: func(g *given) { g.rows = append(g.rows[:1], g.rows[2:]...) },
			want: []string{"order H was paid 5.00 EUR (hand:H), and the ledger has no such payment"}},
		"another amount": {change: func(g *given) { g.rows[0].Amount++ },
			want: []string{"order A was paid 12.90 EUR (cA), in the ledger 12.91 EUR"}},
		"another amount by hand": {change: func(g *given) { g.rows[1].Amount++ },
			want: []string{"order H was paid 5.00 EUR (hand:H), in the ledger 5.01 EUR"}},
		"another currency": {change: func(g *given) { g.rows[0].Currency = "USD" },
			want: []string{"order A was paid 12.90 EUR (cA), in the ledger 12.90 USD"}},
		"another order": {change: func(g *given) { g.rows[0].Order = "O" },
			want: []string{"order A was paid 12.90 EUR (cA), and in the ledger that is order O", "the ledger's 12.90 EUR (cA) is of order O, which does not know of it"}},
		"another total": {change: func(g *given) { g.orders[0].Totals.Total = 1300 },
			want: []string{"order A comes to 13.00 EUR, and 12.90 EUR was paid"}},
		"a lost order": {change: func(g *given) { g.orders = g.orders[1:] },
			want: []string{"the ledger's 12.90 EUR (cA) is of order A, which is not there"}},
		"a lost charge": {change: func(g *given) { g.orders[0].Charges = nil },
			want: []string{"order A is paid, and knows of no payment", "the ledger's 12.90 EUR (cA) is of order A, which does not know of it"}},
		"an unknown refund": {change: func(g *given) { g.orders[2].Charges[0].Refunded = 0 },
			want: []string{"order R: the ledger has a refund of 250 XTR (cR), which the order does not know of"}},
		"a lost refund": {change: func(g *given) { g.rows, g.stars = g.rows[:4], g.stars[:1] },
			want: []string{"order R: 250 XTR (cR) was given back, and the ledger has no refund of it"}},
		"a refund of nothing": {change: func(g *given) { g.rows = append(g.rows, row("refund:cX", "F", 1, "EUR", shop.ByProvider)) },
			want: []string{"order F: the ledger has a refund of 0.01 EUR (cX) without its payment"}},
		"more given back than paid": {change: func(g *given) { g.rows[4].Amount, g.stars[1].amount = 251, 251 },
			want: []string{"order R: 251 XTR was given back of a payment of 250 XTR (cR)"}},
		"paid twice, unmarked": {
			change: func(g *given) {
				g.orders[0].Charges = append(g.orders[0].Charges, shop.Charge{ID: "c2", Amount: 1290, Currency: "EUR"})
				g.rows = append(g.rows, row("c2", "A", 1290, "EUR", shop.ByProvider))
			},
			want: []string{"order A was paid twice (cA, c2), and neither payment is marked as one too many"}},
		"paid twice, marked": {
			change: func(g *given) {
				g.orders[0].Charges = append(g.orders[0].Charges, shop.Charge{ID: "c2", Provider: "p2", Amount: 1290, Currency: "EUR", Due: true})
				extra := row("c2", "A", 1290, "EUR", shop.ByProvider)
				extra.Extra = true
				g.rows = append(g.rows, extra)
			},
			due: []string{"order A: 12.90 EUR is to be given back (c2 p2)"}},
		"all too many": {change: func(g *given) { g.rows[0].Extra = true },
			want: []string{"order A is paid, and all its payments are marked as too many"}},
		"somebody else's before": {
			change: func(g *given) {
				g.orders[0].Charges = append([]shop.Charge{{ID: "c0", Amount: 1400, Currency: "EUR", Refunded: 9}}, g.orders[0].Charges...)
				extra, back := row("c0", "A", 1400, "EUR", shop.ByProvider), row("refund:c0", "A", 1400, "EUR", shop.ByProvider)
				extra.Extra, back.Extra = true, true
				g.rows = append([]shop.Entry{extra, back}, g.rows...)
			},
		},
		"nothing to pay": {change: func(g *given) { g.orders[0].Totals.Total, g.orders[0].Charges, g.rows = 0, nil, g.rows[1:] }},
		"Telegram knows more": {change: func(g *given) { g.stars = append(g.stars, star{"cS", 50, false}) },
			want: []string{"Telegram lists a payment of 50 XTR (cS), which the ledger has not"}},
		"Telegram knows less": {change: func(g *given) { g.stars = g.stars[:1] },
			want: []string{"order R: the ledger has 250 XTR (refund:cR), which Telegram does not list"}},
		"Telegram knows otherwise": {change: func(g *given) { g.stars[0].amount = 249 },
			want: []string{"order R: Telegram lists a payment of 249 XTR (cR), the ledger has 250 XTR"}},
	} {
		t.Run(name, func(t *testing.T) {
			g := agreeing()
			c.change(&g)
			got := reckon(g.orders, g.rows, g.stars, g.asked)
			if diff := cmp.Diff(c.want, got.Differences); diff != "" {
				t.Error("differences:", diff)
			}
			if diff := cmp.Diff(c.due, got.Due); diff != "" {
				t.Error("due:", diff)
			}
		})
	}
	g := agreeing()
	want := []Sum{{"EUR", 2, 0, 1790, 0}, {"JPY", 1, 0, 700, 0}, {"XTR", 1, 1, 250, 250}}
	got := reckon(g.orders, g.rows, g.stars, g.asked)
	if diff := cmp.Diff(want, got.Sums); diff != "" || got.Orders != 5 || got.Rows != 5 || got.Stars != 2 {
		t.Error("sums:", diff, got)
	}
}
