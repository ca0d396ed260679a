package flows

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"repartee/flows/expr"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// selling settles what bot.yaml says of taxes, shipping, vouchers and payments. Texts and conditions come later, in sellingTexts.
func (c *compiler) selling() {
	bot := &c.src.Bot
	c.set.Shop, c.set.payments = bot.Shop, bot.Payments
	c.set.vouchers, c.set.books = map[string]*Voucher{}, c.makesAppointments()
	c.taxes(&c.set.Shop.Tax)
	c.set.minimum = c.amount(&bot.Shop.Minimum)
	seen := map[ID]bool{}
	for _, s := range bot.Shop.Shipping {
		if seen[s.ID] {
			c.fail(s.Ref.At("id"), "duplicate-id", "rename one of them", "there is another way of shipping called %s", s.ID)
		}
		seen[s.ID] = true
		c.shipping(s)
	}
	for _, v := range bot.Shop.Vouchers {
		c.voucher(v)
	}
	for _, p := range bot.Payments {
		c.payment(p)
	}
}

func (c *compiler) taxes(tax *Tax) {
	tax.taxes = shop.Tax{Included: tax.Included, Rates: map[string]int64{}}
	for i := range tax.Rates {
		rate := &tax.Rates[i]
		share, ok := shop.ParseShare(rate.Share.Source)
		if !ok {
			c.fail(rate.Share.Ref, "bad-share", "write it as 19%", "%q is no rate of tax", rate.Share.Source)
			continue
		}
		tax.taxes.Rates[string(rate.ID)] = share
	}
}

// amount reads an amount of the bot's currency; 0 where none is written.
func (c *compiler) amount(w *Written) int64 {
	if w.Source == "" {
		return 0
	}
	minor, ok := shop.ParseAmount(w.Source, c.set.Currency)
	if !ok {
		example := "4.90"
		if value.Digits(c.set.Currency) == 0 {
			example = "490"
		}
		c.fail(w.Ref, "bad-amount", "write it as "+example, "%q is no amount of %s", w.Source, c.set.Currency)
	}
	return minor
}

func (c *compiler) shipping(s *Shipping) {
	s.way = shop.Shipping{ID: string(s.ID), Price: c.amount(&s.Price), PerKilo: c.amount(&s.PerKilo), FreeFrom: c.amount(&s.FreeFrom)}
	for i, country := range s.Countries {
		code := strings.ToUpper(country)
		switch {
		case code == "UK":
			c.fail(s.Ref.At("countries", strconv.Itoa(i)), "bad-country", "write GB", "the two letters of the United Kingdom are GB")
		case !value.IsCountry(code):
			c.fail(s.Ref.At("countries", strconv.Itoa(i)), "bad-country", "write its two letters, as DE", "there is no country %s", country)
		}
		s.way.Countries = append(s.way.Countries, code)
	}
	if s.MaxWeight.Source != "" {
		kilos, ok := shop.ParseKilos(s.MaxWeight.Source)
		if !ok || kilos == 0 {
			c.fail(s.MaxWeight.Ref, "bad-weight", "write it in kilograms, as 31.5", "%q is no weight", s.MaxWeight.Source)
		}
		s.way.MaxWeight = kilos
	}
	switch {
	case s.Call != nil && s.Price.Source != "":
		c.fail(s.Price.Ref, "two-ways", "keep price or call", "a call tells the price, or it is written here, not both")
	case s.Call != nil:
		s.way.Call = s.Call.Name
	case s.Price.Source == "":
		c.fail(s.Ref, "missing-key", "write `price: 4.90`, or 0 where it costs nothing", "shipping %s does not say what it costs", s.ID)
	}
}

func (c *compiler) voucher(v *Voucher) {
	v.voucher = shop.Voucher{Code: v.Code, Minimum: c.amount(&v.Minimum)}
	if strings.HasSuffix(v.Off.Source, "%") {
		share, ok := shop.ParseShare(v.Off.Source)
		if !ok || share == 0 || share > value.Micros {
			c.fail(v.Off.Ref, "bad-share", "write it as 10%", "%q is no part of the price", v.Off.Source)
		}
		v.voucher.Share = share
	} else if v.Off.Source != "" {
		_, ok := shop.ParseAmount(v.Off.Source, c.set.Currency)
		if v.voucher.Amount = c.amount(&v.Off); ok && v.voucher.Amount == 0 {
			c.fail(v.Off.Ref, "bad-amount", "write an amount, or a part as 10%", "the voucher takes nothing off")
		}
	}
	if v.Of != nil {
		if c.set.catalogs[v.Of.Name] == nil {
			c.fail(v.Of.Ref, "unknown-source", didYouMean("catalog."+v.Of.Name, c.catalogNames(), ""), "there is no catalog %s", v.Of.Name)
		}
		v.voucher.Catalog = v.Of.Name
	}
	if v.Uses.Source != "" {
		var ok bool
		if v.voucher.Uses, v.voucher.PerCustomer, ok = shop.ParseUses(v.Uses.Source); !ok {
			c.fail(v.Uses.Ref, "bad-uses", "write `100`, `1 per customer`, or both as `100, 1 per customer`", "%q does not say how often", v.Uses.Source)
		}
	}
	if day, ok := c.day(&v.From); ok {
		v.voucher.From = day.Unix()
	}
	if day, ok := c.day(&v.Until); ok {
		v.voucher.Until = day.AddDate(0, 0, 1).Unix() - 1
	}
	if v.voucher.From != 0 && v.voucher.Until != 0 && v.voucher.Until < v.voucher.From {
		c.fail(v.Until.Ref, "bad-date", "exchange the two", "the last day lies before the first")
	}
	c.set.vouchers[v.Code] = v
}

