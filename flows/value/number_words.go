package value

import "strings"

// maxNumeralWords is how many words there may be around a number that is
// written as a word; a longer answer is no number.
const maxNumeralWords = 12

// numberInWords finds a number word, such as "twelve" in "about twelve euros":
// first of the customer's language, then of the others.
func numberInWords(s string, lang string) (numeral, bool) {
	words := strings.Fields(Fold(s))
	if len(words) > maxNumeralWords {
		return numeral{}, false
	}
	for _, l := range nearestFirst(lang) {
		for from := range words {
			for to := min(len(words), from+3); to > from; to-- {
				n, found := l.numbers[strings.Join(words[from:to], " ")]
				if !found {
					continue
				}
				digits := string(appendUnits(nil, n, 0, 0))
				beside := append(append([]string{}, words[:from]...), words[to:]...)
				return numeral{newDecimal(false, digits, ""), beside}, true
			}
		}
	}
	return numeral{}, false
}
