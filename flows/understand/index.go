package understand

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// Phrase is something that customers say for a trigger.
type Phrase struct {
	Language string // of the phrase, such as "de"; "" if it belongs to none
	Text     string
	Trigger  int // what it stands for; a number of the caller's own
}

// Match is a trigger that words may stand for.
type Match struct {
	Trigger int
	Score   float64 // how sure that is, from 0 to 1
	Exact   bool    // the words are one of its phrases, but for case, accents and punctuation
}

const (
	// Threshold is the score from which words count as understood.
	Threshold = 0.5
	// Doubt is the score from which it is worth asking "Did you mean ...?".
	Doubt = 0.25
	// floor is the score from which a match is told at all.
	floor = 0.05

	maxMatches = 5
	maxText    = 4096 // bytes of a message that are looked at
	foreign    = 0.9  // of the score of a phrase in another language than the customer's
)

// Index finds triggers by words. It is immutable and may be shared. What it
// learns of its phrases it learns with the first words it is asked about, so that
// an index nobody asks costs nothing.
type Index struct {
	phrases []Phrase
	learned func() *learned
}

// learned is what an index knows of its phrases.
type learned struct {
	exact  *exact
	models []*lazyModel // in the order in which the languages first occur
}

type lazyModel struct {
	language string
	model    func() *model
}

// NewIndex makes an index of the phrases. Those without a word are left out.
func NewIndex(phrases []Phrase) *Index {
	x := &Index{phrases: slices.Clone(phrases)}
	x.learned = sync.OnceValue(x.learn)
	return x
}

func (x *Index) learn() *learned {
	l := &learned{exact: newExact(x.phrases)}
	var languages []string
	for _, p := range x.phrases {
		if language := base(p.Language); language != "" && !slices.Contains(languages, language) {
			languages = append(languages, language)
		}
	}
	if len(languages) == 0 {
		languages = []string{""}
	}
	for _, language := range languages {
		l.models = append(l.models, &lazyModel{language, sync.OnceValue(func() *model {
			return newModel(language, x.in(language))
		})})
	}
	return l
}

// in gives the phrases of a language and those of none.
func (x *Index) in(language string) []Phrase {
	var own []Phrase
	for _, p := range x.phrases {
		if l := base(p.Language); l == language || l == "" {
			own = append(own, p)
		}
	}
	return own
}

// Match tells what the words may stand for, the likeliest first, each trigger
// once, five at most. A score of 1 is for words that are one of the phrases.
// The customer's language is asked first; words of another one that has phrases
// are understood too, a little less readily.
func (x *Index) Match(words, language string) []Match {
	words = words[:min(len(words), maxText)]
	l, language := x.learned(), base(language)
	found := l.exact.find(words, language)
	spoken := false // as far as can be seen, the words are of the language
	for _, m := range l.models {
		if m.language == language {
			found = append(found, m.model().match(words, true)...)
			spoken = m.model().analyzer.speaks(words)
		}
	}
	if !spoken && (len(found) == 0 || found[0].Score < Threshold) {
		for _, m := range l.models {
			if m.language != language {
				found = append(found, abated(m.model().match(words, false))...)
			}
		}
	}
	return best(found)
}

// Exact tells only the triggers that have the words among their phrases, but for
// case, accents and punctuation.
func (x *Index) Exact(words, language string) []Match {
	return best(x.learned().exact.find(words[:min(len(words), maxText)], base(language)))
}

func abated(found []Match) []Match {
	for i := range found {
		found[i].Score *= foreign
	}
	return found
}

// best sorts matches by score and keeps the first of each trigger.
func best(found []Match) []Match {
	slices.SortStableFunc(found, func(a, b Match) int { return cmp.Compare(b.Score, a.Score) })
	var kept []Match
	for _, m := range found {
		if m.Score < floor || len(kept) == maxMatches {
			break
		}
		if !slices.ContainsFunc(kept, func(k Match) bool { return k.Trigger == m.Trigger }) {
			kept = append(kept, m)
		}
	}
	return kept
}

// base is a language tag without its region.
func base(tag string) string {
	tag, _, _ = strings.Cut(tag, "-")
	return strings.ToLower(tag)
}
