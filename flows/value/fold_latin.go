package value

import (
	"strings"
	"unicode/utf8"
)

// foldLatin is what Fold gives for a text with a word in it that is made of ASCII, the letters of western languages and their quotes, as nearly all texts are; not ok
// for any other. Words that are folded already cost nothing.
func foldLatin(s string) (folded string, ok bool) {
	var room [64]byte
	out, gap := room[:0], false
	for i := 0; i < len(s); i++ {
		word, size := latinWord(s, i)
		switch {
		case size == 0:
			return "", false
		case word != "":
			if gap && len(out) > 0 {
				out = append(out, ' ')
			}
			gap = false
			out = append(out, word...)
			if size == 1 {
				out[len(out)-1] = lowerASCII(out[len(out)-1])
			}
		case !isLatinApostrophe(s[i : i+size]):
			gap = true
		}
		i += size - 1
	}
	if string(out) == s {
		return s, s != ""
	}
	return string(out), len(out) > 0
}

// latinWord is what the sign at a place of a text becomes as a part of a word, "" where it is none, and its size in bytes; 0 where it is not one of those that
// foldLatin knows.
func latinWord(s string, i int) (word string, size int) {
	switch c := s[i]; {
	case isASCIIWord(c) || isSignInNumber(s, i):
		return s[i : i+1], 1
	case c < utf8.RuneSelf:
		return "", 1
	case c == latinLetters && i+1 < len(s):
		if word = latinLetter(s[i+1]); word != "" {
			return word, 2
		}
	case strings.HasPrefix(s[i:], "€"):
		return "€", len("€")
	}
	for _, quote := range []string{"’", "‘", "“", "”", "„", "«", "»"} {
		if strings.HasPrefix(s[i:], quote) {
			return "", len(quote)
		}
	}
	return "", 0
}

// latinLetters is the first byte of the letters from À to ÿ.
const latinLetters = 0xC3

// latinLetter is what becomes of such a letter, by its second byte; "" for a sign that is none.
func latinLetter(second byte) string {
	const (
		plain = "aaaaaa+ceeeeiiiidnooooo*ouuuuy++"
		first = 0x80
		upper = 0x20 // that many capitals stand before the small letters, in the same order
	)
	switch second {
	case 0x86, 0xA6:
		return "ae"
	case 0x9E, 0xBE:
		return "th"
	case 0x9F:
		return "ss"
	case 0xBF:
		return "y" // ÿ has its capital elsewhere
	case 0x97, 0xB7:
		return "" // × and ÷
	}
	if second < first || second >= first+2*upper {
		return ""
	}
	at := (second - first) % upper
	return plain[at : at+1]
}

func isLatinApostrophe(sign string) bool {
	return sign == "'" || sign == "`" || sign == "’" || sign == "‘"
}

// isASCIIWord is isWordRune for ASCII.
func isASCIIWord(c byte) bool {
	switch {
	case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', isASCIIDigit(c):
		return true
	}
	switch c {
	case '$', '+', '&', '%', '#', '@', '=', '<', '>':
		return true
	}
	return false
}

// isSignInNumber is isInNumber for ASCII.
func isSignInNumber(s string, i int) bool {
	switch s[i] {
	case '.', ',', ':', '/', '-':
	default:
		return false
	}
	if i+1 == len(s) || !isASCIIDigit(s[i+1]) {
		return false
	}
	if i == 0 || isASCIISpace(s[i-1]) {
		return s[i] == '-'
	}
	return isASCIIDigit(s[i-1])
}

func isASCIIDigit(c byte) bool { return c >= '0' && c <= '9' }

func isASCIISpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

func lowerASCII(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
