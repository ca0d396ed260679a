package shop

import (
	"math/big"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"repartee/flows/value"
)

// purchase is a random cart with all that its sums depend on.
type purchase struct {
	lines []Line
	terms Terms
	tip   int64
}

// amount draws small amounts mostly, where rounding shows, and the largest there are.
func amount() *rapid.Generator[int64] {
	return rapid.OneOf(rapid.Int64Range(0, 10_000), rapid.Int64Range(0, 100_000_000), rapid.Int64Range(0, MaxAmount), rapid.Just[int64](1<<63-1))
}

func rate() *rapid.Generator[int64] {
	return rapid.OneOf(rapid.SampledFrom([]int64{0, 19_000, 55_000, 82_500, 190_000, million}), rapid.Int64Range(0, million))
}

func drawPurchase(t *rapid.T) purchase {
	currency := rapid.SampledFrom([]string{"EUR", "JPY", "COP", Stars}).Draw(t, "currency")
	p := purchase{tip: amount().Draw(t, "tip"), terms: Terms{Currency: currency, Tax: Tax{
		Included: rapid.Bool().Draw(t, "included"),
		Rates:    map[string]int64{"default": rate().Draw(t, "default"), "food": rate().Draw(t, "food"), "books": rate().Draw(t, "books")},
	}}}
	p.lines = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Line {
		return Line{
			Catalog: rapid.SampledFrom([]string{"coffee", "tools"}).Draw(t, "catalog"), Item: rapid.StringMatching(`[a-z]{3}`).Draw(t, "item"),
			Quantity: rapid.Int64Range(1, MaxQuantity).Draw(t, "quantity"), Price: amount().Draw(t, "price"), Currency: currency,
			Tax:    rapid.SampledFrom([]string{"", "food", "books", "unheard"}).Draw(t, "tax"),
			Weight: rapid.Int64Range(0, 40*million).Draw(t, "weight"),
		}
	}), 0, 8).Draw(t, "lines")
	if rapid.Bool().Draw(t, "voucher?") {
		p.terms.Voucher = &Voucher{
			Share: rapid.OneOf(rapid.Just[int64](0), rate()).Draw(t, "share"), Amount: amount().Draw(t, "off"),
			Catalog: rapid.SampledFrom([]string{"", "coffee", "tools"}).Draw(t, "of"),
		}
	}
	if rapid.Bool().Draw(t, "shipping?") {
		p.terms.Shipping = &Shipping{
			ID: "post", Price: amount().Draw(t, "carriage"), PerKilo: rapid.Int64Range(0, 1000).Draw(t, "kilo"), FreeFrom: rapid.OneOf(rapid.Just[int64](0), amount()).Draw(t, "free"),
		}
	}
	return p
}

// TestSumsAgree shows that the total, the sum of the invoice with the way and the tip that Telegram's form adds, and the sum of what the customer reads are the same
// to the last minor unit.
func TestSumsAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPurchase(t)
		all := Reckon(p.lines, p.terms).WithTip(p.tip)
		if paid := sumOf(all.Parts(p.lines)) + all.Tip; paid != all.Total {
			t.Errorf("the invoice is over %d, the total %d", paid, all.Total)
		}
		if read := printed(t, p.lines, all); read != all.Total {
			t.Errorf("the customer reads sums of %d, the total is %d", read, all.Total)
		}

		open := p.terms
		open.Shipping = nil
		before := Reckon(p.lines, open)
		order := Order{Lines: p.lines, Totals: before}
		if p.terms.Shipping != nil {
			order.Ways = Ways([]Shipping{*p.terms.Shipping}, p.lines, before.Reduced(), "DE")
		}
		inForm := sumOf(before.Parts(p.lines))
		for _, way := range order.Ways {
			inForm += before.WayPrice(way.Price)
			order, _ = order.Choose(way.ID)
		}
		if inForm+all.Tip != all.Total {
			t.Errorf("in Telegram's form it is %d and a tip of %d, the total %d", inForm, all.Tip, all.Total)
		}
		if diff := cmp.Diff(all, order.Totals.WithTip(p.tip)); diff != "" {
			t.Errorf("the order with the way that was chosen has other sums:\n%s", diff)
		}
		if diff := cmp.Diff(before, all.WithTip(0).WithShipping(0)); diff != "" {
			t.Errorf("without shipping and tip it is not what it was before:\n%s", diff)
		}
	})
}

