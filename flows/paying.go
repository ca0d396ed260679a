package flows

import (
	"slices"
	"strings"

	"repartee/flows/shop"
	"repartee/flows/value"
)

// Paying is how far the talk at the step on top has come; it is made where there is none.
func (t *Turn) Paying() *Paying {
	frame := t.frame()
	if frame.Paying == nil {
		frame.Paying = &Paying{}
	}
	return frame.Paying
}

// PayingOver forgets how far the talk has come: the next time it begins anew.
func (t *Turn) PayingOver() { t.frame().Paying = nil }

// Method is how it is paid.
func (p *Payment) Method() shop.Method { return p.method }

// PayWays are the ways to pay a draft now: those named, else all of the bot, in their order.
func (t *Turn) PayWays(by []ID, d Draft) []*Payment {
	all := t.set.payments
	if len(by) > 0 {
		all = nil
		for _, id := range by {
			if p := t.set.payment(string(id)); p != nil {
				all = append(all, p)
			}
		}
	}
	var ways []*Payment
	for _, p := range all {
		if p.takes(d.Currency) && (p.When == nil || t.Holds(p.When)) && (p.method != shop.ByHand || t.unpaid() < mostUnpaid) {
			ways = append(ways, p)
		}
	}
	return ways
}

// mostUnpaid is how many orders of a customer can wait for money from outside of Telegram: the stock of each is held.
const mostUnpaid = 5

func (t *Turn) unpaid() (n int) {
	for i := range t.state.Contact.Orders {
		if t.state.Contact.Orders[i].State == shop.Placed {
			n++
		}
	}
	return n
}

// takes tells whether a currency can be paid so: Stars are, and nothing else is, paid in Stars.
func (p *Payment) takes(currency string) bool {
	return (p.method == shop.ByStars) == (currency == stars)
}

// PaymentLabel is what the button of a way to pay says.
func (t *Turn) PaymentLabel(p *Payment) string {
	if label := t.Read(&p.Label); label != "" {
		return label
	}
	return t.phrase("pay_" + string(p.method)).Text
}

func (s *Set) payment(id string) *Payment {
	for _, p := range s.payments {
		if string(p.ID) == id {
			return p
		}
	}
	return nil
}

// ships tells whether something of the lines has to be sent, and the shop says how.
func (s *Set) ships(lines []shop.Line) bool { return len(s.ways) > 0 && shop.Sendable(lines) }

func (s *Set) way(id string) *shop.Shipping {
	for i := range s.ways {
		if s.ways[i].ID == id {
			return &s.ways[i]
		}
	}
	return nil
}

// Countries are those that the shop sends a draft to, where they make a difference; none where everything goes everywhere.
func (t *Turn) Countries(d Draft) []string {
	var countries []string
	for _, way := range t.Ways(d, "") {
		if len(way.Countries) == 0 {
			return nil
		}
		for _, country := range way.Countries {
			if !slices.Contains(countries, country) {
				countries = append(countries, country)
			}
		}
	}
	return countries
}

// Ways are the ways a draft can be sent to a country, "" where that is not known yet, with their prices.
func (t *Turn) Ways(d Draft, country string) []shop.Shipping {
	var rules []shop.Shipping
	for _, s := range t.set.Shop.Shipping {
		if s.When == nil || t.Holds(s.When) {
			rules = append(rules, s.way)
		}
	}
	return shop.Ways(rules, d.Plain(), d.Totals.Reduced(), country)
}

// WayLabel is a way of shipping in the customer's words.
func (t *Turn) WayLabel(id string) string { return t.set.wayLabel(id, t.locale.Language) }

func (s *Set) wayLabel(id, language string) string {
	for _, way := range s.ways {
		if way.ID == id {
			return value.Option{ID: id, Label: way.Label}.LabelIn(language)
		}
	}
	return id
}

// CountryName is the name of a country, of its two letters, in the customer's language.
func (t *Turn) CountryName(code string) string { return value.CountryName(code, t.locale.Language) }

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
		parts = append(parts, value.Text(value.Format(value.Integer(line.Quantity), nil, t.locale)+" × "+line.Name))
	}
	return value.Format(value.List(parts...), nil, t.locale)
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
			line := o.Lines[part.Line]
			price.Label = value.Format(value.Integer(line.Quantity), nil, t.locale) + " × " + line.Name
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

// Similar is the next best of an item's catalog that can be had: the one that has most in common with it, and of those the one whose price is nearest.
func (t *Turn) Similar(l CartLine) (best value.Value, ok bool) {
	catalog := t.set.catalogs[l.Catalog]
	if catalog == nil {
		return value.Value{}, false
	}
	gone, _ := catalog.sold.ItemIn(l.Item, t.lang)
	most, nearest := 0, int64(0)
	for _, item := range t.inStock(catalog.sold.Items(t.lang)) {
		line, fits := t.inPlaceOf(l, item)
		if !fits {
			continue
		}
		alike, far := alike(gone, item), max(line.Price-l.Price, l.Price-line.Price)
		if !ok || alike > most || alike == most && far < nearest {
			best, ok, most, nearest = item, true, alike, far
		}
	}
	return best, ok
}

