package config

import (
	"fmt"
	"strings"

	"repartee/config/document"
	"repartee/flows"
)

// pairs gives the pairs of a map without those that YAML made of a text, and without the second of two alike. Both are reported.
func (d *decoder) pairs(n *document.Node, ref flows.Ref) []document.Pair {
	kept := make([]document.Pair, 0, len(n.Pairs))
	seen := map[string]*document.Node{}
	for i, p := range n.Pairs {
		first, twice := seen[p.Key.Value]
		switch {
		case p.Key.Kind != document.Scalar:
			d.report(p.Key, "yaml-garbled", "a name is expected in front of the colon", "a text with brackets needs quotes")
		case p.Bare:
			d.bare(n.Pairs, i)
			d.damage.add(ref)
		case twice:
			d.lostStep() // what the second one leads to
			d.report(p.Key, "duplicate-key", fmt.Sprintf("`%s` is written twice; it stands in line %d too", p.Key.Value, d.doc.Place(first).Line), "keep one of them")
		default:
			seen[p.Key.Value] = p.Key
			kept = append(kept, p)
		}
	}
	return kept
}

// bare reports a piece of a text that was cut at its comma: {yes: Yes, please}.
func (d *decoder) bare(pairs []document.Pair, i int) {
	help := "a key needs a colon and a value"
	if i > 0 && pairs[i-1].Value.Kind == document.Scalar && pairs[i-1].Value.Style == document.Plain {
		before, after := pairs[i-1].Value.Value, pairs[i].Key.Value
		if decimals, ok := decimalComma(before, after); ok {
			d.report(pairs[i].Key, "yaml-garbled", "a number has a point, not a comma", "write `"+pairs[i-1].Key.Value+": "+before+"."+decimals+"`")
			return
		}
		help = "write `" + pairs[i-1].Key.Value + ": " + document.Quoted(before+", "+after) + "`"
	}
	d.report(pairs[i].Key, "yaml-garbled", "within {} YAML cuts a text at its comma", help)
}

// decimalComma tells whether a comma between two pieces of text most likely parts decimals: 5,50 and how_old > 50,5 and 12,90 €. It gives the decimals, without the
// sign of a currency: an amount is in the bot's.
func decimalComma(before, after string) (decimals string, ok bool) {
	if allDigits(before) {
		after = strings.TrimRight(strings.TrimSuffix(after, "EUR"), " €$£")
	}
	digits := strings.TrimSuffix(after, "%")
	return after, allDigits(digits) && before != "" && allDigits(before[len(before)-1:])
}

func allDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
