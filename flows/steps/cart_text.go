package steps

import (
	"cmp"
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/expr"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// told is what a review says: the lines of a page and the sums of all. Where something cannot be had, there is no sum yet.
func (c *Cart) told(t *flows.Turn, page []flows.CartLine) expr.Formatted {
	heading := expr.Join(t.Render(&c.Text), "\n\n")
	if heading.Text == "" {
		heading = t.Phrase("cart_title", nil)
	}
	var parts []expr.Formatted
	for _, line := range page {
		parts = append(parts, lineText(t, line))
	}
	blocks := []expr.Formatted{heading, expr.Join(parts, "\n")}
	if unavailable(t.Cart()) {
		return flows.Shorten(expr.Join(append(blocks, t.Phrase("cart_decide", nil)), "\n\n"), flows.MessageLimit)
	}
	for _, draft := range t.Drafts() {
		blocks = append(blocks, expr.Join(draftLines(t, draft), "\n"))
	}
	return flows.Shorten(expr.Join(blocks, "\n\n"), flows.MessageLimit)
}

// draftLines are the sums of what would be ordered of one currency, and what stands against it.
func draftLines(t *flows.Turn, draft flows.Draft) []expr.Formatted {
	code := t.CartVoucher()
	parts := t.SumLines(nil, draft.Totals, code, "")
	if code != "" && draft.Totals.Discount == 0 && draft.Currency == t.Set().Currency {
		parts = append(parts, t.Phrase("cart_code_idle", named("voucher", value.Text(code))))
	}
	if draft.Ships(t) {
		parts = append(parts, shippingLine(t, draft))
	}
	if draft.Missing > 0 {
		parts = append(parts, t.Phrase("cart_minimum", named("amount", value.Money(draft.Missing, draft.Currency))))
	}
	return parts
}

// shippingLine says that shipping comes on top, and what it costs at least; where only a call tells that, without a price.
func shippingLine(t *flows.Turn, draft flows.Draft) expr.Formatted {
	var from value.Value
	ways := slices.DeleteFunc(t.Ways(draft, ""), func(way shop.Shipping) bool { return way.Call != "" })
	switch {
	case len(t.Ways(draft, "")) == 0:
		return t.Phrase("cart_not_sent", nil)
	case len(ways) > 0:
		least := slices.MinFunc(ways, func(a, b shop.Shipping) int { return cmp.Compare(a.Price, b.Price) }).Price
		if least == 0 {
			return t.Phrase("cart_free_shipping", nil)
		}
		from = value.Money(least, draft.Currency)
	}
	return t.Phrase("cart_plus_shipping", named("amount", from))
}

// lineText is a line of the cart as the customer reads it, with what has changed of it.
func lineText(t *flows.Turn, line flows.CartLine) expr.Formatted {
	name := leftOf(line)
	if line.Gone() {
		return t.Phrase("cart_gone", name)
	}
	text := t.Phrase("sum_line", map[string]value.Value{"quantity": value.Integer(line.Quantity), "item": value.Text(line.Name), "amount": value.Money(line.Amount(), line.Currency)})
	parts := []expr.Formatted{text}
	if line.Repriced() {
		parts = append(parts, t.Phrase("cart_was", map[string]value.Value{"price": value.Money(line.Price, line.Currency), "before": value.Money(line.Before, line.Currency)}))
	}
	switch {
	case line.Left == 0:
		parts = append(parts, t.Phrase("cart_none_left", nil))
	case line.TooMany():
		parts = append(parts, t.Phrase("cart_left", name))
	}
	return expr.Join(parts, " ")
}

// leftOf are the names of what is said of how many there are.
func leftOf(line flows.CartLine) map[string]value.Value {
	return map[string]value.Value{"item": value.Text(line.Name), "quantity": value.Integer(line.Left)}
}

// totalsOf are the sums of a cart, one for each currency.
func totalsOf(t *flows.Turn) string {
	var sums []string
	for _, draft := range t.Drafts() {
		sums = append(sums, value.Format(value.Money(draft.Totals.Total, draft.Currency), nil, t.Locale()))
	}
	return strings.Join(sums, " + ")
}
