package value

import (
	"slices"
	"strings"
)

// polite words around a yes or no change nothing.
var polite = []string{"please", "thanks", "thank", "you", "bitte", "danke", "merci", "svp"}

// plainly takes politeness off both ends.
func plainly(said string) string {
	words := strings.Fields(said)
	for len(words) > 1 && slices.Contains(polite, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	for len(words) > 1 && slices.Contains(polite, words[0]) {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

func readYesNo(words string, loc Locale) (Value, *Misread) {
	said := plainly(Fold(words))
	switch said {
	case "👍", "✅", "✔":
		return Bool(true), nil
	case "👎", "❌":
		return Bool(false), nil
	}
	for _, l := range nearestFirst(loc.Language) {
		if slices.Contains(l.yes, said) {
			return Bool(true), nil
		}
		if slices.Contains(l.no, said) {
			return Bool(false), nil
		}
	}
	return Value{}, &Misread{Reason: NotYesOrNo}
}
