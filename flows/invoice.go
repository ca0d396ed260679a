package flows

import (
	"strings"

	"repartee/flows/shop"
	"repartee/flows/value"
)

// InvoiceFor is the invoice of an order that is open.
func (t *Turn) InvoiceFor(o *shop.Order) *Invoice {
	p := t.set.payment(o.Payment)
	invoice := &Invoice{
		Order: o.Number, Currency: o.Totals.Currency, Title: cutUnits(t.orderPhrase("invoice_title", o).Text, titleLimit),
		Description: cutUnits(t.invoiceLines(o), descriptionLimit), Prices: t.prices(o),
	}
	invoice.Label = t.phrase("pay_now").Text
	if len(o.Ways) == 0 {
		total := value.Text(t.money(o.Totals.Total, o.Totals.Currency))
		invoice.Label = t.Phrase("pay_link", map[string]value.Value{"amount": total}).Text
	}
	if p != nil && p.method == shop.ByProvider {
		invoice.Provider, invoice.MaxTip, invoice.Tips, invoice.Collect = strings.TrimPrefix(p.Provider, "$"), p.maxTip, p.tips, p.Collect
		invoice.Shipping = len(o.Ways) > 0
		invoice.Flexible = invoice.Shipping
	}
	return invoice
}

// Telegram's limits of an invoice: https://core.telegram.org/bots/api#sendinvoice
const (
	titleLimit       = 32
	descriptionLimit = 255
)

func cutUnits(text string, limit int) string {
	if len(text) <= limit {
		return text
	}
	if at := cut(text, limit); at < len(text) {
		return strings.TrimSpace(text[:cut(text, limit-1)]) + "…"
	}
	return text
}

// invoiceLines tell in one paragraph what is paid.
func (t *Turn) invoiceLines(o *shop.Order) string {
	var parts []value.Value
	for _, line := range o.Lines {
		parts = append(parts, value.Text(t.pieces(line)))
	}
	return value.Format(value.List(parts...), nil, t.locale)
}

// pieces tell how many of what a line is.
func (t *Turn) pieces(line shop.Line) string {
	return value.Format(value.Integer(line.Quantity), nil, t.locale) + " × " + line.Name
}

// prices are the lines of an invoice. A way of shipping that is still to be chosen is not among them.
func (t *Turn) prices(o *shop.Order) []Price {
	var prices []Price
	for _, part := range o.Totals.Parts(o.Lines) {
		price := Price{Amount: part.Amount}
		switch {
		case part.Kind == shop.PartGoods && part.Line < 0:
			price.Label = t.invoiceLines(o)
		case part.Kind == shop.PartGoods:
			price.Label = t.pieces(o.Lines[part.Line])
		case part.Kind == shop.PartDiscount:
			price.Label = t.Phrase("price_discount", map[string]value.Value{"voucher": value.Text(o.Voucher)}).Text
		case part.Kind == shop.PartShipping:
			price.Label = t.WayLabel(o.Way)
		default:
			price.Label = t.Phrase("price_tax", map[string]value.Value{"rate": value.Text(t.percent(part.Rate))}).Text
		}
		price.Label = cutUnits(price.Label, LabelLimit)
		prices = append(prices, price)
	}
	return prices
}

// percent writes a rate in millionths.
func (t *Turn) percent(rate int64) string { return value.Format(value.Number(rate*100), nil, t.locale) }
