package shop

import (
	"cmp"
	"slices"
)

// discounts are what the voucher takes off each line.
func (v *Voucher) discounts(lines []Line, amounts []int64) []int64 {
	applies := make([]int64, len(lines))
	if v == nil {
		return applies
	}
	for i, line := range lines {
		if v.appliesTo(line) {
			applies[i] = amounts[i]
		}
	}
	goods := total(applies)
	if v.Share > 0 {
		return shareOut(portion(goods, min(v.Share, million), million), applies)
	}
	return shareOut(min(max(v.Amount, 0), goods), applies)
}

// appliesTo tells whether the voucher takes something off the line. An amount is one of the bot's currency: it takes nothing off what is paid in Stars.
func (v *Voucher) appliesTo(line Line) bool {
	return (v.Catalog == "" || v.Catalog == line.Catalog) && (v.Share > 0 || line.Currency != Stars)
}

// shareOut shares a sum out in proportion to the weights, of which it is at most the total. What rounding down leaves over goes, one unit each, to those that lost
// most by it, the first of them where they are alike: the shares add up to the sum, and none is more than its weight.
func shareOut(sum int64, weights []int64) []int64 {
	shares, rests := make([]int64, len(weights)), make([]int64, len(weights))
	whole, left := total(weights), sum
	if sum <= 0 || whole <= 0 {
		return shares
	}
	order := make([]int, len(weights))
	for i, weight := range weights {
		order[i] = i
		shares[i], rests[i] = portionDown(sum, weight, whole)
		left -= shares[i]
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rests[b], rests[a]) })
	for _, i := range order[:left] {
		shares[i]++
	}
	return shares
}
