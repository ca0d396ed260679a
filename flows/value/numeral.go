package value

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// numeral is the one number in some words, and what stands beside it.
type numeral struct {
	value  decimal
	beside []string // folded words and signs before and after the number
	behind string   // the first of those after it
}

// numeralPart is a number, or a word or sign beside one.
type numeralPart struct {
	word    string // folded; of a number: the one word that it is written as, if it is
	value   decimal
	number  bool
	spelt   bool // the number is written as a word
	article bool // the number may be no more than an article: "ein Tisch für 4"
}

// findNumeral finds the one number in the words; not ok if there is none, more
// than one, or one that cannot be told, as in "12 50".
func findNumeral(words string, lang string) (numeral, bool) {
	if onlyDigits(words) { // as most are
		return numeral{value: newDecimal(false, words, "")}, true
	}
	parts, ok := numeralParts(words, lang)
	if !ok {
		return numeral{}, false
	}
	return onlyNumber(parts)
}

func onlyNumber(parts []numeralPart) (found numeral, ok bool) {
	at := slices.IndexFunc(parts, numeralPart.isNumber)
	if at < 0 || slices.ContainsFunc(parts[at+1:], numeralPart.isNumber) {
		return numeral{}, false
	}
	found.value = parts[at].value
	for i, p := range parts {
		if i != at {
			found.beside = append(found.beside, p.word)
		}
	}
	if at+1 < len(parts) {
		found.behind = parts[at+1].word
	}
	return found, true
}

func (p numeralPart) isNumber() bool { return p.number }

// digitRun is a number in digits, with all the signs and spaces that people part them with.
var digitRun = regexp.MustCompile(`[.,]?\d(?:[\d.,' ]*\d)?`)

// numeralParts splits words into numbers and what stands between them; not ok where a number cannot be told.
func numeralParts(words string, lang string) (parts []numeralPart, ok bool) {
	s, last := plainMeasures(plainSigns(words)), 0
	for _, run := range digitRuns(s) {
		from, to := run[0], run[1]
		if strings.ContainsRune(".,", rune(s[from])) && from > 0 && !strings.ContainsRune(" -", rune(s[from-1])) {
			from++
		}
		whole, fraction, ok := splitNumeral(s[from:to], decimalComma(lang))
		if !ok {
			return nil, false
		}
		before, negative := s[last:from], false
		if last == 0 {
			before, negative = cutMinus(before)
		}
		parts = speltParts(parts, wordsBeside(cutDash(before)), lang)
		parts = append(parts, numeralPart{value: newDecimal(negative, whole, fraction), number: true})
		last = to
	}
	parts = speltParts(parts, wordsBeside(cutDash(s[last:])), lang)
	if !slices.ContainsFunc(parts, numeralPart.isNumber) {
		return parts, true
	}
	return joinedParts(withoutArticles(joinedParts(parts))), true
}

func digitRuns(s string) [][]int {
	if !strings.ContainsAny(s, asciiDigits) {
		return nil
	}
	return digitRun.FindAllStringIndex(s, -1)
}

// withoutArticles takes "a" for a number only if there is no other.
func withoutArticles(parts []numeralPart) []numeralPart {
	others := 0
	for i, p := range parts {
		if i > 0 && slices.Contains(adding, parts[i-1].word) {
			parts[i].article = false
		}
		if p.number && !p.article {
			others++
		}
	}
	if others == 0 {
		return parts
	}
	kept := make([]numeralPart, 0, len(parts))
	for _, p := range parts {
		if !p.article {
			kept = append(kept, p)
		}
	}
	return kept
}

// adding are words that a number stands behind, rather than an article: zwei Erwachsene und ein Kind.
var adding = []string{"and", "und", "et", "plus", "&", "+"}

// fractions are signs that stand behind a whole number or alone, and exponents, which are no digits of it.
var fractions = strings.NewReplacer("½", ".5", "¼", ".25", "¾", ".75", "²", "^2", "³", "^3")

// plainSigns writes the many forms of digits, spaces, apostrophes and dashes as
// the one that is on every keyboard.
func plainSigns(s string) string {
	if !isASCII(s) {
		s = norm.NFKC.String(fractions.Replace(s))
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsDigit(r):
			return '0' + digitValue(r)
		default:
			return r
		}
	}, lower(s))
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

// cutMinus takes a minus that stands directly before the number, or before the
// currency sign before it.
func cutMinus(before string) (rest string, negative bool) {
	trimmed := strings.TrimRight(before, " ")
	if rest, found := strings.CutSuffix(trimmed, "-"); found {
		return rest, true
	}
	if trimmed == "minus" || trimmed == "moins" {
		return "", true
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
	var words []string
	for field := range strings.FieldsSeq(spacedSigns(s)) {
		if strings.Trim(field, ".,:;!?\ufe0f") != "" {
			words = slices.AppendSeq(words, strings.FieldsSeq(Fold(field)))
		}
	}
	return words
}

// spacedSigns puts signs that are words apart from those that they stand close to, and spaces for those that are none.
func spacedSigns(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return isSign(r) || isBracket(r) }) < 0 {
		return s
	}
	var spaced strings.Builder
	for _, r := range s {
		switch {
		case isSign(r):
			spaced.WriteString(" " + string(r) + " ")
		case isBracket(r):
			spaced.WriteByte(' ')
		default:
			spaced.WriteRune(r)
		}
	}
	return spaced.String()
}

func isSign(r rune) bool { return unicode.Is(unicode.Sc, r) || r == '⭐' || r == '%' || r == '/' }

func isBracket(r rune) bool { return strings.ContainsRune("~≈()[]\"", r) }
