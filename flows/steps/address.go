package steps

import (
	"strings"
	"unicode"
)

// postCodeDigits is how many digits the post codes of a country have; 0 where they are no plain number, or it is not known here.
func postCodeDigits(country string) int {
	switch country {
	case "DE", "FR", "ES", "IT":
		return 5
	case "AT", "CH", "BE", "LU", "DK":
		return 4
	}
	return 0
}

// deliverable tells whether a text can be an address: there are words for a name, a street and a town, and a post code as the country has them.
func deliverable(text, country string) bool {
	words, numbers, code := 0, 0, false
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '-' }) {
		digits := strings.Count(strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return '9'
			}
			return r
		}, word), "9")
		switch n := postCodeDigits(country); {
		case digits == 0:
			words++
		case n > 0:
			code = code || digits == n && digits == len(word)
		default:
			numbers++
			code = code || digits >= 3 || numbers > 1 // SW1A 1AA
		}
	}
	const nameStreetTown = 4 // two of them for the name
	return code && words >= nameStreetTown
}
