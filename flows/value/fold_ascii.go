package value

import "unicode/utf8"

// foldASCII is what Fold gives for a text of ASCII with a word in it, as most words are; not ok for any other. Words that are folded already cost nothing.
func foldASCII(s string) (folded string, ok bool) {
	var room [64]byte
	out, gap := room[:0], false
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf:
			return "", false
		case c == '\'' || c == '`':
		case isASCIIWord(c) || isSignInNumber(s, i):
			if gap && len(out) > 0 {
				out = append(out, ' ')
			}
			gap = false
			out = append(out, lowerASCII(c))
		default:
			gap = true
		}
	}
	if string(out) == s {
		return s, s != ""
	}
	return string(out), len(out) > 0
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