func (c *compiler) day(w *Written) (time.Time, bool) {
	if w.Source == "" {
		return time.Time{}, false
	}
	day, err := time.ParseInLocation(time.DateOnly, w.Source, c.set.zone)
	if err != nil {
		c.fail(w.Ref, "bad-date", "write it as 2026-12-31", "%q is no day", w.Source)
	}
	return day, err == nil
}

func (c *compiler) payment(p *Payment) {
	switch {
	case p.Provider != "" && !p.Text.Empty():
		c.fail(p.Text.Ref, "two-ways", "make two payments of it", "a payment is made with a provider, or outside of Telegram as its text says, not both")
	case p.Provider != "":
		p.method = shop.ByProvider
		if !strings.HasPrefix(p.Provider, "$") || len(p.Provider) < 2 {
			c.fail(p.Ref.At("provider"), "open-secret", "write `provider: $CARD_TOKEN` and set CARD_TOKEN in the environment", "the provider's token does not belong into the file")
		}
	case !p.Text.Empty():
		p.method = shop.ByHand
	default:
		p.method = shop.ByStars
	}
	if p.method == shop.ByProvider && !shop.Payable(c.set.Currency) {
		c.fail(p.Ref, "bad-currency", "see https://core.telegram.org/bots/payments#supported-currencies", "Telegram takes no payments in %s", c.set.Currency)
	}
	for i := range p.Tips {
		p.tips = append(p.tips, c.amount(&p.Tips[i]))
	}
	p.maxTip = c.amount(&p.MaxTip)
	if len(p.tips) > 0 && p.MaxTip.Source == "" {
		p.maxTip = p.tips[len(p.tips)-1]
	}
	switch {
	case p.method != shop.ByProvider && (len(p.Tips) > 0 || p.MaxTip.Source != "" || len(p.Collect) > 0):
		c.fail(p.Ref, "tip-unused", "leave out tips, max_tip and collect", "only a payment with a provider can have tips, or ask for a name, a phone number or an e-mail address")
	case len(p.tips) > 4:
		c.fail(p.Tips[4].Ref, "too-many-tips", "leave some out", "four tips can be offered, and these are %d", len(p.tips))
	case !ascending(p.tips) || len(p.tips) > 0 && p.maxTip < p.tips[len(p.tips)-1]:
		c.fail(p.Tips[0].Ref, "bad-tips", "write them as [1, 2, 5], and max_tip at least as the last", "tips rise from the least to the greatest, and none is above max_tip")
	}
}

func ascending(tips []int64) bool {
	for i, tip := range tips {
		if tip <= 0 || i > 0 && tip <= tips[i-1] {
			return false
		}
	}
	return true
}

// sellingTexts compiles the conditions and texts of shop and payments.
func (c *compiler) sellingTexts() {
	for _, s := range c.src.Bot.Shop.Shipping {
		p := place{c: c, at: "shipping." + string(s.ID)}
		c.label(&s.Label, p)
		s.way.Label = c.labels(&s.Label)
		c.when(s.When, p)
		c.shippingCall(s)
		c.set.ways = append(c.set.ways, s.way)
	}
	for _, v := range c.src.Bot.Shop.Vouchers {
		c.when(v.When, place{c: c, at: "vouchers." + v.Code})
	}
	for _, pay := range c.src.Bot.Payments {
		p := place{c: c, at: "payments." + string(pay.ID)}
		c.label(&pay.Label, p)
		c.when(pay.When, p)
		c.visit(reflect.ValueOf(&pay.Text).Elem(), p.knowing([]string{"order"}))
	}
}

func (c *compiler) when(condition *Condition, p place) {
	if condition != nil {
		c.condition(condition, p)
	}
}

