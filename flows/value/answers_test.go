package value

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// everyday are the types that customers' answers are kept for, in testdata/answers.
func everyday() map[string]*Type {
	extras := &Type{Base: TypeManyOf, Options: []Option{
		{ID: "milk", Label: map[string]string{"": "Milk", "de": "Milch", "fr": "Lait"}},
		{ID: "sugar", Label: map[string]string{"": "Sugar", "de": "Zucker", "fr": "Sucre"}},
		{ID: "oat_milk", Label: map[string]string{"": "Oat milk", "de": "Hafermilch", "fr": "Lait d’avoine"}},
		{ID: "cinnamon", Label: map[string]string{"": "Cinnamon", "de": "Zimt", "fr": "Cannelle"}},
	}}
	types := map[string]*Type{"one_of": brew(), "many_of": extras}
	for _, base := range []Base{TypeInteger, TypeNumber, TypeMoney, TypeYesNo, TypeDate, TypeTime, TypeDateTime, TypeEmail, TypePhone, TypeRating} {
		types[base.String()] = &Type{Base: base}
	}
	return types
}

// TestEverydayAnswers reads what customers type on their phones, on Monday, 2 March 2026, 13:00. Each line of testdata/answers has the language, the words, and
// behind => what is read: the value, or the reason why not, with what is asked about behind "near". UPDATE_GOLDEN=1 writes the readings anew, for a review.
func TestEverydayAnswers(t *testing.T) {
	for name, typ := range everyday() {
		path := filepath.Join("testdata", "answers", name+".txt")
		kept, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var anew strings.Builder
		for line := range strings.Lines(string(kept)) {
			answer, want, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " => ")
			lang, words, _ := strings.Cut(answer, " ")
			got := readingOf(Read(typ, words, in(lang)))
			if got != want {
				t.Errorf("%s, %s: %s, want %s", name, answer, got, want)
			}
			fmt.Fprintf(&anew, "%s => %s\n", answer, got)
		}
		if os.Getenv("UPDATE_GOLDEN") != "" {
			if err := os.WriteFile(path, []byte(anew.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func readingOf(v Value, misread *Misread) string {
	switch {
	case misread == nil:
		return string(v.AppendJSON(nil))
	case misread.Near.Known():
		return misread.Reason.String() + ", near " + string(misread.Near.AppendJSON(nil))
	default:
		return misread.Reason.String()
	}
}
