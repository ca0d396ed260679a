package understand

import (
	"math"
	"unicode/utf8"
)

// traitKind is a kind of what texts are compared by.
type traitKind int

const (
	wordTrait    traitKind = iota // a stem
	pairTrait                     // two stems side by side
	conceptTrait                  // a group of the lexicon
	linkTrait                     // two groups near one another
	letterTrait                   // three to five letters of a word
	traitKinds   int       = iota
)

const (
	linkReach  = 5   // words over which groups are linked
	partWeight = 0.7 // of a part of a compound
	minConcept = 0.5 // what a group counts at least, however common its word is
	minGram    = 3   // letters
	maxGram    = 4
)

// trait is something that a text has, with what it counts. Its key is unique
// among all kinds; it is written over when the next trait is told.
type trait struct {
	kind   traitKind
	key    []byte
	weight float64
}

func wordKey(stem string) string { return "w" + stem }

// teller is told the traits of a text, one after the other.
type teller func(trait)

// eachTrait tells what a text has, some of it more than once.
func eachTrait(tokens []token, tell teller) {
	key := make([]byte, 0, 4*maxLetters)
	for i := range tokens {
		tell.words(key, tokens, i)
		tell.concepts(key, &tokens[i])
		tell.links(key, tokens, i)
		tell.letters(key, &tokens[i])
	}
}

// words of a token: its stem, the parts of it, the pair it makes with the one before.
func (tell teller) words(key []byte, tokens []token, i int) {
	t := &tokens[i]
	tell.word(key, t.stem, t.weight())
	for _, part := range t.parts {
		tell.word(key, part, t.weight()*partWeight)
	}
	if i > 0 {
		before := &tokens[i-1]
		key = append(append(key[:0], 'p'), before.stem...)
		key = append(append(key, ' '), t.stem...)
		tell(trait{pairTrait, key, math.Sqrt(t.weight() * before.weight())})
	}
}

func (tell teller) word(key []byte, stem string, weight float64) {
	key = append(append(key[:0], 'w'), stem...)
	tell(trait{wordTrait, key, weight})
}

// concepts of a token: a word of many groups counts less in each; an
// expression says what it means.
func (tell teller) concepts(key []byte, t *token) {
	for i, c := range t.concepts {
		weight := 1.0
		if i < t.own {
			weight = max(t.weight(), minConcept) / math.Sqrt(float64(t.own))
		}
		tell.signs(key, conceptTrait, 'c', weight, c)
	}
}

// links join the groups of a token with those of the next few.
func (tell teller) links(key []byte, tokens []token, i int) {
	for j := i + 1; j < len(tokens) && j <= i+linkReach; j++ {
		weight := 1 / math.Sqrt(float64(len(tokens[i].concepts)*len(tokens[j].concepts)))
		for _, x := range tokens[i].concepts {
			for _, y := range tokens[j].concepts {
				if x != y {
					tell.signs(key, linkTrait, 'l', weight, min(x, y), max(x, y))
				}
			}
		}
	}
}

// letters are what a misspelt or differently inflected word has still in common.
func (tell teller) letters(key []byte, t *token) {
	var room [maxLetters + 2]rune
	padded := append(room[:0], ' ')
	for _, r := range t.word {
		padded = append(padded, r)
	}
	padded = append(padded, ' ')
	count := 0
	for size := minGram; size <= maxGram; size++ {
		count += max(0, len(padded)-size+1)
	}
	weight := t.weight() / math.Sqrt(float64(max(count, 1)))
	for size := minGram; size <= maxGram; size++ {
		for at := 0; at+size <= len(padded); at++ {
			tell.signs(key, letterTrait, 'n', weight, padded[at:at+size]...)
		}
	}
}

func (tell teller) signs(key []byte, kind traitKind, first byte, weight float64, rest ...rune) {
	key = append(key[:0], first)
	for _, r := range rest {
		key = utf8.AppendRune(key, r)
	}
	tell(trait{kind, key, weight})
}
