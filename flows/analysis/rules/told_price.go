package rules

import (
	"regexp"
	"slices"
	"strings"

	"repartee/flows/value"
)

// toldAsPrice tells whether a sum of a sentence is said to be what a thing costs: only words such as `costs` or `for only` stand between the two. The thing
// begins and ends where a span says, in the same bytes as the sum.
func toldAsPrice(text string, thing span, sum amount) bool {
	if thing.to <= sum.from {
		before := wordsBetween(text[:thing.from])
		aside := len(before) > 0 && slices.Contains(asideWords(), before[len(before)-1])
		return !aside && onlyOf(wordsBetween(text[thing.to:sum.from]), pricingWords())
	}
	if thing.from < sum.to {
		return false
	}
	clause, _, _ := strings.Cut(text[thing.to:], ",")
	return onlyOf(wordsBetween(text[sum.to:thing.from]), forWords()) && len(wordsBetween(clause)) == 0
}

// aside is what may stand between a thing and its price and says nothing about it: what is in brackets, or filled in.
var aside = regexp.MustCompile(`\([^()]*\)|\{\{[^{}]*\}\}`)

func wordsBetween(text string) []string {
	return strings.Fields(value.Fold(aside.ReplaceAllString(text, " ")))
}

func onlyOf(words, allowed []string) bool {
	return !slices.ContainsFunc(words, func(word string) bool { return !slices.Contains(allowed, word) })
}

// pricingWords stand between a thing and its price, folded.
func pricingWords() []string {
	return []string{"for", "at", "is", "are", "it", "cost", "costs", "price", "priced", "only", "just", "now", "today", "you", "yours", "each", "the", "a", "per", "bag", "of", "as", "little", "still", "will", "be",
		"fur", "zu", "zum", "um", "kostet", "kosten", "preis", "betragt", "liegt", "bei", "nur", "jetzt", "heute", "ist", "sind", "je", "pro", "der", "die", "das", "den", "dich", "sie", "es", "gibt", "noch", "von",
		"pour", "au", "coute", "coutent", "prix", "est", "sont", "ne", "que", "seulement", "maintenant", "aujourd", "hui", "le", "la", "les", "de", "vous", "te"}
}

// forWords stand between a price and what it is for, folded.
func forWords() []string {
	return []string{"for", "the", "a", "bag", "of", "fur", "die", "der", "das", "den", "ein", "eine", "einen", "pour", "le", "la", "les", "un", "une", "de"}
}

// asideWords stand before a thing that is only where something else is to be had, folded.
func asideWords() []string {
	return []string{"at", "in", "during", "before", "after", "with", "bei", "beim", "im", "wahrend", "mit", "vor", "nach", "dans", "avec", "pendant", "avant", "apres"}
}