// shippingCall makes sure that the call of a way can be made and tells a price.
func (c *compiler) shippingCall(s *Shipping) {
	if s.Call == nil {
		return
	}
	call := c.set.calls[s.Call.Name]
	if call == nil {
		c.fail(s.Call.Ref, "unknown-call", didYouMean(s.Call.Name, c.set.Calls(), "declare it in bot.yaml under `calls:`"), "there is no call %s", s.Call.Name)
		return
	}
	if price := call.gives["price"]; price == nil || price.typ.Base != value.TypeMoney {
		c.fail(s.Call.Ref, "bad-call", "write `gives: {price: money}` at the call", "the call %s tells no price", s.Call.Name)
	}
	for name := range call.needs {
		if !slices.Contains(wayGives, name) {
			c.fail(s.Call.Ref, "bad-call", "it can be given "+strings.Join(wayGives, ", "), "the call %s needs %s, which is not known of an order", s.Call.Name, name)
		}
	}
}

// wayGives are what a call that tells the price of shipping can be given.
var wayGives = []string{"country", "post_code", "city", "weight", "total"}

// pairing makes sure that digital goods are paid in Telegram Stars and nothing else is: https://core.telegram.org/bots/payments-stars
func (c *compiler) pairing() {
	if len(c.src.Bot.Payments) == 0 {
		return
	}
	hasStars := slices.ContainsFunc(c.set.payments, func(p *Payment) bool { return p.method == shop.ByStars })
	hasMoney := slices.ContainsFunc(c.set.payments, func(p *Payment) bool { return p.method != shop.ByStars })
	for _, catalog := range c.set.catalogOrder {
		for i := range catalog.Items {
			c.pairingOf(catalog, &catalog.Items[i], hasStars, hasMoney)
		}
	}
}

func (c *compiler) pairingOf(catalog *Catalog, item *Item, hasStars, hasMoney bool) {
	row, ok := catalog.sold.Item(cellText(item, "id"))
	if !ok || !row.Field("price").Known() {
		return
	}
	_, currency := row.Field("price").AsMoney()
	digital, ref := row.Field("digital").AsBool(), item.Ref.At("price")
	for _, v := range Variants(row) {
		if _, of := v.Field("price").AsMoney(); of != "" && of != currency {
			c.fail(item.Ref.At("variants"), "mixed-currencies", "write all prices of an item in one currency", "%s costs %s, and its variant %s costs %s", cellText(item, "id"), currency, v.Field("id").AsText(), of)
		}
	}
	switch {
	case digital && currency != stars:
		c.fail(ref, "digital-in-money", "write the price as `250 XTR`", "Telegram lets digital goods be paid in Stars only, and %s costs %s", cellText(item, "id"), currency)
	case !digital && currency == stars:
		c.fail(ref, "goods-in-stars", "write the price in "+c.set.Currency+", or `digital: yes`", "Stars pay for digital goods only, and %s is none", cellText(item, "id"))
	case digital && !hasStars:
		c.fail(ref, "no-payment", "write `payments: {stars: {}}` in bot.yaml", "%s is paid in Stars, and bot.yaml has no payment for them", cellText(item, "id"))
	case !digital && !hasMoney:
		c.fail(ref, "no-payment", "write a payment with a provider or outside of Telegram in bot.yaml", "%s costs %s, and bot.yaml can only take Stars", cellText(item, "id"), currency)
	}
	c.deliverable(item, row)
	if _, there := c.set.Shop.Tax.taxes.Rates["default"]; !there && len(c.set.Shop.Tax.Rates) > 0 && row.Field("tax").AsText() == "" && !digital && !c.noDefault {
		c.noDefault = true
		c.warn(item.Ref, "no-tax", "write `default: 19%` among the rates, or `tax:` with each item", "%s names no rate of tax and there is none called default, so it is not taxed", cellText(item, "id"))
	}
	if tax := row.Field("tax").AsText(); tax != "" {
		if _, known := c.set.Shop.Tax.taxes.Rates[tax]; !known {
			var names []string
			for _, rate := range c.set.Shop.Tax.Rates {
				names = append(names, string(rate.ID))
			}
			c.fail(item.Ref.At("tax"), "unknown-tax", didYouMean(tax, names, "list it in bot.yaml under `shop: {tax: {rates: ...}}`"), "there is no rate of tax called %s", tax)
		}
	}
}

