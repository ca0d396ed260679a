package shop

import (
	"cmp"
	"slices"
)

// Reduced is what the goods cost with the discount.
func (t Totals) Reduced() int64 { return t.Goods - t.Discount }

// WithShipping is the sums with another price of shipping in the place of the one they have; 0 takes it away. The price is as ways have it: with the tax where
// prices hold it, else without. In Stars nothing is shipped.
func (t Totals) WithShipping(price int64) Totals {
	if t.Currency == Stars {
		return t
	}
	t.Total -= t.Shipping
	t = t.taxed(t.ShippingRate, -t.taxOn(t.Shipping, t.ShippingRate))
	t.Shipping = bounded(price)
	t.Total += t.Shipping
	return t.taxed(t.ShippingRate, t.taxOn(t.Shipping, t.ShippingRate))
}

// WayPrice is what Telegram's form adds for a way of shipping with the price: with the tax, also where taxes come on top. An invoice over sums without shipping
// and this are together what WithShipping says.
func (t Totals) WayPrice(price int64) int64 {
	without := t.WithShipping(0)
	return without.WithShipping(price).Total - without.Total
}

// WithTip is the sums with another tip in the place of the one they have. In Stars there are no tips.
func (t Totals) WithTip(tip int64) Totals {
	if t.Currency == Stars {
		return t
	}
	t.Total -= t.Tip
	t.Tip = bounded(tip)
	t.Total += t.Tip
	return t
}

// taxOn is the tax on an amount: what comes on top of it, or the part of it that is tax.
func (t Totals) taxOn(amount, rate int64) int64 {
	if t.OnTop {
		return portion(amount, rate, million)
	}
	return portion(amount, rate, million+rate)
}

// taxed is the sums with so much more tax of a rate. Rates of which nothing is paid are not listed.
func (t Totals) taxed(rate, amount int64) Totals {
	if t.OnTop {
		t.Total += amount
	}
	taxes := slices.Clone(t.Taxes)
	at, there := slices.BinarySearchFunc(taxes, rate, func(sum TaxSum, rate int64) int { return cmp.Compare(rate, sum.Rate) })
	if !there {
		taxes = slices.Insert(taxes, at, TaxSum{Rate: rate})
	}
	if taxes[at].Amount += amount; taxes[at].Amount == 0 {
		taxes = slices.Delete(taxes, at, at+1)
	}
	if t.Taxes = taxes; len(taxes) == 0 {
		t.Taxes = nil
	}
	return t
}
