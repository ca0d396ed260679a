package understand

import (
	"fmt"
	"testing"
)

const (
	advice = iota + 1
	shop
	hours
)

func coffee() *Index {
	return NewIndex([]Phrase{
		{"en", "advice", advice},
		{"en", "help me choose", advice},
		{"en", "shop", shop},
		{"en", "opening hours", hours},
		{"de", "Beratung", advice},
		{"de", "Öffnungszeiten", hours},
		{"fr", "conseil", advice},
		{"de", "Shop", hours}, // the same word for another trigger
		{"", "☕", shop},
		{"en", "...", shop},
	})
}

func TestBest(t *testing.T) {
	tests := []struct {
		words, language string
		trigger         int
		exact           bool
		ok              bool
	}{
		{"advice", "en", advice, true, true},
		{"  ADVICE!  ", "en", advice, true, true},
		{"Help me choose, please", "en", advice, false, true},
		{"offnungszeiten?", "de", hours, true, true},
		{"Beratung", "en", advice, true, true},
		{"shop", "en", shop, true, true},
		{"shop", "de-AT", hours, true, true},
		{"shop", "fr", shop, true, true}, // the first of those in other languages
		{"☕", "en", shop, true, true},
		{"advices", "en", 0, false, false},
		{"help me", "en", 0, false, false},
		{"", "en", 0, false, false},
		{"?!", "en", 0, false, false},
	}
	index := coffee()
	for _, tt := range tests {
		t.Run(tt.words+" "+tt.language, func(t *testing.T) {
			trigger, score, ok := index.Best(tt.words, tt.language)
			if trigger != tt.trigger || ok != tt.ok || (score == 1) != tt.exact {
				t.Errorf("Best = %d, %v, %v; want %d, exact %v, %v", trigger, score, ok, tt.trigger, tt.exact, tt.ok)
			}
		})
	}
}

func TestScoreGrowsWithThePartOfTheWords(t *testing.T) {
	index := coffee()
	last := 2.0
	for _, words := range []string{
		"help me choose",
		"help me choose please",
		"can you help me choose please",
		"hello there can you perhaps please help me choose today",
	} {
		_, score, ok := index.Best(words, "en")
		if !ok || score >= last || score <= 0 {
			t.Errorf("%q: score %v after %v", words, score, last)
		}
		last = score
	}
	if last >= Threshold {
		t.Errorf("three words of ten have %v, which is above the threshold", last)
	}
	if _, score, _ := index.Best("can you help me choose please", "en"); score < Threshold {
		t.Errorf("three words of six have %v, which is below the threshold", score)
	}
}

func TestTheLongerPhraseWins(t *testing.T) {
	index := NewIndex([]Phrase{{"en", "order", 1}, {"en", "track my order", 2}})
	if trigger, _, _ := index.Best("please track my order", "en"); trigger != 2 {
		t.Errorf("trigger %d, want 2", trigger)
	}
}

func TestEmptyIndex(t *testing.T) {
	if _, _, ok := NewIndex(nil).Best("anything", "en"); ok {
		t.Error("an index of nothing found something")
	}
}

func BenchmarkBest(b *testing.B) {
	var phrases []Phrase
	for i := range 500 {
		phrases = append(phrases, Phrase{"en", fmt.Sprintf("how do I find number %d", i), i})
	}
	index := NewIndex(phrases)
	b.ReportAllocs()
	for b.Loop() {
		if _, _, ok := index.Best("Hello, how do I find number 499 please?", "de"); !ok {
			b.Fatal("not found")
		}
	}
}

func FuzzBest(f *testing.F) {
	f.Add("help me choose", "en")
	f.Add("\xff☕️ ADVICE", "de-AT")
	index := coffee()
	f.Fuzz(func(t *testing.T, words, language string) {
		trigger, score, ok := index.Best(words, language)
		if ok != (score > 0) || score > 1 || ok != (trigger != 0) {
			t.Errorf("Best(%q) = %d, %v, %v", words, trigger, score, ok)
		}
	})
}