// deliverable makes sure that what a buyer gets of a digital item can be had.
func (c *compiler) deliverable(item *Item, row value.Value) {
	for _, column := range []string{fileColumn, linkColumn, codeColumn} {
		v := row.Field(column)
		if !v.Known() || v.Kind() == value.KindBool && !v.AsBool() {
			continue
		}
		switch {
		case !row.Field("digital").AsBool():
			c.fail(item.Ref.At(column), "not-digital", "write `digital: yes`, or leave it out", "%s is not digital, so nobody gets its %s", cellText(item, "id"), column)
		case column == fileColumn:
			c.mediaFile(&MediaFile{Ref: item.Ref.At(column), Path: v.AsText()})
		case column == linkColumn && !strings.HasPrefix(v.AsText(), "https://"):
			c.fail(item.Ref.At(column), "bad-link", "write the whole address, as https://example.com/course", "%s is no address", v.AsText())
		}
	}
}

func cellText(item *Item, column string) string {
	for _, cell := range item.Cells {
		if cell.Column == column {
			return cell.Text
		}
	}
	return ""
}

// Payment settles a payment that a step names; nil where there is none, which is reported.
func (k *Checker) Payment(ref Ref, id ID) *Payment {
	if p := k.c.set.payment(string(id)); p != nil {
		return p
	}
	var names []string
	for _, p := range k.c.set.payments {
		names = append(names, string(p.ID))
	}
	k.Fail(ref, "unknown-payment", didYouMean(string(id), names, "list it in bot.yaml under `payments:`"), "there is no payment called %s", id)
	return nil
}

// Sells makes sure that there is a way to pay.
func (k *Checker) Sells(ref Ref) {
	if len(k.c.set.payments) == 0 {
		k.Fail(ref, "no-payment", "list them in bot.yaml, as `payments: {card: {provider: $CARD_TOKEN}}`", "bot.yaml has no way to pay")
	}
}

// Items makes sure that an expression gives an item of a catalog, or a list of them.
func (k *Checker) Items(e *Expr) {
	if e == nil || e.program == nil {
		return
	}
	typ := e.program.Type()
	if typ.Kind() == value.KindList && typ.Elem != nil {
		typ = typ.Elem
	}
	if typ.Base != value.TypeItem && typ.Kind() != value.KindUnknown {
		k.Fail(e.Ref, "type-mismatch", "write the field that keeps what was chosen", "this place takes an item of a catalog, and this gives %s", expr.Describe(e.program.Type()))
	}
}

// Booked makes sure that a field keeps an appointment.
func (k *Checker) Booked(name FieldName) {
	if field := k.place.field(name.Name); field != nil && field.typ != nil && field.typ.Base != value.TypeBooking {
		k.Fail(name.Ref, "type-mismatch", "write the field that `book` keeps it in", "%s is %s and keeps no appointment", name.Name, expr.Describe(field.typ))
	}
}

// Bookable makes sure that a source is a catalog whose items have times that can be booked.
func (k *Checker) Bookable(l *Listing) {
	if l.source == nil {
		return
	}
	if l.source.catalog == nil {
		k.Fail(l.From.Ref, "not-bookable", "write `from: catalog.<name>`", "only items of a catalog have times to book")
		return
	}
	for i := range l.source.catalog.Items {
		item := &l.source.catalog.Items[i]
		row, ok := l.source.catalog.sold.Item(cellText(item, "id"))
		switch {
		case !ok:
		case row.Field("hours").AsText() == "":
			k.Fail(item.Ref, "not-bookable", "write `hours: shop`, a name of `hours` in bot.yaml", "%s has no hours, so it has no times to book", cellText(item, "id"))
		case lengthOf(row) <= 0:
			k.Fail(item.Ref, "not-bookable", "write `length: 30m`", "%s does not say how long an appointment is", cellText(item, "id"))
		default:
			k.Hours(item.Ref.At("hours"), ID(row.Field("hours").AsText()))
		}
	}
}

// The built-in flows that only some bots need.
const (
	ordersFlow       = "orders"
	paySupportFlow   = "paysupport"
	appointmentsFlow = "appointments"
)

// sellingFlows can have buttons, where they are needed.
var sellingFlows = []string{ordersFlow, paySupportFlow, appointmentsFlow}

// needed tells whether a built-in flow belongs to the bot: orders where money is taken, appointments where there is a step that makes them.
func (c *compiler) needed(flow *Flow) bool {
	switch flow.ID {
	case ordersFlow, paySupportFlow:
		return len(c.src.Bot.Payments) > 0
	case appointmentsFlow:
		return c.makesAppointments()
	}
	return true
}

func (c *compiler) makesAppointments() bool {
	for _, flow := range c.src.Flows {
		if booksIn(flow.Steps) {
			return true
		}
	}
	return false
}

func booksIn(steps Steps) bool {
	for _, step := range steps {
		if _, books := step.Body.(Reminding); books {
			return true
		}
		for _, nested := range nestedSteps(step.Body) {
			if booksIn(nested) {
				return true
			}
		}
	}
	return false
}
