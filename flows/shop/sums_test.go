package shop

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// german are the taxes of a German roastery.
var german = Tax{Included: true, Rates: map[string]int64{"default": 190_000, "coffee": 70_000}}

func TestReckon(t *testing.T) {
	bag := Line{Catalog: "coffee", Item: "crema", Quantity: 2, Price: 1290, Currency: "EUR", Tax: "coffee", Weight: 1_000_000}
	mill := Line{Catalog: "tools", Item: "mill", Quantity: 1, Price: 4999, Currency: "EUR", Weight: 2_500_000}
	course := Line{Catalog: "courses", Item: "brewing", Quantity: 2, Price: 250, Currency: Stars, Digital: true}
	american := Tax{Rates: map[string]int64{"default": 82_500, "food": 0}}
	post := &Shipping{ID: "post", Price: 490, PerKilo: 100}
	for name, c := range map[string]struct {
		lines []Line
		terms Terms
		want  Totals
	}{
		"nothing": {nil, Terms{Currency: "EUR", Tax: german}, Totals{Currency: "EUR", ShippingRate: 190_000}},
		"taxes that prices hold": {
			[]Line{bag, mill}, Terms{Currency: "EUR", Tax: german},
			Totals{Currency: "EUR", Goods: 7579, Taxes: []TaxSum{{190_000, 798}, {70_000, 169}}, ShippingRate: 190_000, Total: 7579},
		},
		"a share of one catalog, and shipping by weight": {
			[]Line{bag, mill}, Terms{Currency: "EUR", Tax: german, Voucher: &Voucher{Share: 100_000, Catalog: "coffee"}, Shipping: post},
			// 4.5 kilograms are five begun: 9.90, with 1.58 of tax
			Totals{Currency: "EUR", Goods: 7579, Discount: 258, Shipping: 990, Taxes: []TaxSum{{190_000, 798 + 158}, {70_000, 152}}, ShippingRate: 190_000, Total: 8311},
		},
		"an amount that is shared out among the rates": {
			[]Line{bag, mill}, Terms{Currency: "EUR", Tax: german, Voucher: &Voucher{Amount: 1000}},
			// of 10.00 off, 3.40 are off the coffee and 6.60 off the mill
			Totals{Currency: "EUR", Goods: 7579, Discount: 1000, Taxes: []TaxSum{{190_000, 693}, {70_000, 147}}, ShippingRate: 190_000, Total: 6579},
		},
		"an amount that is more than the goods": {
			[]Line{bag}, Terms{Currency: "EUR", Tax: german, Voucher: &Voucher{Amount: 9999}},
			Totals{Currency: "EUR", Goods: 2580, Discount: 2580, ShippingRate: 70_000},
		},
		"taxes on top, of shipping too": {
			[]Line{{Quantity: 1, Price: 999, Tax: "food"}, {Quantity: 1, Price: 1999}}, Terms{Currency: "USD", Tax: american, Shipping: &Shipping{Price: 500}},
			// 1.649 of tax on the goods and 0.4125 on shipping
			Totals{Currency: "USD", Goods: 2998, Shipping: 500, Taxes: []TaxSum{{82_500, 165 + 41}}, OnTop: true, ShippingRate: 82_500, Total: 3704},
		},
		"half a unit is rounded up": {
			[]Line{{Quantity: 1, Price: 50}}, Terms{Currency: "EUR", Tax: Tax{Rates: map[string]int64{"default": 50_000}}, Voucher: &Voucher{Share: 10_000}},
			// half a cent off 0.50, and then 2.45 cents on 0.49
			Totals{Currency: "EUR", Goods: 50, Discount: 1, Taxes: []TaxSum{{50_000, 2}}, OnTop: true, ShippingRate: 50_000, Total: 51},
		},
		"a rate that there is not counts as the default one": {
			[]Line{{Quantity: 1, Price: 119, Tax: "books"}}, Terms{Currency: "EUR", Tax: german},
			Totals{Currency: "EUR", Goods: 119, Taxes: []TaxSum{{190_000, 19}}, ShippingRate: 190_000, Total: 119},
		},
		"free from an amount, with the discount": {
			[]Line{bag}, Terms{Currency: "EUR", Tax: Tax{Included: true}, Voucher: &Voucher{Amount: 80}, Shipping: &Shipping{Price: 490, FreeFrom: 2500}},
			Totals{Currency: "EUR", Goods: 2580, Discount: 80, Total: 2500},
		},
		"not free just below": {
			[]Line{bag}, Terms{Currency: "EUR", Tax: Tax{Included: true}, Voucher: &Voucher{Amount: 81}, Shipping: &Shipping{Price: 490, FreeFrom: 2500}},
			Totals{Currency: "EUR", Goods: 2580, Discount: 81, Shipping: 490, Total: 2989},
		},
		"Stars have neither tax nor shipping, and a share off": {
			[]Line{course}, Terms{Currency: Stars, Tax: german, Voucher: &Voucher{Share: 100_000}, Shipping: post},
			Totals{Currency: Stars, Goods: 500, Discount: 50, Total: 450},
		},
		"an amount in euros takes no Stars off": {
			[]Line{course}, Terms{Currency: Stars, Voucher: &Voucher{Amount: 100}}, Totals{Currency: Stars, Goods: 500, Total: 500},
		},
		"what cannot be is nothing": {
			[]Line{{Quantity: -1, Price: 100}, {Quantity: 1, Price: -100}}, Terms{Currency: Stars, Voucher: &Voucher{Amount: -1, Share: -1}}, Totals{Currency: Stars},
		},
		"sums end where they could overflow": {
			[]Line{{Quantity: 999, Price: 1 << 62}, {Quantity: 1, Price: 1}}, Terms{Currency: Stars}, Totals{Currency: Stars, Goods: MaxAmount, Total: MaxAmount},
		},
	} {
		t.Run(name, func(t *testing.T) {
			got := Reckon(c.lines, c.terms)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestShareOut(t *testing.T) {
	for _, c := range []struct {
		sum           int64
		weights, want []int64
	}{
		{10, []int64{10, 10, 10}, []int64{4, 3, 3}},
		{11, []int64{10, 10, 10}, []int64{4, 4, 3}},
		{10, []int64{100, 0, 300}, []int64{3, 0, 7}},
		{100, []int64{1, 1, 998}, []int64{0, 0, 100}},
		{1000, []int64{1, 1, 998}, []int64{1, 1, 998}},
		{0, []int64{5, 5}, []int64{0, 0}},
		{0, nil, []int64{}},
	} {
		if got := shareOut(c.sum, c.weights); !slices.Equal(got, c.want) {
			t.Errorf("%d among %d is %d, want %d", c.sum, c.weights, got, c.want)
		}
	}
}

func TestPortion(t *testing.T) {
	for _, c := range []struct{ amount, part, whole, want int64 }{
		{1000, 190_000, 1_190_000, 160},
		{5, 1, 10, 1},
		{4, 1, 10, 0},
		{0, 5, 10, 0},
		{MaxAmount, MaxAmount, MaxAmount, MaxAmount},
		{MaxAmount, million, million + million, MaxAmount / 2},
		{MaxAmount - 1, MaxAmount - 1, MaxAmount, MaxAmount - 2},
	} {
		if got := portion(c.amount, c.part, c.whole); got != c.want {
			t.Errorf("%d × %d ÷ %d is %d, want %d", c.amount, c.part, c.whole, got, c.want)
		}
	}
}