// TestSumsHold shows what is true of all sums.
func TestSumsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPurchase(t)
		all := Reckon(p.lines, p.terms).WithTip(p.tip)
		if all.Goods < 0 || all.Discount < 0 || all.Discount > all.Goods || all.Shipping < 0 || all.Tip < 0 {
			t.Errorf("%+v", all)
		}
		var taxes int64
		for i, tax := range all.Taxes {
			if tax.Amount <= 0 || tax.Rate <= 0 || i > 0 && tax.Rate >= all.Taxes[i-1].Rate {
				t.Errorf("taxes of %+v", all.Taxes)
			}
			taxes += tax.Amount
		}
		base := all.Reduced() + all.Shipping
		if taxes > base || all.OnTop && all.Total != base+taxes+all.Tip || !all.OnTop && all.Total != base+all.Tip {
			t.Errorf("with taxes of %d: %+v", taxes, all)
		}
		if all.Currency == Stars && (taxes != 0 || all.Shipping != 0 || all.Tip != 0 || len(all.Parts(p.lines)) != 1) {
			t.Errorf("in Stars: %+v", all)
		}
	})
}

// TestSumsExact holds discount and tax of one rate against rational arithmetic.
func TestSumsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPurchase(t)
		p.terms.Currency, p.terms.Shipping = "EUR", nil
		share := rate().Draw(t, "share")
		p.terms.Voucher = &Voucher{Share: share}
		for i := range p.lines {
			p.lines[i].Currency, p.lines[i].Tax = "EUR", "food"
		}
		all := Reckon(p.lines, p.terms)
		if want := rounded(all.Goods, share, million); all.Discount != want {
			t.Errorf("%d off %d, want %d", all.Discount, all.Goods, want)
		}
		food := p.terms.Tax.Rates["food"]
		want := rounded(all.Reduced(), food, million)
		if p.terms.Tax.Included {
			want = rounded(all.Reduced(), food, million+food)
		}
		var got int64
		for _, tax := range all.Taxes {
			got += tax.Amount
		}
		if got != want {
			t.Errorf("tax of %d on %d, want %d", got, all.Reduced(), want)
		}
	})
}

// TestDiscountIsSharedOut shows that the discounts of the lines are the discount, and none of them is more than its line, or on a line it is not for.
func TestDiscountIsSharedOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPurchase(t)
		amounts := amountsOf(p.lines)
		discounts := p.terms.Voucher.discounts(p.lines, amounts)
		for i, off := range discounts {
			if off < 0 || off > amounts[i] || off > 0 && !p.terms.Voucher.appliesTo(p.lines[i]) {
				t.Errorf("%d off line %d, %+v", off, i, p.lines[i])
			}
		}
		if want := Reckon(p.lines, p.terms).Discount; total(discounts) != want {
			t.Errorf("%d in all, want %d", total(discounts), want)
		}
	})
}

func sumOf(parts []Part) int64 {
	var sum int64
	for _, part := range parts {
		sum += part.Amount
	}
	return sum
}

// rounded is amount × part ÷ whole, rounded half up, by numbers that are as long as need be.
func rounded(amount, part, whole int64) int64 {
	n := new(big.Int).Mul(big.NewInt(2*amount), big.NewInt(part))
	n.Add(n, big.NewInt(whole))
	return n.Div(n, big.NewInt(2*whole)).Int64()
}

// printed adds up the amounts as the customer reads them in cart, order and receipt.
func printed(t *rapid.T, lines []Line, totals Totals) int64 {
	locale := value.Locale{Language: rapid.SampledFrom([]string{"en", "de", "fr"}).Draw(t, "language"), Currency: totals.Currency}
	reads := func(minor int64) int64 {
		text := value.Format(value.Money(minor, totals.Currency), nil, locale)
		read, err := strconv.ParseInt(strings.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return -1
			}
			return r
		}, text), 10, 64)
		if err != nil {
			t.Fatalf("%d reads %s", minor, text)
		}
		return read
	}
	var sum int64
	for _, amount := range amountsOf(lines) {
		sum += reads(amount)
	}
	sum += reads(totals.Shipping) + reads(totals.Tip) - reads(-totals.Discount)
	if totals.OnTop {
		for _, tax := range totals.Taxes {
			sum += reads(tax.Amount)
		}
	}
	return sum
}
