package value

import (
	"slices"
	"strconv"
)

// wordAt is the word at i, or "" behind the last.
func wordAt(words []string, i int) string {
	if i < 0 || i >= len(words) {
		return ""
	}
	return words[i]
}

// startsWith is how many words the phrase has, if the words begin with it, else 0.
func startsWith(words []string, phrase ...string) int {
	if len(words) < len(phrase) || !slices.Equal(words[:len(phrase)], phrase) {
		return 0
	}
	return len(phrase)
}

// articles are number words that may be no more than an article.
var articles = []string{"ein", "eine", "einen", "einem", "einer", "un", "une"}

// speltParts finds the number words among others: of the customer's language, else of the first other one that has any.
func speltParts(parts []numeralPart, words []string, lang string) []numeralPart {
	for _, l := range nearestFirst(lang) {
		if l.counts(words) {
			return l.speltParts(parts, words)
		}
	}
	parts = slices.Grow(parts, len(words))
	for _, word := range words {
		parts = append(parts, numeralPart{word: word})
	}
	return parts
}

// counts tells whether there is a number word among the words.
func (l *lexicon) counts(words []string) bool {
	for i := range words {
		if _, used := l.cardinal(words[i:]); used > 0 {
			return true
		}
	}
	return false
}

func (l *lexicon) speltParts(parts []numeralPart, words []string) []numeralPart {
	for i := 0; i < len(words); {
		tenths, used := l.cardinal(words[i:])
		if used == 0 {
			parts = append(parts, numeralPart{word: words[i]})
			i++
			continue
		}
		part := numeralPart{value: tenthsOf(tenths), number: true, spelt: true}
		if used == 1 {
			part.word, part.article = words[i], slices.Contains(articles, words[i])
		}
		parts = append(parts, part)
		i += used
	}
	return parts
}

func tenthsOf(n int64) decimal {
	whole := strconv.FormatInt(n/10, 10)
	if n%10 == 0 {
		return newDecimal(false, whole, "")
	}
	return newDecimal(false, whole, strconv.FormatInt(n%10, 10))
}
