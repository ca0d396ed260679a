package compare

import "strings"

// tidy is a text without what nobody sees: spaces at its ends, and the line breaks of a folded one.
func tidy(source string) string { return strings.TrimSpace(source) }

// spaced is an expression with the spaces that everybody would write: where they stand is of no meaning.
func spaced(source string) string {
	var b strings.Builder
	quote, gap := rune(0), false
	var last rune
	for _, r := range strings.TrimSpace(source) {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case r == ' ' || r == '\n' || r == '\t':
			gap = true
			continue
		default:
			if last != 0 && (gap && apart(last, r) || operator(last) != operator(r) && apart(last, r)) {
				b.WriteByte(' ')
			}
			if r == '\'' || r == '"' {
				quote = r
			}
		}
		gap = false
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// operator tells of the signs that stand between two values.
func operator(r rune) bool { return strings.ContainsRune("=!<>+*/?:", r) }

// apart tells whether a space may stand between two signs.
func apart(left, right rune) bool {
	return !strings.ContainsRune("([", left) && !strings.ContainsRune(")],([", right) || operator(left) || left == ','
}

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
