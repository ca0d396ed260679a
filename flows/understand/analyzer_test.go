package understand

import (
	"slices"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	tests := []struct{ language, text, want string }{
		{"en", "Where's my order?", "where is my order"},
		{"en", "I can’t pay", "i can not pay"},
		{"de", "Öffnungszeiten für Häuser", "offnungszeiten fur hauser"},
		{"de", "Oeffnungszeiten fuer Haeuser", "offnungszeiten fur hauser"},
		{"de", "neue bequeme Dauer", "neue bequeme dauer"},
		{"de", "gibt's wieviel", "gibt es wie viel"},
		{"fr", "l’heure d'ouverture", "l heure d ouverture"},
		{"fr", "Qu'est-ce que c’est ?", "qu est ce que c est"},
		{"fr", "aujourd'hui", "aujourd hui"},
		{"pl", "Gdzie jest paczka?", "gdzie jest paczka"},
	}
	for _, tt := range tests {
		if got := strings.Join(newLanguage(tt.language).words(tt.text), " "); got != tt.want {
			t.Errorf("%s %q: %q, want %q", tt.language, tt.text, got, tt.want)
		}
	}
}

func TestStems(t *testing.T) {
	for language, groups := range map[string][][]string{
		"en": {{"order", "orders", "ordered", "ordering"}, {"delivery", "deliveries"}},
		"de": {{"bestellung", "bestellungen"}, {"kaffee", "kaffees"}, {"tute", "tuten"}},
		"fr": {{"conseil", "conseils"}, {"livrer", "livrez", "livre"}},
		"es": {{"pedido", "pedidos"}},
	} {
		l := newLanguage(language)
		for _, group := range groups {
			for _, word := range group[1:] {
				if l.stem(word) != l.stem(group[0]) {
					t.Errorf("%s: %q and %q have the stems %q and %q", language, group[0], word, l.stem(group[0]), l.stem(word))
				}
			}
		}
	}
}

func TestMendedWords(t *testing.T) {
	a := newAnalyzer("en", []string{"opening hours", "parcel", "delivery", "decaf"})
	tests := []struct{ word, want string }{
		{"opneing", "opening"},
		{"houurs", "hours"},
		{"parcl", "parcel"},
		{"parvel", "parcel"},
		{"delivrey", "delivery"},
		{"hours", "hours"},
		{"house", "house"},   // an everyday word is no misspelt one
		{"parade", "parade"}, // too far
		{"dec", "dec"},       // too short
	}
	for _, tt := range tests {
		tokens := a.said(tt.word)
		if len(tokens) != 1 || tokens[0].word != tt.want || (tokens[0].sure < 1) != (tt.word != tt.want) {
			t.Errorf("%q: %+v, want %q", tt.word, tokens, tt.want)
		}
	}
}

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want float64
	}{
		{"same", "same", 0},
		{"salt", "slat", swapped},
		{"hours", "houurs", doubledLetter},
		{"hours", "hourd", nearbyLetter},
		{"hours", "hourx", otherLetter},
		{"hours", "hous", otherLetter},
		{"hours", "ours", otherLetter + firstLetter},
		{"hours", "minutes", 3}, // the limit
	}
	for _, tt := range tests {
		if got := distance([]rune(tt.a), []rune(tt.b), 3); got != tt.want {
			t.Errorf("distance(%q, %q) = %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestCompounds(t *testing.T) {
	a := newAnalyzer("de", []string{"Wie hoch sind die Kosten für den Versand?", "Öffnungszeiten", "Tüte"})
	tests := []struct {
		word string
		want []string
	}{
		{"versandkosten", []string{"versand", "kost"}},
		{"kaffeetute", []string{"kaffe", "tut"}},
		{"geschenkstute", []string{"geschenk", "tut"}},
		{"versand", nil},
		{"einkosten", nil}, // "ein" is grammar
		{"xyzkosten", nil},
	}
	for _, tt := range tests {
		if got := a.tokens([]string{tt.word})[0].parts; !slices.Equal(got, tt.want) {
			t.Errorf("%q: %q, want %q", tt.word, got, tt.want)
		}
	}
}

func TestExpressions(t *testing.T) {
	a := newAnalyzer("en", nil)
	group := func(text string) []int32 { return a.tokens(a.words(text))[0].concepts }
	money := group("refund")[0]
	for text, want := range map[string]bool{
		"money back":                         true,
		"money is back":                      true,
		"money will certainly not come back": false,
		"money":                              false,
	} {
		if got := slices.Contains(group(text), money); got != want {
			t.Errorf("%q is in the group of refunds: %v, want %v", text, got, want)
		}
	}
}

func TestTablesAreWellFormed(t *testing.T) {
	for name, table := range map[string]table{"english": english, "deutsch": deutsch, "francais": francais} {
		groups := map[string]bool{}
		for line := range strings.Lines(strings.TrimSpace(table.synonyms) + "\n") {
			group, entries, ok := strings.Cut(strings.TrimSpace(line), ":")
			if !ok || groups[group] || len(strings.Fields(entries)) < 1 {
				t.Errorf("%s: the line %q has no name, one that is there already, or no words", name, line)
			}
			groups[group] = true
		}
		for entry := range strings.FieldsSeq(table.short) {
			if word, long, ok := strings.Cut(entry, ":"); !ok || word == "" || long == "" {
				t.Errorf("%s: %q is no short form", name, entry)
			}
		}
	}
}
