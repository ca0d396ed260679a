package flows

import (
	"strings"

	"repartee/flows/shop"
)

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
		if p.Label.Source == "" && p.ID != transferPayment {
			c.fail(p.Ref, "missing-key", "write `label: Cash on delivery`", "customers cannot tell from its name how %s is paid", p.ID)
		}
	default:
		p.method = shop.ByStars
		if p.ID != starsPayment {
			c.fail(p.Ref, "no-way", "write `provider: $CARD_TOKEN`, or a `text` that says how it is paid; Telegram Stars are `stars: {}`", "%s has neither a provider nor a text", p.ID)
		}
	}
	if p.method == shop.ByProvider && isCurrency(c.set.Currency) && !shop.Payable(c.set.Currency) {
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

// transferPayment is the name of a payment that needs no label.
const transferPayment = "transfer"

// starsPayment is the name of the payment in Telegram Stars.
const starsPayment = "stars"

func ascending(tips []int64) bool {
	for i, tip := range tips {
		if tip <= 0 || i > 0 && tip <= tips[i-1] {
			return false
		}
	}
	return true
}
