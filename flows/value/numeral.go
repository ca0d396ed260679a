package value

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// numeral is the number in some words, and what stands beside it.
type numeral struct {
	value  decimal
	beside []string // folded words and signs before and after the number
}

// findNumeral finds the one number in the words; not ok if there is none, more
// than one, or one that cannot be told, as in "12 50".
func findNumeral(words string, lang string) (numeral, bool) {
	s := plainSigns(words)
	from, to := numeralSpan(s)
	if from < 0 {
		return numberInWords(s, lang)
	}
	before, after := s[:from], s[to:]
	whole, fraction, ok := splitNumeral(s[from:to], decimalComma(lang))
	if !ok {
		return numeral{}, false
	}
	before, negative := cutMinus(before)
	beside := append(wordsBeside(before), wordsBeside(cutDash(after))...)
	return numeral{newDecimal(negative, whole, fraction), beside}, true
}

// plainSigns writes the many forms of digits, spaces, apostrophes and dashes as
// the one that is on every keyboard.
func plainSigns(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsDigit(r):
			return '0' + digitValue(r)
		default:
			return r
		}
	}, lower(norm.NFKC.String(s)))
}

// digitValue counts from the zero of the digit's script: Unicode keeps the ten
// digits of each together, in order.
func digitValue(r rune) rune {
	for n := rune(0); n < 9; n++ {
		if !unicode.IsDigit(r - n - 1) {
			return n
		}
	}
	return 9
}

// numeralSpan is where the number stands: from its first digit, or the point
// before it, to behind its last one. It is -1, -1 if there is no digit.
func numeralSpan(s string) (from, to int) {
	from = strings.IndexAny(s, asciiDigits)
	if from < 0 {
		return -1, -1
	}
	to = strings.LastIndexAny(s, asciiDigits) + 1
	if from > 0 && strings.ContainsRune(".,", rune(s[from-1])) && (from == 1 || s[from-2] == ' ' || s[from-2] == '-') {
		from--
	}
	return from, to
}

const asciiDigits = "0123456789"

// cutMinus takes a minus that stands directly before the number, or before the
// currency sign before it.
func cutMinus(before string) (rest string, negative bool) {
	trimmed := strings.TrimRight(before, " ")
	for _, minus := range [...]string{"-", "minus", "moins"} {
		if rest, found := strings.CutSuffix(trimmed, minus); found {
			return rest, true
		}
	}
	if rest, found := strings.CutPrefix(trimmed, "-"); found {
		return rest, true
	}
	return before, false
}

// cutDash takes away the dash of prices like "12,-" and "12.--".
func cutDash(after string) string {
	rest := strings.TrimLeft(after, ".,")
	if len(rest) < len(after) {
		rest = strings.TrimLeft(rest, "-")
	}
	return rest
}

// wordsBeside splits what stands beside a number into words and currency signs,
// without punctuation.
func wordsBeside(s string) []string {
	var spaced strings.Builder
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Sc, r) || r == '⭐' || r == '%':
			spaced.WriteString(" " + string(r) + " ")
		case strings.ContainsRune("~≈()[]\"", r):
			spaced.WriteByte(' ')
		default:
			spaced.WriteRune(r)
		}
	}
	var words []string
	for _, field := range strings.Fields(spaced.String()) {
		if strings.Trim(field, ".,:;!?\ufe0f") != "" {
			words = append(words, Fold(field))
		}
	}
	return words
}
