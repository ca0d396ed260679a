package config

import (
	"strconv"
	"strings"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/expr"
	"repartee/flows/value"
)

// word gives a scalar as it was typed.
func (d *decoder) word(n *document.Node, ref flows.Ref, want, example string) string {
	if n.Kind != document.Scalar {
		d.wrong(n, ref, want, example)
		return ""
	}
	return strings.TrimRight(n.Value, "\n")
}

// words gives a scalar of somebody's own words, where a # may well be meant.
func (d *decoder) words(n *document.Node, ref flows.Ref, want, example string) string {
	d.cutOff(n, ref)
	return d.word(n, ref, want, example)
}

// line gives a message.
func (d *decoder) line(n *document.Node, ref flows.Ref) flows.Line {
	return flows.Line{Ref: ref, Source: d.sentence(n, ref)}
}

// label gives a label.
func (d *decoder) label(n *document.Node, ref flows.Ref) flows.Label {
	return flows.Label{Ref: ref, Source: d.sentence(n, ref)}
}

// sentence gives a text for customers.
func (d *decoder) sentence(n *document.Node, ref flows.Ref) string {
	if d.splitAtColon(n, ref) {
		return ""
	}
	text := d.words(n, ref, "one text", `"..."`)
	d.escapes(n, ref)
	d.strayQuote(n, ref)
	return text
}

// expr gives an expression. It is the words that count: 1.10 is not read as a number here.
func (d *decoder) expr(n *document.Node, ref flows.Ref) flows.Expr {
	if n.Kind == document.List && n.Flow || n.Kind == document.Map && n.Flow {
		d.wrong(n, ref, "an expression", `"[1, 2]"`)
		return flows.Expr{Ref: ref}
	}
	return flows.Expr{Ref: ref, Source: d.words(n, ref, "an expression", "budget < 100")}
}

// id gives a name made of a-z, 0-9 and _.
func (d *decoder) id(n *document.Node, ref flows.Ref) string {
	name := d.word(n, ref, "a name", "some_name")
	if n.Kind != document.Scalar || !d.goodID(n, ref) {
		return ""
	}
	return name
}

// goodID reports a name with other signs than a-z, 0-9 and _.
func (d *decoder) goodID(n *document.Node, ref flows.Ref) bool {
	name := n.Value
	if isID(name) {
		return true
	}
	help := ""
	if suggestion := idLike(name); suggestion != "" {
		help = "write `" + suggestion + "`"
	}
	if strings.Contains(name, " ") {
		help += "; what customers read stands in " + textKeys(ref)
	}
	d.bad(n, ref, "bad-id", "a name is made of a-z, 0-9 and _, not `"+name+"`", strings.TrimPrefix(help, "; "))
	return false
}

// textKeys are the keys for what customers read beside a name.
func textKeys(ref flows.Ref) string {
	if strings.HasPrefix(ref.Path, catalogRef.Path+".") {
		return "`name`"
	}
	return "`text` or `label`"
}

func isID(s string) bool {
	return s != "" && len(s) <= maxID && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789_") == ""
}

// maxID is the longest name. Names stand in keys of the store and in reports.
const maxID = 64

// idLike makes a name of a text.
func idLike(s string) string {
	parts := strings.FieldsFunc(value.Fold(s), func(r rune) bool { return !('a' <= r && r <= 'z' || '0' <= r && r <= '9') })
	id := strings.Join(parts, "_")
	return id[:min(len(id), maxID)]
}

func (d *decoder) yesNo(n *document.Node, ref flows.Ref) bool {
	switch d.word(n, ref, "yes or no", "yes") {
	case "yes", "true":
		return true
	case "no", "false", "":
		return false
	}
	d.bad(n, ref, "wrong-type", "`"+lastKey(ref)+":` takes yes or no, not `"+n.Value+"`", "")
	return false
}

func (d *decoder) integer(n *document.Node, ref flows.Ref) int {
	word := d.word(n, ref, "a whole number", "3")
	i, err := strconv.Atoi(word)
	if err != nil && n.Kind == document.Scalar {
		help := "write it with digits, as 3"
		if bare := strings.TrimRight(word, "% "); bare != "" && strings.Trim(bare, "0123456789") == "" {
			help = "write `" + lastKey(ref) + ": " + bare + "`"
		}
		d.bad(n, ref, "wrong-type", "`"+lastKey(ref)+":` takes a whole number, not `"+n.Value+"`", help)
	}
	return i
}

// oneOf gives one of the words that the place knows.
func (d *decoder) oneOf(n *document.Node, ref flows.Ref, words ...string) string {
	return d.oneOfOr(n, ref, "", words)
}

// oneOfOr gives one of the words that the place knows, where another form can stand too.
func (d *decoder) oneOfOr(n *document.Node, ref flows.Ref, other string, words []string) string {
	word := d.word(n, ref, "one of "+strings.Join(words, ", "), words[0])
	if n.Kind != document.Scalar {
		return ""
	}
	for _, w := range words {
		if w == word {
			return w
		}
	}
	help := "write " + strings.Join(words, ", ")
	if other != "" {
		help += ", or " + other
	}
	if near := expr.Nearest(word, words); near != "" {
		help = expr.DidYouMean(near)
	}
	d.bad(n, ref, "wrong-type", ownerOf(ref)+" is one of "+strings.Join(words, ", ")+", not `"+word+"`", help)
	return ""
}

// duration gives a span of time.
func (d *decoder) duration(n *document.Node, ref flows.Ref) flows.Duration {
	word := d.word(n, ref, "a span of time", "20h")
	if n.Kind != document.Scalar {
		return flows.Duration{Ref: ref}
	}
	v, ok := value.ParseDuration(word)
	months, span := v.AsDuration()
	if !ok || months < 0 || span < 0 || months == 0 && span == 0 {
		help := "write a number and s, m, h, d, w, mo or y: 30s, 5m, 20h, 3d, 2w, 6mo, 2y"
		if short := shortSpan(word); short != "" {
			help = "write `" + short + "`"
		}
		d.bad(n, ref, "bad-duration", "`"+word+"` is no span of time", help)
		return flows.Duration{Ref: ref}
	}
	return flows.Duration{Ref: ref, Months: months, Span: span}
}

// spelt are the words that people write for the units of a span of time, by their first letters.
var spelt = []struct{ word, unit string }{
	{"sec", "s"}, {"min", "m"}, {"hour", "h"}, {"day", "d"}, {"week", "w"}, {"month", "mo"}, {"year", "y"},
	{"sek", "s"}, {"stunde", "h"}, {"tag", "d"}, {"woche", "w"}, {"monat", "mo"}, {"jahr", "y"},
	{"heure", "h"}, {"jour", "d"}, {"semaine", "w"}, {"mois", "mo"}, {"an", "y"},
}

// shortSpan is a span of time as it is to be written, of one with words: 7 days is 7d. It is "" where none of the words is known.
func shortSpan(text string) string {
	number := strings.TrimRightFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	word := strings.ToLower(strings.TrimSpace(text[len(number):]))
	if number == "" || strings.Trim(number, "0123456789") != "" {
		return ""
	}
	for _, unit := range spelt {
		if strings.HasPrefix(word, unit.word) {
			return number + unit.unit
		}
	}
	return ""
}
