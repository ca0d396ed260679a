package flows

import (
	"slices"

	"repartee/flows/expr"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// Draft is the order that the cart would make now: its lines of one currency, since one payment has one.
type Draft struct {
	Currency string
	Lines    []CartLine
	Totals   shop.Totals
	Missing  int64 // what the goods cost less than an order must, minor units; 0: nothing
	More     bool  // lines of another currency stay in the cart
}

// Draft gives the order that the cart would make now; no lines where it would make none. way is the one of shipping, "" where none is chosen yet.
func (t *Turn) Draft(way string) Draft {
	cart := t.state.Session.Cart
	if cart == nil {
		return Draft{}
	}
	drafts := t.Drafts()
	d := drafts[0]
	d.More = len(drafts) > 1
	if chosen := t.set.way(way); chosen != nil {
		d.Totals = shop.Reckon(d.Plain(), t.terms(d.Currency, t.voucher(cart.Voucher), chosen))
	}
	return d
}

// Drafts are the orders that the cart would make one after the other, one for each currency.
func (t *Turn) Drafts() []Draft {
	cart := t.state.Session.Cart
	if cart == nil {
		return nil
	}
	var drafts []Draft
	for _, line := range t.Cart() {
		i := slices.IndexFunc(drafts, func(d Draft) bool { return d.Currency == line.Currency })
		if i < 0 {
			i, drafts = len(drafts), append(drafts, Draft{Currency: line.Currency})
		}
		drafts[i].Lines = append(drafts[i].Lines, line)
	}
	voucher := t.voucher(cart.Voucher)
	for i := range drafts {
		d := &drafts[i]
		d.Totals = shop.Reckon(d.Plain(), t.terms(d.Currency, voucher, nil))
		if d.Currency != stars {
			d.Missing = max(t.set.minimum-d.Totals.Goods, 0)
		}
	}
	return drafts
}

// Plain are the lines without what is known of them now.
func (d Draft) Plain() []shop.Line { return plainLines(d.Lines) }

func plainLines(lines []CartLine) []shop.Line {
	plain := make([]shop.Line, len(lines))
	for i := range lines {
		plain[i] = lines[i].Line
	}
	return plain
}

// Ships tells whether something of it has to be sent, and the shop says how.
func (d Draft) Ships(t *Turn) bool { return d.Currency != stars && t.set.ships(d.Plain()) }

func (t *Turn) terms(currency string, voucher *shop.Voucher, way *shop.Shipping) shop.Terms {
	if currency == stars {
		return shop.Terms{Currency: currency}
	}
	return shop.Terms{Currency: currency, Tax: t.set.Shop.Tax.taxes, Voucher: voucher, Shipping: way}
}

// stars is the currency of Telegram Stars.
const stars = shop.Stars

// money writes an amount for this customer.
func (t *Turn) money(minor int64, currency string) string {
	return value.Format(value.Money(minor, currency), nil, t.locale)
}

// price writes what something costs, also where that is nothing.
func (t *Turn) price(minor int64, currency string) string {
	if minor == 0 {
		return t.phrase("free_of_charge").Text
	}
	return t.money(minor, currency)
}

// SumLines writes lines and sums as the customer reads them, one a line: cart, order, receipt.
func (t *Turn) SumLines(lines []shop.Line, totals shop.Totals, voucher, way string) []expr.Formatted {
	var out []expr.Formatted
	for _, line := range lines {
		out = append(out, t.Phrase("sum_line", map[string]value.Value{
			"quantity": value.Integer(line.Quantity), "item": value.Text(line.Name), "amount": value.Text(t.price(line.Amount(), line.Currency)),
		}))
	}
	add := func(phrase string, names map[string]value.Value) {
		out = append(out, t.Phrase(phrase, names))
	}
	amount := func(minor int64) value.Value { return value.Text(t.money(minor, totals.Currency)) }
	if totals.Discount > 0 {
		add("sum_discount", map[string]value.Value{"voucher": value.Text(voucher), "amount": value.Text("−" + t.money(totals.Discount, totals.Currency))})
	}
	if way != "" {
		add("sum_shipping", map[string]value.Value{"way": value.Text(t.set.wayLabel(way, t.locale.Language)), "amount": value.Text(t.price(totals.Shipping, totals.Currency))})
	}
	if totals.OnTop {
		for _, tax := range totals.Taxes {
			add("sum_tax", map[string]value.Value{"rate": value.Text(t.percent(tax.Rate)), "amount": amount(tax.Amount)})
		}
	}
	if totals.Tip > 0 {
		add("sum_tip", map[string]value.Value{"amount": amount(totals.Tip)})
	}
	add("sum_total", map[string]value.Value{"amount": amount(totals.Total)})
	if !totals.OnTop {
		for _, tax := range totals.Taxes {
			add("sum_tax_included", map[string]value.Value{"rate": value.Text(t.percent(tax.Rate)), "amount": amount(tax.Amount)})
		}
	}
	return out
}

// cartValue is the cart as expressions read it.
func (t *Turn) cartValue() value.Value {
	lines := t.Cart()
	parts := map[string]value.Value{"count": value.Integer(0), "items": value.List()}
	if len(lines) == 0 {
		return value.Record(parts)
	}
	items, count, weight := make([]value.Value, len(lines)), int64(0), int64(0)
	for i, line := range lines {
		items[i] = lineValue(line.Line, line.Now)
		count += line.Quantity
		weight += line.Weight * line.Quantity
	}
	d := t.Draft("")
	parts["items"], parts["count"], parts["weight"] = value.List(items...), value.Integer(count), value.Number(weight)
	parts["goods"], parts["total"] = value.Money(d.Totals.Goods, d.Currency), value.Money(d.Totals.Total, d.Currency)
	parts["discount"] = value.Money(d.Totals.Discount, d.Currency)
	if voucher := t.state.Session.Cart.Voucher; voucher != "" {
		parts["voucher"] = value.Text(voucher)
	}
	return value.Record(parts)
}

// lineValue is a line as expressions read it: the item, with how many there are and what one and all of them cost.
func lineValue(line shop.Line, item value.Value) value.Value {
	parts := map[string]value.Value{catalogColumn: value.Text(line.Catalog), "id": value.Text(line.Item)}
	for name, v := range item.Fields() {
		parts[name] = v
	}
	parts["name"], parts["quantity"] = value.Text(line.Name), value.Integer(line.Quantity)
	parts["price"], parts["amount"] = value.Money(line.Price, line.Currency), value.Money(line.Amount(), line.Currency)
	if line.Variant != "" {
		parts["variant"] = value.Text(line.Variant)
	}
	return value.Record(parts)
}

// cartType is what is known of a cart.
func (c *compiler) cartType() *value.Type {
	money := &value.Type{Base: value.TypeMoney}
	return &value.Type{Base: value.TypeRecord, Fields: map[string]*value.Type{
		"items": {Base: value.TypeList, Elem: c.lineType()}, "count": numberType, "weight": {Base: value.TypeNumber},
		"goods": money, "discount": money, "total": money, "voucher": textType,
	}}
}

// lineType is an item of any catalog with what a cart or an order adds to it.
func (c *compiler) lineType() *value.Type {
	line := *c.anyItem
	line.Fields = map[string]*value.Type{"quantity": numberType, "amount": {Base: value.TypeMoney}, "variant": textType}
	for name, typ := range c.anyItem.Fields {
		line.Fields[name] = typ
	}
	return &line
}
