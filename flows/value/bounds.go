package value

import (
	"slices"
	"strings"
)

// boundPhrases make a number one that is not meant itself: under 20, mehr als 10, moins de 5, almost 5.
var boundPhrases = [...]string{
	"under", "below", "over", "above", "less than", "more than", "fewer than", "almost", "nearly", "or more", "or less", "less",
	"unter", "uber", "ueber", "mehr als", "weniger als", "mehr wie", "oder mehr", "oder weniger", "weniger", "fast", "knapp", "beinahe",
	"moins de", "de moins", "plus de", "moins que", "plus que", "ou plus", "ou moins", "presque", "or so", "oder so",
}

// isBound reports whether the words beside a number make it a bound.
func isBound(beside []string) bool {
	said := " " + strings.Join(beside, " ") + " "
	return slices.ContainsFunc(boundPhrases[:], func(phrase string) bool { return strings.Contains(said, " "+phrase+" ") })
}

// isBoundWord knows the words of such phrases, and those that turn them round: not more than 20.
func isBoundWord(word string) bool {
	if slices.Contains([]string{"no", "not", "nicht", "ned", "pas"}, word) {
		return true
	}
	return slices.ContainsFunc(boundPhrases[:], func(phrase string) bool { return slices.Contains(strings.Fields(phrase), word) })
}

// addsMore reports whether one more is said beside a number, without a number of its own: 3 adults and a baby, 4 und mein Hund.
func addsMore(beside []string) bool {
	ones := []string{"a", "an", "my", "mein", "meine", "meinen", "mon", "ma"}
	for i := 1; i < len(beside); i++ {
		if slices.Contains(adding, beside[i-1]) && slices.Contains(ones, beside[i]) {
			return true
		}
	}
	return false
}
