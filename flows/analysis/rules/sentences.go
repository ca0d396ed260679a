package rules

import "strings"

// sentence is a part of a text, from one full stop to the next, with its place in it.
type sentence struct {
	text string
	from int
}

// within is the same sum, with its place in a sentence.
func (a amount) within(s sentence) amount {
	return amount{span{a.from - s.from, a.to - s.from}, a.minor}
}

// sentences divides a text. A point between figures, or within {{ }}, ends none; nor does an abbreviation, as it is not followed by a new word.
func sentences(text string) []sentence {
	var all []sentence
	from, depth := 0, 0
	for i := 0; i < len(text); i++ {
		switch {
		case strings.HasPrefix(text[i:], "{{"):
			depth++
		case strings.HasPrefix(text[i:], "}}"):
			depth--
		case depth <= 0 && (text[i] == '\n' || strings.IndexByte(".!?;", text[i]) >= 0 && (i+1 == len(text) || text[i+1] == ' ' || text[i+1] == '\n')):
			all = append(all, sentence{text[from : i+1], from})
			from = i + 1
		}
	}
	return append(all, sentence{text[from:], from})
}
