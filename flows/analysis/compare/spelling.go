package compare

import (
	"strings"
	"unicode"
)

// tidy is a text without what nobody sees: spaces at its ends, and the line breaks of a folded one.
func tidy(source string) string { return strings.TrimSpace(source) }

// unspaced is an expression without the spaces that are of no meaning: those outside of quotes that do not part two words.
func unspaced(source string) string {
	var b strings.Builder
	var quote, last rune
	gap := false
	for _, r := range source {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case unicode.IsSpace(r):
			gap = true
			continue
		case r == '\'' || r == '"':
			quote = r
		}
		if gap && inWord(last) && inWord(r) {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' }

// number is an amount without the zeros that say nothing: 12.90 and 12.9 are the same. What is no number stays as it is.
func number(source string) string {
	source = strings.TrimSpace(source)
	whole, fraction, ok := strings.Cut(source, ".")
	if !ok || whole == "" || strings.Trim(strings.TrimPrefix(whole, "-"), "0123456789") != "" || strings.Trim(fraction, "0123456789") != "" {
		return source
	}
	fraction = strings.TrimRight(fraction, "0")
	if fraction == "" {
		return whole
	}
	return whole + "." + fraction
}
