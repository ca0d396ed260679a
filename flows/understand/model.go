package understand

import (
	"slices"
)

// model finds triggers by the phrases of one language. It numbers the triggers
// that it knows: these are its classes.
type model struct {
	analyzer *analyzer
	features *vocabulary
	triggers []int // of each class
	examples []example
	postings [][]posting // of each feature: the examples that have it
	phrases  [][]int32   // of each class: its examples
	linear   *linear
	few      int               // classes, up to which all are looked at
	words    []map[string]bool // of each class: its stems and their parts
	concepts []map[int32]bool  // of each class
}

// example is a phrase as the model sees it.
type example struct {
	class    int32
	tokens   []token
	features []feature
}

type posting struct {
	example int32
	value   float32
}

// newModel learns the phrases: half a second or so for 2,500 of them.
func newModel(code string, phrases []Phrase) *model {
	texts := make([]string, len(phrases))
	for i, p := range phrases {
		texts[i] = p.Text
	}
	m := &model{analyzer: newAnalyzer(code, texts), few: fewEnough}
	m.read(phrases)
	m.features = newVocabulary(m.examples, len(m.triggers))
	m.postings = make([][]posting, m.features.size())
	for i := range m.examples {
		m.examples[i].features = m.features.of(m.examples[i].tokens)
		for _, f := range m.examples[i].features {
			m.postings[f.id] = append(m.postings[f.id], posting{int32(i), f.value})
		}
	}
	m.gather()
	m.linear = newLinear(m.examples, len(m.triggers), m.features.size(), m.rivals())
	return m
}

// read makes examples of the phrases that have a word.
func (m *model) read(phrases []Phrase) {
	classes := map[int]int32{}
	for _, p := range phrases {
		tokens := m.analyzer.tokens(m.analyzer.words(p.Text))
		if len(tokens) == 0 {
			continue
		}
		class, ok := classes[p.Trigger]
		if !ok {
			class = int32(len(m.triggers))
			classes[p.Trigger] = class
			m.triggers, m.phrases = append(m.triggers, p.Trigger), append(m.phrases, nil)
		}
		m.phrases[class] = append(m.phrases[class], int32(len(m.examples)))
		m.examples = append(m.examples, example{class: class, tokens: tokens})
	}
}

// gather collects the words and groups of each class.
func (m *model) gather() {
	m.words = make([]map[string]bool, len(m.triggers))
	m.concepts = make([]map[int32]bool, len(m.triggers))
	for c := range m.triggers {
		m.words[c], m.concepts[c] = map[string]bool{}, map[int32]bool{}
	}
	for _, e := range m.examples {
		m.tellNews(e.tokens)
		for _, t := range e.tokens {
			m.words[e.class][t.stem] = true
			for _, part := range t.parts {
				m.words[e.class][part] = true
			}
			for _, c := range t.concepts {
				m.concepts[e.class][c] = true
			}
		}
	}
}

// tellNews finds out what each word tells by itself.
func (m *model) tellNews(tokens []token) {
	for i := range tokens {
		tokens[i].news = classNews[tokens[i].class] * m.features.rarityOf(tokens[i].stem)
	}
}

// How many classes a phrase is learned to be told from: all where that is
// quick, and never fewer than leastRivals.
const (
	leastRivals = 16
	comparisons = 1 << 15 // of a phrase with a class, in a round
)

// rivals are, for each example, the classes that are likest to it and its own.
func (m *model) rivals() [][]int32 {
	count := max(leastRivals, comparisons/max(1, len(m.examples)))
	all := make([][]int32, len(m.examples))
	for i := range m.examples {
		rivals := likest(m.near(m.examples[i].features).closest, count)
		if !slices.Contains(rivals, m.examples[i].class) {
			rivals[len(rivals)-1] = m.examples[i].class
		}
		all[i] = rivals
	}
	return all
}

// likest gives the n classes with the highest numbers, the highest first.
func likest(numbers []float32, n int) []int32 {
	best := make([]int32, 0, n+1)
	for c, number := range numbers {
		if len(best) == n && number <= numbers[best[n-1]] {
			continue
		}
		at := len(best)
		for at > 0 && number > numbers[best[at-1]] {
			at--
		}
		best = slices.Insert(best, at, int32(c))
		best = best[:min(len(best), n)]
	}
	return best
}
