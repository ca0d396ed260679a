package config

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"repartee/config/document"
	"repartee/flows"
)

// cutOff reports the end of a text that YAML took for a comment: our #1 shop.
func (d *decoder) cutOff(n *document.Node, ref flows.Ref) {
	rest, r, ok := d.doc.CutOff(n)
	if !ok {
		return
	}
	help := "write `" + written(ref) + document.Quoted(n.Value+" "+rest) + "`; a comment has a blank behind its #"
	d.reportAt(r, Error, document.Garbled, "YAML drops what stands behind this sign", help)
}

// written is the key of a Ref as it stands in front of its value.
func written(ref flows.Ref) string {
	if key := lastKey(ref); key != "" {
		return key + ": "
	}
	return "- "
}

// strayQuote reports a text that ends with a quote and does not begin with one.
func (d *decoder) strayQuote(n *document.Node, ref flows.Ref) {
	text, found := strings.CutSuffix(n.Value, `"`)
	if n.Kind != document.Scalar || n.Style != document.Plain || !found || strings.Contains(text, `"`) || text == "" || !strings.ContainsAny(text[len(text)-1:], ".!?)}") {
		return
	}
	d.reportAt(d.doc.Span(n, len(text), len(n.Value)), Error, document.Garbled, "customers would see this quote: none begins the text", "write `"+written(ref)+document.Quoted(text)+"`")
}

// splitAtColon reports a text that YAML took for a key and its value: `- Hello: world`.
func (d *decoder) splitAtColon(n *document.Node, ref flows.Ref) bool {
	if n.Kind != document.Map || n.Flow || len(n.Pairs) != 1 || n.Pairs[0].Value.Kind != document.Scalar || isID(n.Pairs[0].Key.Value) && lastKey(ref) != "" {
		return false
	}
	d.damage.add(ref)
	text := n.Pairs[0].Key.Value + ": " + n.Pairs[0].Value.Value
	d.report(n, document.Garbled, "YAML cuts a text at a colon with a blank behind it", "write `"+written(ref)+document.Quoted(text)+"`")
	return true
}

// escape is a backslash in front of something that other languages escape.
var escape = regexp.MustCompile("\\\\[nrt_*`'\"\\[\\]]")

// escapes reports backslashes that customers would see.
func (d *decoder) escapes(n *document.Node, ref flows.Ref) {
	if n.Kind != document.Scalar || n.Style == document.Double || !strings.Contains(n.Value, `\`) {
		return
	}
	at := escape.FindStringIndex(n.Value)
	if at == nil {
		return
	}
	sign := n.Value[at[0]+1 : at[1]]
	help := "write `{{ '" + sign + "' }}` for the sign itself; a sign without its partner is text anyway"
	switch sign {
	case "n", "r", "t":
		help = "write `|` and the text on the lines below"
		if n.Style == document.Plain && !strings.ContainsAny(n.Value, "\"\n") {
			help = "write `" + written(ref) + document.Quoted(n.Value) + "`"
		}
	case "'", `"`:
		help = "no backslash is needed"
	}
	d.reportAt(d.doc.Span(n, at[0], at[1]), Error, document.Garbled, "customers would see this backslash", help)
}

// splitAtComma warns of a sentence that may have been cut: [Hi, who is it?] is two messages.
func (d *decoder) splitAtComma(n *document.Node) {
	for i := 1; n.Flow && i < len(n.Items); i++ {
		before, item := n.Items[i-1], n.Items[i]
		if before.Style != document.Plain || item.Style != document.Plain || before.Value == "" || item.Value == "" {
			continue
		}
		first, _ := utf8.DecodeRuneInString(item.Value)
		if unicode.IsLower(first) && strings.Contains(item.Value, " ") && !strings.ContainsAny(before.Value[len(before.Value)-1:], ".!?:") {
			help := "for one message write `" + document.Quoted(before.Value+", "+item.Value) + "`; for two write each on a line of its own"
			d.reportAt(d.doc.Place(item), Warning, document.Garbled, "within [] a comma begins another message", help)
		}
	}
}
