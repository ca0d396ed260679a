package understand

// Threshold is the score from which words count as understood.
const Threshold = 0.5

// Phrase is something that customers say for a trigger.
type Phrase struct {
	Language string // of the phrase, such as "de"; "" if it belongs to none
	Text     string
	Trigger  int // what it stands for; a number of the caller's own
}

// Index finds triggers by words. It is immutable and may be shared.
type Index struct{}

// NewIndex builds an index of the phrases.
func NewIndex(phrases []Phrase) *Index { return &Index{} }

// Best is the trigger that the words stand for, with a score above 0 and up to
// 1: 1 if the words are a phrase. It is not ok if no phrase is in the words.
func (x *Index) Best(words, language string) (trigger int, score float64, ok bool) {
	return 0, 0, false
}