// InPlaceOf is the variant of an item that would be taken in the place of a line: the same, else the cheapest that can be had; "" where it has none.
func (t *Turn) InPlaceOf(l CartLine, item value.Value) string {
	line, _ := t.inPlaceOf(l, item)
	return line.Variant
}

func (t *Turn) inPlaceOf(l CartLine, item value.Value) (best shop.Line, ok bool) {
	if item.Field("id").AsText() == l.Item {
		return shop.Line{}, false
	}
	ids := []string{""}
	if variants := Variants(item); len(variants) > 0 {
		ids = ids[:0]
		for _, v := range variants {
			ids = append(ids, v.Field("id").AsText())
		}
	}
	for _, id := range ids {
		line, there := t.lineOf(item, id, l.Quantity)
		if left := t.left(line); !there || line.Currency != l.Currency || left >= 0 && left < l.Quantity {
			continue
		}
		if !ok || id == l.Variant || best.Variant != l.Variant && line.Price < best.Price {
			best, ok = line, true
		}
	}
	return best, ok
}

// alike counts the columns in which two items are the same, less those that only one of them has.
func alike(a, b value.Value) (n int) {
	names := map[string]bool{}
	for name := range a.Fields() {
		names[name] = true
	}
	for name := range b.Fields() {
		names[name] = true
	}
	for name := range names {
		switch x, y := a.Field(name), b.Field(name); {
		case slices.Contains(itsOwn, name):
		case x.Known() && value.Equal(x, y):
			n++
		case x.Known() != y.Known():
			n--
		}
	}
	return n
}

// itsOwn are the columns in which every item differs.
var itsOwn = []string{"id", "name", "text", "photo", "price", "stock", "variants", catalogColumn}

// CartVoucher is the code of the voucher in the cart; "" for none.
func (t *Turn) CartVoucher() string {
	if cart := t.state.Session.Cart; cart != nil {
		return cart.Voucher
	}
	return ""
}

// TakesVouchers tells whether there are vouchers at all.
func (t *Turn) TakesVouchers() bool { return len(t.set.vouchers) > 0 }

// KnowsVoucher tells whether there is a voucher with a code, whatever the customer may do with it.
func (t *Turn) KnowsVoucher(code string) bool { return t.set.vouchers[voucherCode(code)] != nil }

func voucherCode(code string) string { return strings.ToUpper(strings.TrimSpace(code)) }

// voucher is the rule behind a code where it holds for this customer and cart; nil else.
func (t *Turn) voucher(code string) *shop.Voucher {
	if code == "" || t.refusesVoucher(code) != "" {
		return nil
	}
	return &t.set.vouchers[voucherCode(code)].voucher
}

func (t *Turn) refusesVoucher(code string) shop.VoucherRefusal {
	v := t.set.vouchers[voucherCode(code)]
	if v == nil {
		return shop.VoucherUnknown
	}
	if v.When != nil && !t.Holds(v.When) {
		return shop.VoucherNotYours
	}
	if cart := t.state.Session.Cart; v.voucher.Uses > 0 && v.voucher.Uses+t.facts.Stock[v.voucher.StockKey()] <= 0 {
		if cart == nil || cart.Voucher != v.Code || cart.Held <= t.in.At.Unix() { // else the customer holds the last use himself
			return shop.VoucherGone
		}
	}
	var lines []shop.Line // nothing is taken off in Stars
	for _, line := range t.Cart() {
		if line.Currency != stars {
			lines = append(lines, line.Line)
		}
	}
	if len(lines) == 0 {
		return shop.VoucherOther
	}
	return v.voucher.Refuses(lines, t.in.At.Unix(), int64(t.state.Contact.Vouchers[v.Code]))
}

// TryVoucher puts a voucher into the cart, or tells the customer in words why it takes nothing off.
func (t *Turn) TryVoucher(code string) (refusal string) {
	if why := t.refusesVoucher(code); why != "" {
		names := map[string]value.Value{"voucher": value.Text(voucherCode(code))}
		if v := t.set.vouchers[voucherCode(code)]; v != nil {
			names["amount"] = value.Text(t.money(v.voucher.Minimum, t.set.Currency))
		}
		return t.Phrase("voucher_"+string(why), names).Text
	}
	t.setVoucher(voucherCode(code))
	return ""
}

// DropVoucher takes the voucher out of the cart.
func (t *Turn) DropVoucher() { t.setVoucher("") }

func (t *Turn) setVoucher(code string) {
	t.changeCart(func(c shop.Cart) shop.Cart {
		c.Voucher = code
		return c
	})
}

// ForgetAddresses takes the addresses out of the orders that are done.
func (t *Turn) ForgetAddresses() {
	for i := range t.state.Contact.Orders {
		if o := &t.state.Contact.Orders[i]; o.Address != nil && o.Done() {
			o.Address = nil
			t.wrote(o)
		}
	}
}
