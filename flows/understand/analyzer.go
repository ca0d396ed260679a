package understand

import "slices"

const (
	maxWords   = 40 // of a message that are looked at
	maxLetters = 30 // of a word
	maxGap     = 1  // words that may stand between those of an expression
)

// token is a word of a text with what is known of it.
type token struct {
	word     string
	stem     string
	class    wordClass
	news     float64  // what it tells by itself, by its class and how rare it is
	sure     float64  // 1, or less where a typing error was mended
	parts    []string // stems of a compound's parts
	concepts []int32  // groups of the lexicon, also by an expression
	own      int      // how many of them, the first ones, the word is in by itself
	within   []int32  // groups of the expressions it goes on with
}

// weight is what a word counts in the likeness of texts.
func (t *token) weight() float64 { return classLikeness[t.class] * t.sure }

// analyzer takes texts of one language apart, knowing the words of an index.
type analyzer struct {
	language *language
	lexicon  *lexicon
	spelling *spelling
}

// newAnalyzer makes an analyzer for an index of the texts.
func newAnalyzer(code string, texts []string) *analyzer {
	l := newLanguage(code)
	a := &analyzer{language: l, lexicon: newLexicon(l.table, l)}
	a.spelling = newSpelling(a.lexicon.words)
	for _, text := range texts {
		for _, word := range a.words(text) {
			a.spelling.learn(word)
			a.spelling.learn(l.stem(word))
		}
	}
	for _, word := range a.lexicon.targets {
		a.spelling.target(word)
	}
	return a
}

func (a *analyzer) words(text string) []string {
	words := a.language.words(text)
	words = words[:min(len(words), maxWords)]
	for i, word := range words {
		if letters := []rune(word); len(letters) > maxLetters {
			words[i] = string(letters[:maxLetters])
		}
	}
	return words
}

// tokens of a text whose words are taken as they are.
func (a *analyzer) tokens(words []string) []token {
	tokens := make([]token, len(words))
	for i, word := range words {
		stem := a.language.stem(word)
		tokens[i] = token{word: word, stem: stem, class: a.lexicon.classes[word], sure: 1}
		tokens[i].concepts = slices.Clone(a.lexicon.concepts[stem])
		if a.language.compound {
			a.split(&tokens[i])
		}
		tokens[i].own = len(tokens[i].concepts)
	}
	a.express(tokens)
	return tokens
}

// said takes a customer's words apart and mends their typing errors.
func (a *analyzer) said(text string) []token {
	words := a.words(text)
	var sure [maxWords]float64
	for i, word := range words {
		sure[i] = 1
		if a.isKnown(word) {
			continue
		}
		if mended, likeness := a.spelling.mend(word); mended != "" {
			words[i], sure[i] = mended, likeness
		}
	}
	tokens := a.tokens(words)
	for i := range tokens {
		tokens[i].sure = sure[i]
	}
	return tokens
}

// speaks tells whether most words of a text are of the language.
func (a *analyzer) speaks(text string) bool {
	words := a.words(text)
	known := 0
	for _, word := range words {
		if a.lexicon.words[word] {
			known++
		}
	}
	return 2*known > len(words)
}

func (a *analyzer) isKnown(word string) bool {
	return a.spelling.knows(word) || a.spelling.knows(a.language.stem(word)) ||
		a.language.compound && a.compound(word) != nil
}

// express gives the first word of an expression its group, and tells the others
// that they are within it.
func (a *analyzer) express(tokens []token) {
	for i := range tokens {
		t := &tokens[i]
		for _, e := range a.lexicon.expressions[t.stem] {
			length, ok := follow(tokens[i+1:], e.rest)
			if !ok || slices.Contains(t.concepts, e.concept) {
				continue
			}
			t.concepts = append(t.concepts, e.concept)
			for j := range length {
				tokens[i+1+j].within = append(tokens[i+1+j].within, e.concept)
			}
		}
	}
}

// follow tells whether tokens begin with the stems, nearly side by side, and how
// many tokens they take.
func follow(tokens []token, stems []string) (length int, ok bool) {
	for _, stem := range stems {
		near := tokens[length:min(len(tokens), length+maxGap+1)]
		at := slices.IndexFunc(near, func(t token) bool { return t.stem == stem })
		if at < 0 {
			return 0, false
		}
		length += at + 1
	}
	return length, true
}
