package rules

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"repartee/flows"
	"repartee/flows/value"
)

// foreign finds sums in other currencies than the bot's.
type foreign struct {
	signs []string // of which a text with such a sum has one; finding none of them costs less than the expression
	sums  *regexp.Regexp
}

// newForeign gives nil where the signs of the others could mean the bot's own currency.
func newForeign(currency string) *foreign {
	signs := map[string][]string{"EUR": {"€", "EUR"}, "USD": {"$", "USD"}, "GBP": {"£", "GBP"}, "CHF": {"CHF"}}
	if signs[currency] == nil {
		return nil
	}
	f := &foreign{}
	var quoted []string
	for _, other := range []string{"EUR", "USD", "GBP", "CHF"} {
		if other == currency {
			continue
		}
		for _, sign := range signs[other] {
			f.signs, quoted = append(f.signs, sign), append(quoted, regexp.QuoteMeta(sign))
		}
	}
	any := `(?:` + strings.Join(quoted, "|") + `)`
	f.sums = regexp.MustCompile(any + `[ \x{00A0}\x{202F}]?(?:` + figures + `)|(?:` + figures + `)[ \x{00A0}\x{202F}]?` + any)
	return f
}

func (f *foreign) in(text string) bool { return f != nil && containsAny(text, f.signs) }

// foreignPrice tells of an item whose price a sentence names in another currency, and not in the bot's own as well.
func (p *priced) foreignPrice(said flows.Said, s sentence) {
	for _, at := range p.abroad.sums.FindAllStringIndex(s.text, -1) {
		sum := amount{span: span{at[0], at[1]}}
		for _, item := range p.namesIn(said.Language).in(strings.Fields(value.Fold(s.text))) {
			if slices.ContainsFunc(p.written.in(s.text), func(own amount) bool { return item.costs(own.minor) }) || !slices.ContainsFunc(item.places(s.text), func(thing span) bool { return toldAsPrice(s.text, thing, sum) }) {
				continue
			}
			price := p.write(item.prices[0], said.Language)
			p.tell(said, span{s.from + at[0], s.from + at[1]}, "abroad "+strconv.FormatInt(item.prices[0], 10), "write the price of the catalog: "+price,
				"%s costs %s, and the text says %s", strings.Join(item.name, " "), price, s.text[at[0]:at[1]])
		}
	}
}
