package telegramtest

import (
	"strings"

	"repartee/bot/telegram"
)

// parsePrices reads a list of prices and adds them up.
func parsePrices(raw string) (list []telegram.LabeledPrice, total int64, no *refusal) {
	var in []wirePrice
	if err := decodeStrict(raw, &in); err != nil {
		return nil, 0, badRequest("can't parse prices: %v", err)
	}
	return readPrices(in)
}

func readPrices(in []wirePrice) (list []telegram.LabeledPrice, total int64, no *refusal) {
	if len(in) == 0 {
		return nil, 0, badRequest("can't parse prices: there are none")
	}
	for _, p := range in {
		switch {
		case strings.TrimSpace(p.Label) == "":
			return nil, 0, badRequest("can't parse labeled price: label must be non-empty")
		case p.Amount == nil:
			return nil, 0, badRequest("can't parse labeled price: %q has no amount", p.Label)
		case max(*p.Amount, -*p.Amount) > telegram.MaxAmount:
			return nil, 0, badRequest("labeled price %q is out of range: %d", p.Label, *p.Amount)
		}
		list = append(list, telegram.LabeledPrice{Label: p.Label, Amount: *p.Amount})
		total += *p.Amount
	}
	return list, total, nil
}

// parseOptions reads the ways of shipping that a bot offers.
func parseOptions(raw string) ([]telegram.ShippingOption, *refusal) {
	var in []wireShippingOption
	if err := decodeStrict(raw, &in); err != nil {
		return nil, badRequest("can't parse shipping options: %v", err)
	}
	if len(in) == 0 {
		return nil, badRequest("can't parse shipping options: there are none")
	}
	var out []telegram.ShippingOption
	seen := map[string]bool{}
	for _, o := range in {
		prices, total, no := readPrices(o.Prices)
		switch {
		case o.ID == "" || seen[o.ID]:
			return nil, badRequest("SHIPPING_ID_INVALID: ids must be non-empty and different, got %s", quote(o.ID))
		case strings.TrimSpace(o.Title) == "":
			return nil, badRequest("shipping option %q needs a title", o.ID)
		case no != nil:
			return nil, no
		case total < 0:
			return nil, badRequest("shipping option %q costs %d", o.ID, total)
		}
		seen[o.ID] = true
		out = append(out, telegram.ShippingOption{ID: o.ID, Title: o.Title, Prices: prices})
	}
	return out, nil
}

func totalOf(prices []telegram.LabeledPrice) (total int64) {
	for _, p := range prices {
		total += p.Amount
	}
	return total
}
