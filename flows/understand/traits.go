package understand

import "math"

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
// among all kinds.
type trait struct {
	kind   traitKind
	key    string
	weight float64
}

func wordKey(stem string) string { return "w" + stem }

// traitsOf gives what a text has, some of it more than once.
func traitsOf(tokens []token) []trait {
	var list []trait
	for i := range tokens {
		list = wordTraits(list, tokens, i)
		list = conceptTraits(list, &tokens[i])
		list = linkTraits(list, tokens, i)
		list = letterTraits(list, &tokens[i])
	}
	return list
}

// wordTraits of a token: its stem, the parts of it, the pair it makes with the one before.
func wordTraits(list []trait, tokens []token, i int) []trait {
	t := &tokens[i]
	list = append(list, trait{wordTrait, wordKey(t.stem), t.weight()})
	for _, part := range t.parts {
		list = append(list, trait{wordTrait, wordKey(part), t.weight() * partWeight})
	}
	if i > 0 {
		before := &tokens[i-1]
		weight := math.Sqrt(t.weight() * before.weight())
		list = append(list, trait{pairTrait, "p" + before.stem + " " + t.stem, weight})
	}
	return list
}

// conceptTraits of a token: a word of many groups counts less in each; an
// expression says what it means.
func conceptTraits(list []trait, t *token) []trait {
	for i, c := range t.concepts {
		weight := 1.0
		if i < t.own {
			weight = max(t.weight(), minConcept) / math.Sqrt(float64(t.own))
		}
		list = append(list, trait{conceptTrait, "c" + string(c), weight})
	}
	return list
}

// linkTraits join the groups of a token with those of the next few.
func linkTraits(list []trait, tokens []token, i int) []trait {
	for j := i + 1; j < len(tokens) && j <= i+linkReach; j++ {
		weight := 1 / math.Sqrt(float64(len(tokens[i].concepts)*len(tokens[j].concepts)))
		for _, x := range tokens[i].concepts {
			for _, y := range tokens[j].concepts {
				if x != y {
					list = append(list, trait{linkTrait, "l" + string(min(x, y)) + string(max(x, y)), weight})
				}
			}
		}
	}
	return list
}

// letterTraits are what a misspelt or differently inflected word has still in common.
func letterTraits(list []trait, t *token) []trait {
	padded := []rune(" " + t.word + " ")
	count := 0
	for size := minGram; size <= maxGram; size++ {
		count += max(0, len(padded)-size+1)
	}
	weight := t.weight() / math.Sqrt(float64(max(count, 1)))
	for size := minGram; size <= maxGram; size++ {
		for at := 0; at+size <= len(padded); at++ {
			list = append(list, trait{letterTrait, "n" + string(padded[at:at+size]), weight})
		}
	}
	return list
}
