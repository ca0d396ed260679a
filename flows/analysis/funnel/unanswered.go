package funnel

import (
	"slices"
	"strings"
)

// InVain is a question that nobody answered, in all its wordings.
type InVain struct {
	Language string   `json:"language"`
	Words    string   `json:"words"` // the most frequent wording
	Count    int64    `json:"count"` // of all wordings
	Others   []string `json:"others,omitempty"`
}

// Unanswered puts wordings of the same words together, the most frequent first. counts are those of flows.CountUnanswered; language is one of them, "" all.
func Unanswered(counts map[string]int64, language string) []InVain {
	wordings := make([]string, 0, len(counts))
	for wording := range counts {
		wordings = append(wordings, wording)
	}
	byCount := func(a, b string) int {
		if counts[a] != counts[b] {
			return int(counts[b] - counts[a])
		}
		return strings.Compare(a, b)
	}
	slices.SortFunc(wordings, byCount)
	groups := map[string]*InVain{}
	var list []*InVain
	for _, wording := range wordings {
		spoken, words, _ := strings.Cut(wording, " ")
		if language != "" && spoken != language {
			continue
		}
		key := spoken + " " + wordKey(words)
		group := groups[key]
		if group == nil {
			group = &InVain{Language: spoken, Words: words}
			groups[key] = group
			list = append(list, group)
		} else {
			group.Others = append(group.Others, words)
		}
		group.Count += counts[wording]
	}
	slices.SortStableFunc(list, func(a, b *InVain) int { return int(b.Count - a.Count) })
	out := make([]InVain, len(list))
	for i, group := range list {
		out[i] = *group
	}
	return out
}

// wordKey is the same for the same words in any order and most forms. The words are folded already.
func wordKey(words string) string {
	list := strings.Fields(words)
	for i, word := range list {
		list[i] = stem(word)
	}
	slices.Sort(list)
	return strings.Join(slices.Compact(list), " ")
}

// stem cuts the commonest endings of English, German and French off a word: enough to put two wordings side by side, where an error does no harm.
func stem(word string) string {
	for _, ending := range []string{"ing", "ern", "en", "er", "es", "em", "ed", "e", "s", "n"} {
		if rest, cut := strings.CutSuffix(word, ending); cut && len(rest) >= 4 {
			return rest
		}
	}
	return word
}
