package mutate

import (
	"strconv"
	"strings"

	"repartee/flows"
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
	put := func(kind Kind, from, to int, with string) {
		words := "`" + source[from:to] + "` were `" + with + "` in `" + short(source) + "`"
		all = append(all, shift{kind, from, to, words, source[:from] + with + source[to:]})
	}
	signs := comparisons(source)
	for i, sign := range signs {
		end := len(source)
		if i+1 < len(signs) {
			end = signs[i+1].from
		}
		switch sign.text {
		case "<", ">", "<=", ">=":
			if !clocked(source, sign.from, end) {
				put(Boundary, sign.from, sign.to, other(sign.text))
			}
		case "==", "!=":
			if from, to, next := numberAt(source, sign.to); next != "" {
				put(Number, from, to, next)
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
func clocked(source string, from, to int) bool {
	before := source[:from]
	if i := strings.LastIndexAny(before, "(?:"); i >= 0 {
		before = before[i:]
	}
	for _, word := range []string{" and ", " or "} {
		if i := strings.LastIndex(before, word); i >= 0 {
			before = before[i:]
		}
	}
	return hasWord(before, "now") || hasWord(source[from:to], "now")
}

func hasWord(text, word string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return false
		}
		i += at
		at = i + len(word)
		if (i == 0 || !isName(text[i-1])) && (at == len(text) || !isName(text[at])) {
			return true
		}
	}
}

func isName(b byte) bool {
	return b == '_' || b == '.' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9'
}

// numberAt reads a whole number behind a comparison, and gives the one after it; "" where none stands there.
func numberAt(source string, at int) (from, to int, next string) {
	for at < len(source) && source[at] == ' ' {
		at++
	}
	from, to = at, at
	for to < len(source) && source[to] >= '0' && source[to] <= '9' {
		to++
	}
	if to < len(source) && isName(source[to]) {
		return from, to, "" // a length of time, a part of a number
	}
	n, err := strconv.Atoi(source[from:to])
	if err != nil {
		return from, to, ""
	}
	return from, to, strconv.Itoa(n + 1)
}

// sign is a comparison in the text of a condition.
type sign struct {
	text     string
	from, to int
}

// comparisons finds the comparisons of a condition, not in its texts.
func comparisons(source string) []sign {
	var all []sign
	for i := 0; i < len(source); i++ {
		switch source[i] {
		case '\'', '"':
			end := strings.IndexByte(source[i+1:], source[i])
			if end < 0 {
				return all
			}
			i += end + 1
		case '<', '>', '=', '!':
			to := i + 1
			if to < len(source) && source[to] == '=' {
				to++
			}
			all = append(all, sign{source[i:to], i, to})
			i = to - 1
		}
	}
	return all
}

const shortest = 60

// short is a condition for a line of a report.
func short(source string) string {
	if r := []rune(strings.Join(strings.Fields(source), " ")); len(r) > shortest {
		return string(r[:shortest-1]) + "…"
	}
	return source
}
