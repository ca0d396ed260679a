package shop

// Reckon is the sum of lines that all have one currency. Amounts are bounded by MaxAmount; what is below 0 counts as 0.
//
// The discount is that of the voucher on the lines it is for; it is shared out among them to the last minor unit, so that each rate of tax is reckoned on what its
// goods cost in the end. Taxes are rounded half up, once for the goods of a rate and once for shipping, which is taxed as most of the goods are: so the sums with
// shipping are those without it and one more amount (see Totals.WithShipping), which is how Telegram's form adds it. Lines that are not Sendable are not shipped;
// in Stars there is neither tax nor shipping.
func Reckon(lines []Line, terms Terms) Totals {
	amounts := amountsOf(lines)
	discounts := terms.Voucher.discounts(lines, amounts)
	t := Totals{Currency: terms.Currency, Goods: total(amounts), Discount: total(discounts)}
	t.Total = t.Goods - t.Discount
	if terms.Currency == Stars {
		return t
	}
	goodsOf := byRate(lines, amounts, discounts, terms.Tax)
	t.OnTop, t.ShippingRate = !terms.Tax.Included, terms.Tax.onShipping(goodsOf)
	for rate, goods := range goodsOf {
		t = t.taxed(rate, t.taxOn(goods, rate))
	}
	if terms.Shipping != nil && Sendable(lines) {
		return t.WithShipping(terms.Shipping.PriceOf(lines, t.Reduced()))
	}
	return t
}

// Amount is what the line costs, in minor units.
func (l Line) Amount() int64 { return times(l.Price, l.Quantity) }

// amountsOf is what each line costs; together they are at most MaxAmount.
func amountsOf(lines []Line) []int64 {
	amounts := make([]int64, len(lines))
	room := MaxAmount
	for i, line := range lines {
		amounts[i] = min(line.Amount(), room)
		room -= amounts[i]
	}
	return amounts
}

func total(amounts []int64) int64 {
	var sum int64
	for _, amount := range amounts {
		sum += amount
	}
	return sum
}

// byRate is what the goods of each rate of tax cost with the discount.
func byRate(lines []Line, amounts, discounts []int64, tax Tax) map[int64]int64 {
	goods := map[int64]int64{}
	for i, line := range lines {
		goods[tax.rate(line.Tax)] += amounts[i] - discounts[i]
	}
	return goods
}

// onShipping is the rate of tax on shipping: it goes with what is sent, so it is that of most of the goods, by what they cost; of two the higher one.
func (t Tax) onShipping(goods map[int64]int64) int64 {
	if len(goods) == 0 {
		return t.rate("")
	}
	best, most := int64(0), int64(-1)
	for rate, amount := range goods {
		if amount > most || amount == most && rate > best {
			best, most = rate, amount
		}
	}
	return best
}

// rate finds a rate by its name; the default one for what names none, or one that there is not. It is between 0 and 100 %.
func (t Tax) rate(name string) int64 {
	rate, ok := t.Rates[name]
	if !ok {
		rate = t.Rates["default"]
	}
	return min(max(rate, 0), million)
}
