package understand

// Letters between the parts of a compound, as in "Versand-s-tasche".
var joints = []string{"", "s", "es", "n", "en", "e"}

const (
	minPart    = 4 // letters of a part; shorter ones are found in too many words
	minOwnPart = 3 // of one that is a word of the index
)

// split gives a token the stems of its parts, if it is a compound of known words,
// and the groups that these are in.
func (a *analyzer) split(t *token) {
	for _, part := range a.compound(t.word) {
		stem := a.language.stem(part)
		t.parts = append(t.parts, stem)
		t.concepts = append(t.concepts, a.lexicon.concepts[stem]...)
	}
}

// compound takes a word apart into two known ones; nil if it is none.
func (a *analyzer) compound(word string) []string {
	for at := len(word) - minOwnPart; at >= minOwnPart; at-- {
		tail := word[at:]
		if !a.isPart(tail) {
			continue
		}
		for _, joint := range joints {
			head := at - len(joint)
			if head >= minOwnPart && word[head:at] == joint && a.isPart(word[:head]) {
				return []string{word[:head], tail}
			}
		}
	}
	return nil
}

func (a *analyzer) isPart(word string) bool {
	least := minPart
	if a.spelling.own[word] {
		least = minOwnPart
	}
	class := a.lexicon.classes[word]
	return len(word) >= least && class != stopWord && class != questionWord && (a.spelling.knows(word) || a.spelling.knows(a.language.stem(word)))
}
