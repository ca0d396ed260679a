package flows

import (
	"slices"
	"strings"

	"repartee/flows/shop"
	"repartee/flows/value"
)

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
	if !ok {
		return
	}
	c.plausible(item, row)
	if !row.Field("price").Known() {
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

// plausible finds what is most likely a slip of the key.
func (c *compiler) plausible(item *Item, row value.Value) {
	id := cellText(item, "id")
	if minor, _ := row.Field("price").AsMoney(); minor < 0 {
		c.fail(item.Ref.At("price"), "bad-price", "", "%s costs less than nothing", id)
	}
	if row.Field("stock").Known() && row.Field("stock").AsInt() < 0 {
		c.fail(item.Ref.At("stock"), "bad-stock", "write 0 where there is none", "there are fewer than none of %s", id)
	}
	for _, v := range Variants(row) {
		minor, currency := v.Field("price").AsMoney()
		switch {
		case minor < 0:
			c.fail(item.Ref.At("variants"), "bad-price", "", "%s of %s costs less than nothing", VariantName(v), id)
		case currency == "" && !row.Field("price").Known():
			c.fail(item.Ref.At("variants"), "no-price", "give the variant or the item a price", "%s of %s has no price, so nobody can buy it", VariantName(v), id)
		case v.Field("stock").Known() && v.Field("stock").AsInt() < 0:
			c.fail(item.Ref.At("variants"), "bad-stock", "write 0 where there is none", "there are fewer than none of %s of %s", VariantName(v), id)
		}
	}
	gives := row.Field(fileColumn).Known() || row.Field(linkColumn).Known() || row.Field(codeColumn).AsBool()
	switch {
	case row.Field("digital").AsBool() && row.Field("price").Known() && !gives:
		c.warn(item.Ref, "nothing-given", "write `file`, `link` or `code: yes`, or see to it in the flow behind the payment", "who buys %s gets nothing by itself", id)
	case row.Field("weight").Known() && len(c.src.Bot.Shop.Shipping) == 0 && !c.noShipping:
		c.noShipping = true
		c.warn(item.Ref.At("weight"), "no-shipping", "list the ways under `shop: {shipping: ...}`, a pickup with the price 0 among them", "%s has a weight, and bot.yaml has no way of shipping: nobody is asked for an address", id)
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
