package flows

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"repartee/flows/shop"
	"repartee/flows/value"
)

// selling settles what bot.yaml says of taxes, shipping, vouchers and payments. Texts and conditions come later, in sellingTexts.
func (c *compiler) selling() {
	bot := &c.src.Bot
	c.set.Shop, c.set.payments = bot.Shop, bot.Payments
	c.set.vouchers = map[string]*Voucher{}
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
	if w.Source == "" || !isCurrency(c.set.Currency) {
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
