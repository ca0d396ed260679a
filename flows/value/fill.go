package value

import (
	"slices"
	"strings"
)

// blank is a place in a sentence, such as {limit}, and what is put there.
type blank struct{ name, text string }

// fill puts texts into the blanks of a sentence, all at once: what was put in, as a customer's word, is not looked at again.
func fill(sentence string, blanks ...blank) string {
	filled := make([]byte, 0, 2*len(sentence))
	for sentence != "" {
		at := slices.IndexFunc(blanks, func(b blank) bool { return strings.HasPrefix(sentence, b.name) })
		if at < 0 {
			filled, sentence = append(filled, sentence[0]), sentence[1:]
			continue
		}
		filled, sentence = append(filled, blanks[at].text...), sentence[len(blanks[at].name):]
	}
	return string(filled)
}
