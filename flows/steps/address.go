package steps

import (
	"strings"
	"unicode"
)

// postCodeDigits are how many digits the post codes of some countries have.
var postCodeDigits = map[string]int{"DE": 5, "FR": 5, "ES": 5, "IT": 5, "AT": 4, "CH": 4, "BE": 4, "LU": 4, "DK": 4}

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
		switch n, known := postCodeDigits[country]; {
		case digits == 0:
			words++
		case known:
			code = code || digits == n && digits == len(word)
		default:
			numbers++
			code = code || digits >= 3 || numbers > 1 // SW1A 1AA
		}
	}
	const nameStreetTown = 4 // two of them for the name
	return code && words >= nameStreetTown
}
