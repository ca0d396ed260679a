package flows_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
	"repartee/flows/talk"
	"repartee/flows/value"
)

// TestMoneyAgrees buys random baskets: what the invoice says, what the customer reads and what the ledger books is the same to the last minor unit.
func TestMoneyAgrees(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		basket := drawBasket(rt)
		set, found := config.Load(basket.folder(), steps.Kinds())
		if found.HasErrors() {
			var text strings.Builder
			_ = found.WriteText(&text, false)
			rt.Fatal(text.String())
		}
		c := talk.NewConversation(set.Set, flows.Person{FirstName: "Alex", Language: "en"}, time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC))
		review := must(rt)(c.Say("/buy"))
		invoiced := must(rt)(c.Tap("order"))
		invoice := c.Invoice()
		if invoice == nil {
			rt.Fatalf("no invoice comes, but %v after %v", saidTexts(invoiced), saidTexts(review))
		}
		how := talk.PayTurn{How: talk.PayPaid}
		if basket.tip > 0 {
			how.Tip = decimal(basket.tip, basket.currency)
		}
		ways, err := c.Ways(how.Address())
		if err != nil {
			rt.Fatal(err)
		}
		receipt := must(rt)(c.Pay(how))
		total := basket.tip
		for _, price := range invoice.Prices {
			total += price.Amount
		}
		if len(ways) > 0 {
			total += ways[0].Prices[0].Amount
		}
		if len(c.Ledger) != 1 || c.Ledger[0].Amount != total || c.Ledger[0].Currency != basket.currency {
			rt.Fatalf("the invoice and the form come to %d %s, and the ledger has %v", total, basket.currency, c.Ledger)
		}
		lines, sum := readReceipt(rt, receipt[0].Text)
		if lines != total || sum != total {
			rt.Fatalf("%d %s were paid; the lines of the receipt come to %d, and its sum is %d:\n%s", total, basket.currency, lines, sum, receipt[0].Text)
		}
	})
}

func must(rt *rapid.T) func([]talk.Said, error) []talk.Said {
	return func(said []talk.Said, err error) []talk.Said {
		if err != nil {
			rt.Fatalf("%v after %v", err, saidTexts(said))
		}
		return said
	}
}

func saidTexts(said []talk.Said) (all []string) {
	for _, s := range said {
		all = append(all, s.Text)
	}
	return all
}

// basket is what a customer buys, and by which rules.
type basket struct {
	currency   string
	prices     []int64 // minor units
	quantities []int
	rates      []string
	included   bool
	off        string // of the voucher; "" none
	shipping   int64
	freeFrom   int64
	tip        int64
}

func drawBasket(rt *rapid.T) basket {
	b := basket{currency: rapid.SampledFrom([]string{"EUR", "JPY", "COP", "XTR"}).Draw(rt, "currency"), included: rapid.Bool().Draw(rt, "included")}
	n := rapid.IntRange(1, 4).Draw(rt, "items")
	for range n {
		b.prices = append(b.prices, rapid.Int64Range(400, 250_000).Draw(rt, "price"))
		b.quantities = append(b.quantities, rapid.IntRange(1, 9).Draw(rt, "quantity"))
		b.rates = append(b.rates, rapid.SampledFrom([]string{"", "food"}).Draw(rt, "rate"))
	}
	switch rapid.IntRange(0, 2).Draw(rt, "voucher") {
	case 1:
		b.off = strconv.Itoa(rapid.IntRange(1, 99).Draw(rt, "share")) + "%"
	case 2:
		b.off = decimal(rapid.Int64Range(1, 300).Draw(rt, "off"), b.money())
	}
	b.shipping = rapid.Int64Range(0, 2000).Draw(rt, "shipping")
	b.freeFrom = rapid.Int64Range(1, 100_000).Draw(rt, "free from")
	if b.currency != "XTR" && rapid.Bool().Draw(rt, "tips") {
		b.tip = rapid.Int64Range(1, 1000).Draw(rt, "tip")
	}
	return b
}

// money is the bot's currency: Stars are none.
func (b basket) money() string {
	if b.currency == "XTR" {
		return "EUR"
	}
	return b.currency
}

func decimal(minor int64, currency string) string {
	if value.Digits(currency) == 0 {
		return strconv.FormatInt(minor, 10)
	}
	return fmt.Sprintf("%d.%02d", minor/100, minor%100)
}

// folder is a bot that sells the basket.
func (b basket) folder() fstest.MapFS {
	bot := fmt.Sprintf(`bot: Shop
languages: [en]
time_zone: Europe/Berlin
currency: %s
start: buy
payments: {card: {provider: $CARD, max_tip: %s}, stars: {}}
shop:
  tax: {included: %v, rates: {default: 19%%, food: 7.5%%}}
  shipping: [{id: post, label: Post, price: %s, free_from: %s}]
`, b.money(), decimal(1000, b.money()), b.included, decimal(b.shipping, b.money()), decimal(b.freeFrom, b.money()))
	catalog, flow := "goods:\n  items:\n", "flow: buy\nkind: purchase\nstart: {command: buy}\nsteps:\n"
	if b.off != "" {
		bot += fmt.Sprintf("  vouchers: {OFF: {off: %s}}\n", b.off)
	}
	for i, price := range b.prices {
		cost := decimal(price, b.currency)
		if b.currency == "XTR" {
			cost += " XTR, digital: yes"
		}
		if b.rates[i] != "" {
			cost += ", tax: " + b.rates[i]
		}
		catalog += fmt.Sprintf("    - {id: item_%d, name: Item %c, price: %s}\n", i, 'A'+i, cost)
		flow += fmt.Sprintf("  - {recommend: p%[1]d, from: catalog.goods, where: item.id == 'item_%[1]d', limit: 1, text: One.}\n  - {cart: {add: p%[1]d, quantity: \"%[2]d\"}}\n", i, b.quantities[i])
	}
	if b.off != "" {
		flow += "  - {cart: {voucher: \"'off'\"}}\n"
	}
	flow += "  - {id: review, cart: review}\n  - {pay: bought, by: [card, stars]}\n"
	return fstest.MapFS{
		"bot.yaml": {Data: []byte(bot)}, "catalog.yaml": {Data: []byte(catalog)}, "flows/buy.yaml": {Data: []byte(flow)},
	}
}

var amounts = regexp.MustCompile(`(?m): ([^:\n]*\d)[^\d\n]*$`)

// readReceipt adds up the lines of a receipt, and reads its sum.
func readReceipt(rt *rapid.T, text string) (lines, sum int64) {
	for line := range strings.SplitSeq(text, "\n") {
		found := amounts.FindStringSubmatch(line)
		if found == nil || strings.HasPrefix(line, "including") {
			continue
		}
		amount, err := strconv.ParseInt(regexp.MustCompile(`\D`).ReplaceAllString(found[1], ""), 10, 64)
		if err != nil {
			rt.Fatalf("%q has no amount", line)
		}
		switch {
		case strings.HasPrefix(line, "Total"):
			sum = amount
		case strings.ContainsAny(found[1], "-−"):
			lines -= amount
		default:
			lines += amount
		}
	}
	return lines, sum
}
