package understand

import (
	"slices"
	"strings"
)

// table is what is known of a language beforehand, as data: words with a space
// between them, and groups of words that mean much the same.
type table struct {
	stop     string // words that carry grammar or politeness, not a subject
	question string // words that turn a sentence: questions and denials
	common   string // everyday words: not misspelt, and less often the subject
	synonyms string // "name: word several_words", one group a line
	short    string // "word:several_words", what is written together
}

// lexicon is a table made ready: by stems, so that inflected words are found.
type lexicon struct {
	classes     map[string]wordClass
	concepts    map[string][]int32 // the groups of a stem
	expressions map[string][]expression
	words       map[string]bool // all that the tables hold, and their stems
	groups      int32
	targets     []string // the words of the groups, which misspelt ones may be mended to
}

// wordClass is what the tables say of a word; the zero is nothing.
type wordClass uint8

const (
	contentWord wordClass = iota
	commonWord
	questionWord
	stopWord
)

// What a word of a class counts in the likeness of texts, and what it tells by
// itself: in likeness even a pronoun may decide between two close phrases.
var (
	classLikeness = [...]float64{1, 0.8, 0.7, 0.5}
	classNews     = [...]float64{1, 0.7, 0.2, 0.08}
)

// expression is a group's entry of several words.
type expression struct {
	rest    []string // the stems behind the first
	concept int32
}

func newLexicon(t table, l *language) *lexicon {
	x := &lexicon{
		classes: map[string]wordClass{}, concepts: map[string][]int32{},
		expressions: map[string][]expression{}, words: map[string]bool{},
	}
	for line := range strings.Lines(t.synonyms) {
		_, entries, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		for entry := range strings.FieldsSeq(entries) {
			x.add(l, l.words(strings.ReplaceAll(entry, "_", " ")))
		}
		x.groups++
	}
	x.class(l, t.common, commonWord)
	x.class(l, t.stop, stopWord)
	x.class(l, t.question, questionWord)
	return x
}

func (x *lexicon) class(l *language, words string, class wordClass) {
	for _, word := range l.words(words) {
		x.classes[word] = class
		x.know(l, word)
	}
}

func (x *lexicon) know(l *language, word string) {
	x.words[word] = true
	x.words[l.stem(word)] = true
}

// add enters a word or an expression into the group at hand.
func (x *lexicon) add(l *language, words []string) {
	if len(words) == 0 {
		return
	}
	for _, word := range words {
		x.know(l, word)
		x.targets = append(x.targets, word)
	}
	stems := l.stems(words)
	if len(stems) > 1 {
		x.expressions[stems[0]] = append(x.expressions[stems[0]], expression{stems[1:], x.groups})
		return
	}
	if !slices.Contains(x.concepts[stems[0]], x.groups) {
		x.concepts[stems[0]] = append(x.concepts[stems[0]], x.groups)
	}
}
