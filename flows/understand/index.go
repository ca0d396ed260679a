package understand

import (
	"slices"
	"strings"

	"repartee/flows/value"
)

// Threshold is the score from which words count as understood: the phrase makes
// up some 36 % of them or more.
const Threshold = 0.5

const (
	exact    = 1.0
	mostPart = 0.95 // what a phrase among other words comes near to
	maxWords = 32   // of a message that are looked at
)

// Phrase is something that customers say for a trigger.
type Phrase struct {
	Language string // of the phrase, such as "de"; "" if it belongs to none
	Text     string
	Trigger  int // what it stands for; a number of the caller's own
}

// Index finds triggers by words. It is immutable and may be shared.
type Index struct {
	phrases []phrase
	first   map[string][]int // phrases by their first word, in the order given
}

type phrase struct {
	language string
	words    []string
	trigger  int
	order    int // as given
}

// NewIndex builds an index of the phrases. Those without a word are left out.
func NewIndex(phrases []Phrase) *Index {
	x := &Index{first: make(map[string][]int, len(phrases))}
	for _, p := range phrases {
		words := strings.Fields(value.Fold(p.Text))
		if len(words) == 0 {
			continue
		}
		x.first[words[0]] = append(x.first[words[0]], len(x.phrases))
		x.phrases = append(x.phrases, phrase{base(p.Language), words, p.Trigger, len(x.phrases)})
	}
	return x
}

// Best is the trigger that the words most likely stand for. The score is 1 if
// they are one of its phrases, by [value.Fold]; below, if such a phrase stands
// among them as whole words: the more of the words it makes up, the higher. Of
// two alike the one in the customer's language is best, then the one that was
// given first. It is not ok if there is no phrase in the words.
func (x *Index) Best(words, language string) (trigger int, score float64, ok bool) {
	said := strings.Fields(value.Fold(words))
	said = said[:min(len(said), maxWords)]
	language = base(language)
	var best *phrase
	for at, word := range said {
		for _, i := range x.first[word] {
			p := &x.phrases[i]
			if !startsWith(said[at:], p.words) {
				continue
			}
			s := p.score(len(said))
			if best == nil || s > score || s == score && p.isNearer(best, language) {
				best, score = p, s
			}
		}
	}
	if best == nil {
		return 0, 0, false
	}
	return best.trigger, score, true
}

func startsWith(said, words []string) bool {
	return len(said) >= len(words) && slices.Equal(said[:len(words)], words)
}

// score is how much of so many words the phrase is.
func (p *phrase) score(of int) float64 {
	n := float64(len(p.words))
	if len(p.words) == of {
		return exact
	}
	return mostPart * n / (n + (float64(of)-n)/2)
}

// isNearer reports whether p rather than other was meant by somebody who speaks
// the language, where both are as likely.
func (p *phrase) isNearer(other *phrase, language string) bool {
	mine, theirs := p.language == language, other.language == language
	if mine != theirs {
		return mine
	}
	return p.order < other.order
}

// base is a language tag without its region.
func base(tag string) string {
	tag, _, _ = strings.Cut(tag, "-")
	return strings.ToLower(tag)
}
