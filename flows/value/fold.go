package value

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold brings words that mean the same to the same form: lower case, without
// accents, punctuation and emoji, ß as ss, one space between words. Signs inside
// a number stay (9:30, -5, 1.50), as do currency and mathematical signs. Where
// nothing would be left, as of "👍", the signs themselves are kept.
func Fold(s string) string {
	if folded, ok := foldLatin(s); ok {
		return folded
	}
	return foldAny(s)
}

func foldAny(s string) string {
	decomposed := []rune(lower(norm.NFKD.String(s)))
	folded := foldRunes(decomposed, isWordRune)
	if folded == "" {
		folded = foldRunes(decomposed, isVisible)
	}
	return norm.NFKC.String(folded)
}

// lower maps case as Fold needs it; a Turkish dotless ı and a final ς are
// the letters that others write for them.
func lower(s string) string {
	if isASCII(s) {
		return strings.ReplaceAll(strings.ToLower(s), "`", "'")
	}
	return folding.Replace(strings.ToLower(s))
}

var folding = strings.NewReplacer(
	"ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i", "ς", "σ",
	"’", "'", "‘", "'", "ʼ", "'", "`", "'", "´", "'", "−", "-", "‐", "-", "‑", "-", "–", "-", "—", "-",
)

func foldRunes(runes []rune, keep func(rune) bool) string {
	var b strings.Builder
	b.Grow(len(runes))
	gap := false
	for i, r := range runes {
		switch {
		case isAccent(r) || r == '\'' || unicode.Is(unicode.Cf, r):
		case keep(r) || isInNumber(runes, i):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(r)
		default:
			gap = true
		}
	}
	return b.String()
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) ||
		unicode.Is(unicode.Sc, r) || strings.ContainsRune("+&%#@=<>", r)
}

func isVisible(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.IsControl(r) && !isSkinTone(r)
}

// isAccent knows the marks that people leave out when they type: the Latin,
// Greek and Cyrillic ones, and what chooses how an emoji looks. In other scripts
// a mark is a letter.
func isAccent(r rune) bool {
	return r >= 0x0300 && r <= 0x036F || r >= 0xFE00 && r <= 0xFE0F || r == 0x20E3
}

func isSkinTone(r rune) bool { return r >= 0x1F3FB && r <= 0x1F3FF }

// isInNumber reports whether a sign belongs to a number: between two digits, or a
// minus before the first.
func isInNumber(runes []rune, i int) bool {
	if !strings.ContainsRune(".,:/-", runes[i]) || i+1 == len(runes) || !unicode.IsDigit(runes[i+1]) {
		return false
	}
	if i == 0 || unicode.IsSpace(runes[i-1]) {
		return runes[i] == '-'
	}
	return unicode.IsDigit(runes[i-1])
}
