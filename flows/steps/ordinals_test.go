package steps

import (
	"slices"
	"testing"

	"repartee/flows/value"
)

func TestOrdinals(t *testing.T) {
	for _, tt := range []struct {
		language      string
		place, length int
		words         string
	}{
		{"en", 0, 3, "the first one"},
		{"en", 1, 3, "second"},
		{"en", 2, 3, "the last one"},
		{"en", 2, 3, "third"},
		{"en", 1, 3, "number 2"},
		{"de", 0, 2, "das erste"},
		{"de", 0, 2, "den ersten"},
		{"de", 1, 2, "letzter"},
		{"fr", 0, 2, "la première"},
		{"fr", 1, 3, "le second"},
		{"fr", 2, 3, "la dernière"},
		{"de", 9, 10, "10"},
		{"en", 0, 1, "the first one"},
	} {
		if words := ordinals(tt.language, tt.place, tt.length); !slices.Contains(words, tt.words) {
			t.Errorf("%s: %q is not the word for place %d of %d, but %q", tt.language, tt.words, tt.place+1, tt.length, words)
		}
	}
}

func TestOrdinalsTellApart(t *testing.T) {
	for language := range ordinalsOf {
		said := map[string]int{}
		for place := range 10 {
			for _, words := range ordinals(language, place, 10) {
				if other, ok := said[value.Fold(words)]; ok && other != place {
					t.Errorf("%s: %q means place %d and %d", language, words, other+1, place+1)
				}
				said[value.Fold(words)] = place
			}
		}
	}
}

func TestNoOrdinals(t *testing.T) {
	if words := ordinals("xx", 0, 3); words != nil {
		t.Errorf("a language without words, got %q", words)
	}
	if words := ordinals("en", 10, 40); words != nil {
		t.Errorf("the eleventh has no word, got %q", words)
	}
}
