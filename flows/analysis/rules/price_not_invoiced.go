package rules

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/shop"
	"repartee/flows/value"
)

func priceNotInvoiced() Rule {
	return Rule{
		Code: "price-not-invoiced",
		What: "A text names a price, a discount or a limit for free shipping that is not the one of the catalog or of bot.yaml: written out, or reckoned in `{{ }}`.",
		Why:  "The invoice is made of the catalog, the vouchers and the shipping of bot.yaml, never of a text. Customers read one sum and are asked to pay another.",
		Mend: "Write `{{ item.price }}` in place of the figure, and let the text say what bot.yaml has; a discount is a voucher, or another price in the catalog.",
		Example: `
  flow: part
  start: {command: part}
  steps:
<   - say: Crema Roma costs 9.90 € a bag, and shipping is free from 30 € on. With FIRST10 you pay 15 % less.
>   - say: Crema Roma costs 12.90 € a bag, and shipping is free from 40 € on. With FIRST10 you pay 10 % less.
`,
		Check: func(v *analysis.View, r *Report) {
			p := &priced{set: v.Set, report: r, written: newWritten(v.Set.Currency), names: map[string]*itemNames{}, fixed: newFixed(v), abroad: newForeign(v.Set.Currency), costs: map[string][]*named{}, found: newOnce(),
				bounding: bounding(), ofShipping: shippingWords(), ofCosts: costWords()}
			p.known()
			for _, said := range v.Set.Said() {
				if nextDigit(said.Text) < 0 {
					continue
				}
				if _, _, other := otherFigure(said.Source, said.Text); !other { // else figure-mismatch says so
					p.look(said)
				}
			}
		},
	}
}

// priced holds texts to what is invoiced.
type priced struct {
	set     *flows.Set
	report  *Report
	written *written
	abroad  *foreign
	names   map[string]*itemNames // by language
	fixed   *fixed
	costs   map[string][]*named // by catalog
	found   *once

	shipping []int64 // all sums that the ways of shipping have
	freeFrom []int64
	others   []int64 // further sums of the shop: minimum, what vouchers take off
	called   bool    // the price of some way is told by a call

	bounding, ofShipping, ofCosts []string // words, see there
}

// known gathers the sums that are true of the shop.
func (p *priced) known() {
	sum := func(w flows.Written, to *[]int64) {
		if minor, ok := shop.ParseAmount(w.Source, p.set.Currency); ok && w.Source != "" {
			*to = append(*to, minor)
		}
	}
	for _, way := range p.set.Shop.Shipping {
		sum(way.Price, &p.shipping)
		sum(way.PerKilo, &p.shipping)
		sum(way.FreeFrom, &p.freeFrom)
		p.called = p.called || way.Call != nil
	}
	sum(p.set.Shop.Minimum, &p.others)
	for _, voucher := range p.set.Shop.Vouchers {
		sum(voucher.Off, &p.others)
		sum(voucher.Minimum, &p.others)
	}
}

func (p *priced) look(said flows.Said) {
	if at := reckonedIn(said.Text); at != nil {
		p.tell(said, span{at[0], at[1]}, "reckoned", "a discount is a voucher of bot.yaml, or another price in the catalog: write the price as it is", "the text reckons another price, and the invoice takes the one of the catalog")
	}
	sums, shares := p.written.in(said.Text), sharesIn(said.Text)
	abroad := p.abroad.in(said.Text)
	if len(sums) == 0 && len(shares) == 0 && !abroad {
		return
	}
	for _, s := range sentences(said.Text) {
		if abroad {
			p.foreignPrice(said, s)
		}
		within := func(from int) bool { return from >= s.from && from < s.from+len(s.text) }
		here := slices.DeleteFunc(slices.Clone(sums), func(a amount) bool { return !within(a.from) })
		parts := slices.DeleteFunc(slices.Clone(shares), func(a share) bool { return !within(a.from) })
		if !p.vouchers(said, s, here, parts) {
			p.sentence(said, s, here)
		}
	}
}

// reckoned finds a price that is multiplied by a fraction, or from which something is taken.
var reckoned = regexp.MustCompile(`\{\{[^{}]*(?:\.price\s*\*\s*(?:\d*\.\d+|\(\s*1\s*-)|(?:\d*\.\d+|\))\s*\*\s*[\w.]+\.price\b|\.price\s*[-+]\s*(?:\d|money\())[^{}]*\}\}`)

func reckonedIn(text string) []int {
	if !strings.Contains(text, ".price") {
		return nil
	}
	return reckoned.FindStringIndex(text)
}

