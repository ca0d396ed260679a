package understand

import (
	"slices"
	"testing"
)

const (
	advice = iota + 1
	shop
	hours
	tracking
	refund
)

func coffee() *Index {
	return NewIndex([]Phrase{
		{"en", "advice", advice},
		{"en", "help me choose", advice},
		{"en", "shop", shop},
		{"en", "opening hours", hours},
		{"en", "when are you open", hours},
		{"en", "Where is my order?", tracking},
		{"en", "How do I get a refund?", refund},
		{"de", "Beratung", advice},
		{"de", "hilf mir wählen", advice},
		{"de", "Öffnungszeiten", hours},
		{"de", "Wo ist meine Bestellung?", tracking},
		{"de", "Ich möchte mein Geld zurück", refund},
		{"fr", "conseil", advice},
		{"fr", "heures d’ouverture", hours},
		{"fr", "Où est ma commande ?", tracking},
		{"de", "eine andere Beratung", advice},
		{"de", "lagern", shop},
		{"de", "Shop", hours}, // the same word for another trigger
		{"", "☕", shop},
		{"en", "...", shop},
	})
}

func TestMatch(t *testing.T) {
	tests := []struct {
		name, words, language string
		trigger               int
		exact                 bool
	}{
		{"as it is", "advice", "en", advice, true},
		{"case and signs", "  ADVICE?! ", "en", advice, true},
		{"accents", "offnungszeiten?", "de", hours, true},
		{"umlauts written out", "Oeffnungszeiten", "de", hours, false},
		{"a sign alone", "☕", "en", shop, true},
		{"a word for two: the customer's language", "shop", "de-AT", hours, true},
		{"a word for two: the first", "shop", "fr", shop, true},
		{"polite words", "Hi, could you please help me choose?", "en", advice, false},
		{"inflection", "I would like some advices", "en", advice, false},
		{"another order of words", "my order, where is it?", "en", tracking, false},
		{"written together", "where's my order", "en", tracking, false},
		{"letters swapped", "opneing hours", "en", hours, false},
		{"a letter missing", "oening hours", "en", hours, false},
		{"a letter doubled", "wheree is my orderr", "en", tracking, false},
		{"a neighbouring key", "Bestelling, wo ist sie?", "de", tracking, false},
		{"a synonym", "How do I get my money back?", "en", refund, false},
		{"a synonym in German", "Rückerstattung", "de", refund, false},
		{"elision", "l’heure d’ouverture", "fr", hours, false},
		{"English said to a German bot", "opening hours please", "de", hours, false},
		{"German said to an English bot", "Wo ist denn meine Bestellung?", "en", tracking, false},
		{"a language without phrases", "opening hours", "es", hours, true},
	}
	index := coffee()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			found := index.Match(tt.words, tt.language)
			if len(found) == 0 {
				t.Fatalf("%q: nothing was found", tt.words)
			}
			if got := found[0]; got.Trigger != tt.trigger || got.Exact != tt.exact || got.Score < Threshold || got.Exact != (got.Score == 1) {
				t.Errorf("%q: found %+v; want trigger %d, exact %v", tt.words, found, tt.trigger, tt.exact)
			}
		})
	}
}

func TestNoise(t *testing.T) {
	index := coffee()
	for _, tt := range []struct{ words, language string }{
		{"the weather is fine", "en"},
		{"not too much", "en"},
		{"yesterday my sister met a man in a shop who sold old postcards from Portugal", "en"},
		{"I am not sure", "en"},
		{"schönes Wetter heute", "de"},
		{"meine Katze heißt Minka", "de"},
		{"il fait beau", "fr"},
		{"je m'appelle Pierre", "fr"},
		{"asdf jklö qwer", "de"},
		{"and?", "en"}, // the stem of the German "andere"
		{"maybe later", "en"},
		{"12345", "en"},
		{"?!", "en"},
		{"", "en"},
	} {
		if found := index.Match(tt.words, tt.language); len(found) > 0 && found[0].Score >= Threshold {
			t.Errorf("%q is taken for %+v", tt.words, found[0])
		}
	}
}

func TestMatchesAreInOrder(t *testing.T) {
	index := coffee()
	for _, words := range []string{"is the shop open", "advice on opening", "refund of my order"} {
		found := index.Match(words, "en")
		if len(found) == 0 || len(found) > maxMatches {
			t.Fatalf("%q: %d matches", words, len(found))
		}
		seen := map[int]bool{}
		for i, m := range found {
			if seen[m.Trigger] || i > 0 && m.Score > found[i-1].Score || m.Score <= 0 || m.Score > 1 {
				t.Errorf("%q: %+v", words, found)
			}
			seen[m.Trigger] = true
		}
	}
}

func TestNearMiss(t *testing.T) {
	found := coffee().Match("is the shop open", "en")
	if len(found) == 0 || found[0].Trigger != shop || found[0].Score < Doubt || found[0].Score >= Threshold {
		t.Errorf("found %+v; want a doubt", found)
	}
}

func TestEqualPhrasesGiveEqualScores(t *testing.T) {
	a, b := coffee(), coffee()
	for _, words := range []string{"could I have a refund", "Rückerstattung bitte", "conseils"} {
		if x, y := a.Match(words, "de"), b.Match(words, "de"); !slices.Equal(x, y) {
			t.Errorf("%q: %+v and %+v", words, x, y)
		}
	}
}

func TestEmptyIndex(t *testing.T) {
	for _, phrases := range [][]Phrase{nil, {{"en", "", 1}}, {{"en", "  ", 1}}, {{"", "", 1}}} {
		if found := NewIndex(phrases).Match("anything", "en"); len(found) > 0 {
			t.Errorf("an index of %v found %+v", phrases, found)
		}
	}
}

func TestPhrasesGivenAreNotKept(t *testing.T) {
	phrases := []Phrase{{"en", "advice", advice}}
	index := NewIndex(phrases)
	phrases[0] = Phrase{"en", "shop", shop}
	if found := index.Match("advice", "en"); len(found) == 0 || found[0].Trigger != advice {
		t.Errorf("found %+v", found)
	}
}
