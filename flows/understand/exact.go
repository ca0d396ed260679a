package understand

import "repartee/flows/value"

// exact finds phrases by the whole of what was said.
type exact struct {
	phrases map[string][]Phrase // by [value.Fold], in the order given
}

func newExact(phrases []Phrase) *exact {
	x := &exact{phrases: make(map[string][]Phrase, len(phrases))}
	for _, p := range phrases {
		if folded := value.Fold(p.Text); folded != "" {
			p.Language = base(p.Language)
			x.phrases[folded] = append(x.phrases[folded], p)
		}
	}
	return x
}

// find gives the triggers of the phrases that the words are: those in the
// language first, then in the order given.
func (x *exact) find(words, language string) []Match {
	var found, others []Match
	for _, p := range x.phrases[value.Fold(words)] {
		m := Match{Trigger: p.Trigger, Score: 1, Exact: true}
		if p.Language == language {
			found = append(found, m)
		} else {
			others = append(others, m)
		}
	}
	return append(found, others...)
}
