package rules

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"repartee/flows/value"
)

// amount is a sum of the bot's currency that a text names, in its minor units.
type amount struct {
	span
	minor int64
}

// share is a percentage that a text names, in millionths.
type share struct {
	span
	micros int64
}

// span is a part of a text, in bytes.
type span struct{ from, to int }

// written finds sums in the texts of one currency: 12.90 €, €12.90, 12,90 Euro, EUR 12.90, 1.200 €, {{ money(8) }}.
type written struct {
	currency string
	signs    []string // of which a text with a sum has one; finding none of them costs less than the expression
	sums     *regexp.Regexp
}

const figures = `\d{1,3}(?:[.,'’ \x{00A0}\x{202F}]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?`

func newWritten(currency string) *written {
	names, signs := regexp.QuoteMeta(currency), []string{currency}
	switch currency {
	case "EUR":
		names, signs = `€|EUR\b|[Ee]uros?\b`, []string{"€", "EUR", "uro"}
	case "USD":
		names, signs = `\$|USD\b|[Dd]ollars?\b`, []string{"$", "USD", "ollar"}
	case "GBP":
		names, signs = `£|GBP\b|[Pp]ounds?\b`, []string{"£", "GBP", "ound"}
	case "CHF":
		names, signs = `CHF\b|Fr\.|[Ff]ranken\b|[Ff]rancs?\b`, []string{"CHF", "Fr.", "ranken", "ranc"}
	}
	return &written{currency: currency, signs: append(signs, "money("), sums: regexp.MustCompile(
		`\{\{\s*money\(\s*(\d+(?:\.\d+)?)\s*\)\s*\}\}|(?:` + names + `)[ \x{00A0}\x{202F}]?(` + figures + `)|(` + figures + `)[ \x{00A0}\x{202F}]?(?:` + names + `)`)}
}

// in gives the sums of a text, in its order.
func (w *written) in(text string) []amount {
	if !strings.ContainsAny(text, "0123456789") || !containsAny(text, w.signs) {
		return nil
	}
	var all []amount
	for _, at := range w.sums.FindAllStringSubmatchIndex(text, -1) {
		for group := 2; group < len(at); group += 2 {
			if at[group] < 0 {
				continue
			}
			if minor, ok := w.minor(text[at[group]:at[group+1]]); ok {
				all = append(all, amount{span{at[0], at[1]}, minor})
			}
		}
	}
	return all
}

// minor reads figures as whichever language writes them: the last sign is a decimal one, unless three figures follow.
func (w *written) minor(figures string) (int64, bool) {
	whole, part := figures, ""
	if i := strings.LastIndexAny(figures, ".,"); i >= 0 && len(figures)-i <= 3 {
		whole, part = figures[:i], figures[i+1:]
	}
	whole = strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, whole)
	digits := value.Digits(w.currency)
	if len(part) > digits {
		return 0, false
	}
	n, err := strconv.ParseInt(whole+part+strings.Repeat("0", digits-len(part)), 10, 64)
	return n, err == nil
}

var percentages = regexp.MustCompile(`(\d{1,3}(?:[.,]\d{1,2})?)[ \x{00A0}\x{202F}]?(?:%|percent\b|per cent\b|Prozent\b|pour cent\b|pour-cent\b)`)

// sharesIn gives the percentages of a text, in its order.
func sharesIn(text string) []share {
	if !containsAny(text, []string{"%", "cent", "Prozent"}) {
		return nil
	}
	var all []share
	for _, at := range percentages.FindAllStringSubmatchIndex(text, -1) {
		f, err := strconv.ParseFloat(strings.ReplaceAll(text[at[2]:at[3]], ",", "."), 64)
		if err == nil {
			all = append(all, share{span{at[0], at[1]}, int64(f*10000 + 0.5)})
		}
	}
	return all
}

func containsAny(text string, parts []string) bool {
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(text, part) })
}
