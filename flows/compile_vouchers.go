package flows

import (
	"strings"
	"time"

	"repartee/flows/shop"
	"repartee/flows/value"
)

func (c *compiler) voucher(v *Voucher) {
	v.voucher = shop.Voucher{Code: v.Code, Minimum: c.amount(&v.Minimum)}
	if strings.HasSuffix(v.Off.Source, "%") {
		share, ok := shop.ParseShare(v.Off.Source)
		if !ok || share == 0 || share > value.Micros {
			c.fail(v.Off.Ref, "bad-share", "write it as 10%", "%q is no part of the price", v.Off.Source)
		}
		v.voucher.Share = share
	} else if v.Off.Source != "" && isCurrency(c.set.Currency) {
		amount, ok := shop.ParseAmount(v.Off.Source, c.set.Currency)
		if !ok || amount == 0 {
			c.fail(v.Off.Ref, "bad-amount", "write an amount, or a part as 10%", "%q takes nothing off", v.Off.Source)
		}
		v.voucher.Amount = amount
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
