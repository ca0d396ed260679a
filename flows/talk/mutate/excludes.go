package mutate

import (
	"strconv"
	"strings"
)

// excludes tells of two conditions, as they are written, of which one at most can hold: one is the other's contrary, the same thing is to be two values, or it is to be
// both less and more than something.
func excludes(a, b string) bool {
	if b == "not "+a || b == "not ("+a+")" {
		return true
	}
	x, ok := comparisonOf(a)
	y, ok2 := comparisonOf(b)
	if !ok || !ok2 || x.name != y.name {
		return false
	}
	if x.sign == "==" && y.sign == "==" {
		return x.value != y.value
	}
	m, err := strconv.ParseFloat(x.value, 64)
	n, err2 := strconv.ParseFloat(y.value, 64)
	return err == nil && err2 == nil && apart(x.sign, m, y.sign, n)
}

// apart tells of two bounds that leave nothing between them, the first from above.
func apart(sign string, m float64, other string, n float64) bool {
	switch {
	case sign == "==":
		return (other == ">" || other == ">=") && apart("<=", m, other, n) || (other == "<" || other == "<=") && apart(other, n, ">=", m)
	case sign[0] != '<' || other[0] != '>':
		return false
	}
	return m < n || m == n && (sign == "<" || other == ">")
}

// comparison is something that is held against a text or a number: name == 'value'.
type comparison struct{ name, sign, value string }

func comparisonOf(condition string) (comparison, bool) {
	signs := comparisons(condition)
	if len(signs) != 1 || signs[0].text == "!=" {
		return comparison{}, false
	}
	c := comparison{
		name: strings.TrimSpace(condition[:signs[0].from]), sign: signs[0].text, value: strings.TrimSpace(condition[signs[0].to:]),
	}
	return c, c.name != "" && literal(c.value)
}

// literal tells of a text in quotes or a number, and nothing beside it.
func literal(text string) bool {
	if n := len(text); n >= 2 && strings.ContainsAny(text[:1], "'\"") {
		return strings.IndexByte(text[1:], text[0]) == n-2
	}
	return text != "" && strings.Trim(text, "0123456789.") == ""
}
