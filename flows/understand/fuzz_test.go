package understand

import (
	"strings"
	"testing"
)

func FuzzMatch(f *testing.F) {
	for _, seed := range [][2]string{
		{"help me choose", "en"}, {"\xff☕️ ADVICE", "de-AT"}, {"l’’'qu'", "fr"}, {"ue oe ae aue", "de"},
		{strings.Repeat("Versandkosten", 300), "de"}, {strings.Repeat("order ", 2000), "en"}, {"où\u0301 est", "fr"}, {"注文はどこですか", "ja"},
	} {
		f.Add(seed[0], seed[1])
	}
	index := coffee()
	f.Fuzz(func(t *testing.T, words, language string) {
		last := 1.0
		for _, m := range index.Match(words, language) {
			if !(m.Score > 0 && m.Score <= last) || m.Trigger == 0 || m.Exact && m.Score != 1 {
				t.Errorf("Match(%q, %q): %+v after %v", words, language, m, last)
			}
			last = m.Score
		}
	})
}

func FuzzPhrases(f *testing.F) {
	f.Add("help me choose", "help", "en")
	f.Add("l’\xff", "☕", "fr")
	f.Add("Versandkosten", "kosten versand", "de")
	f.Fuzz(func(t *testing.T, phrase, words, language string) {
		index := NewIndex([]Phrase{{language, phrase, 1}, {"", words, 2}, {"", "shop", 3}})
		index.Match(words, language)
		for _, m := range index.Match(phrase, language) {
			if !(m.Score > 0 && m.Score <= 1) {
				t.Errorf("%q: %+v", phrase, m)
			}
		}
	})
}