// vouchers holds a sentence that names a voucher to what that takes off; false where it names none.
func (p *priced) vouchers(said flows.Said, s sentence, sums []amount, shares []share) bool {
	named := false
	for _, voucher := range p.set.Shop.Vouchers {
		if !hasWord(s.text, voucher.Code) {
			continue
		}
		named = true
		off, ofPrice := shop.ParseShare(voucher.Off.Source)
		if ofPrice = ofPrice && strings.HasSuffix(voucher.Off.Source, "%"); ofPrice {
			for _, a := range shares {
				if a.micros != off {
					p.tell(said, a.span, "voucher "+voucher.Code, "write "+voucher.Off.Source+", or change the voucher", "%s takes off %s, and the text promises something else", voucher.Code, voucher.Off.Source)
				}
			}
			continue
		}
		for _, a := range sums {
			if !p.isKnown(a.minor) {
				p.tell(said, a.span, "voucher "+voucher.Code, "write "+voucher.Off.Source+", or change the voucher", "%s takes off %s, and the text promises something else", voucher.Code, voucher.Off.Source)
			}
		}
	}
	return named
}

func hasWord(text, word string) bool {
	for rest := text; ; {
		i := strings.Index(rest, word)
		if i < 0 {
			return false
		}
		before, after := rest[:i], rest[i+len(word):]
		if (before == "" || !isLetter(before[len(before)-1])) && (after == "" || !isLetter(after[0])) {
			return true
		}
		rest = after
	}
}

func isLetter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c >= 0x80
}

// sentence holds a sentence to the price of the one item that it names, or to the shipping.
func (p *priced) sentence(said flows.Said, s sentence, sums []amount) {
	if len(sums) == 0 {
		return
	}
	folded := value.Fold(s.text)
	words := " " + folded + " "
	bounded := containsAny(words, p.bounding)
	items := p.namesIn(said.Language).in(strings.Fields(folded))
	switch {
	case !bounded && p.fixedPrice(said, s, sums):
	case len(items) == 1 && !bounded:
		wrong := func(a amount) bool {
			return !items[0].costs(a.minor) && !p.isKnown(a.minor) && slices.ContainsFunc(items[0].places(s.text), func(at span) bool { return toldAsPrice(s.text, at, a.within(s)) })
		}
		if i := slices.IndexFunc(sums, wrong); i >= 0 && !slices.ContainsFunc(sums, func(a amount) bool { return items[0].costs(a.minor) }) {
			p.tell(said, sums[i].span, "price "+strconv.FormatInt(sums[i].minor, 10), "write the price of the catalog: "+p.write(items[0].prices[0], said.Language), "%s costs %s, and the text says %s",
				strings.Join(items[0].name, " "), p.write(items[0].prices[0], said.Language), said.Text[sums[i].from:sums[i].to])
		}
	case len(items) == 0 && !bounded && p.goodsPrice(said, s, sums):
	case len(items) == 0 && len(p.set.Shop.Shipping) > 0 && !p.called && containsAny(words, p.ofShipping) && containsAny(words, p.ofCosts):
		for _, a := range sums {
			if !p.isKnown(a.minor) {
				p.tell(said, a.span, "shipping "+strconv.FormatInt(a.minor, 10), "write what bot.yaml has under `shop: shipping:`", "no way of shipping has the sum %s", said.Text[a.from:a.to])
				return
			}
		}
	}
}

func (p *priced) isKnown(minor int64) bool {
	return slices.Contains(p.shipping, minor) || slices.Contains(p.freeFrom, minor) || slices.Contains(p.others, minor)
}

func (p *priced) namesIn(language string) *itemNames {
	if p.names[language] == nil {
		p.names[language] = newItemNames(p.set, slices.Index(p.set.Languages, language))
	}
	return p.names[language]
}

func (p *priced) write(minor int64, language string) string {
	return value.Format(value.Money(minor, p.set.Currency), nil, value.Locale{Language: language})
}

// tell reports what is wrong from one byte to another of a text. What it is about is the same in a translation.
func (p *priced) tell(said flows.Said, at span, about, help, format string, args ...any) {
	if p.found.first(said, about) {
		p.report.Found(said.Ref.Span(at.from, at.to), help, format, args...)
	}
}

// asWords sets off words with spaces, so that they are found in a text of words as whole ones.
func asWords(words ...string) []string {
	for i, word := range words {
		words[i] = " " + word + " "
	}
	return words
}

// bounding are words beside a sum that is no price, folded: a limit, or what is saved.
func bounding() []string {
	return asWords("up to", "less", "off", "save", "saves", "under", "over", "above", "below", "about", "more than", "voucher", "discount", "deposit", "plus",
		"bis", "weniger", "spart", "sparst", "sparen", "unter", "uber", "etwa", "rund", "mehr als", "gutschein", "rabatt", "pfand", "zuzuglich",
		"jusqu", "moins", "economisez", "economises", "sous", "plus de", "environ", "remise", "reduction", "consigne")
}

// shippingWords are words that tell of shipping, folded.
func shippingWords() []string {
	return asWords("shipping", "postage", "delivery", "the post", "versand", "porto", "lieferung", "die post", "versandkosten", "livraison", "frais de port", "l envoi", "la poste", "le port", "expedition")
}

// costWords are words that tell what something costs, folded.
func costWords() []string {
	return asWords("cost", "costs", "free", "charge", "is", "kostet", "kosten", "kostenlos", "frei", "versandkostenfrei", "umsonst", "coute", "coutent", "gratuit", "gratuite", "offert", "offerte", "offerts")
}
