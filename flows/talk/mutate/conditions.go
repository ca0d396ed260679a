package mutate

import (
	"strconv"
	"strings"

	"repartee/flows"
	"repartee/flows/expr"
)

// condition turns a condition round, and shifts each limit in it.
func (g *gatherer) condition(c *flows.Condition, through ...flows.Ref) {
	source := c.Source
	put := func(changed string) func() { return func() { c.Source = changed } }
	g.add(Negate, c.Ref, "`"+short(source)+"` were the other way round", put("not ("+source+")"), through...)
	for _, shift := range shifts(source) {
		g.add(shift.kind, c.Ref.Span(shift.from, shift.to), shift.words, put(shift.source), through...)
	}
}

// shift is a condition with one of its limits shifted.
type shift struct {
	kind     Kind
	from, to int    // where in the condition, in bytes
	words    string // as Change.If
	source   string
}

// shifts gives for each comparison of sizes the one that differs at the limit alone, and for each number that something is to be equal to the next one. What is
// held against the clock is left out: nobody can be asked to hit the second.
func shifts(source string) []shift {
	var all []shift
	put := func(kind Kind, at expr.Token, with string) {
		words := "`" + at.Text + "` were `" + with + "` in `" + short(source) + "`"
		all = append(all, shift{kind, at.From, at.To, words, source[:at.From] + with + source[at.To:]})
	}
	tokens := expr.Tokens(source)
	for i, sign := range tokens {
		switch sign.Text {
		case "<", ">", "<=", ">=":
			if !clocked(tokens, i) {
				put(Boundary, sign, other(sign.Text))
			}
		case "==", "!=":
			if i+1 < len(tokens) {
				if n, err := strconv.Atoi(tokens[i+1].Text); err == nil {
					put(Number, tokens[i+1], strconv.Itoa(n+1))
				}
			}
		}
	}
	return all
}

// other is the comparison that differs at the limit alone.
func other(sign string) string {
	if len(sign) == 2 {
		return sign[:1]
	}
	return sign + "="
}

// clocked tells of a comparison beside which the present moment stands.
func clocked(tokens []expr.Token, at int) bool {
	for i := at - 1; i >= 0 && !parts(tokens[i].Text); i-- {
		if tokens[i].Text == "now" {
			return true
		}
	}
	for _, t := range tokens[at+1:] {
		if parts(t.Text) {
			return false
		}
		if t.Text == "now" {
			return true
		}
	}
	return false
}

// parts tells of a token between two comparisons.
func parts(token string) bool {
	switch token {
	case "and", "or", "not", "?", ":", "??", "==", "!=", "<", ">", "<=", ">=":
		return true
	}
	return false
}

const shortest = 60

// short is a condition for a line of a report.
func short(source string) string {
	if r := []rune(strings.Join(strings.Fields(source), " ")); len(r) > shortest {
		return string(r[:shortest-1]) + "…"
	}
	return source
}
