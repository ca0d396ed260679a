package value

import (
	"testing"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

func TestPluralForm(t *testing.T) {
	tests := []struct {
		lang string
		n    Value
		want int
	}{
		{"en", Integer(0), 1}, {"en", Integer(1), 0}, {"en", Integer(2), 1}, {"en", Number(1_500_000), 1},
		{"de-AT", Integer(1), 0},
		{"fr", Integer(0), 0}, {"fr", Number(1_500_000), 0}, {"fr", Integer(2), 1}, {"fr", Integer(1_000_000), 1},
		{"ru", Integer(1), 0}, {"ru", Integer(2), 1}, {"ru", Integer(5), 2}, {"ru", Integer(21), 0}, {"ru", Integer(1_000_021), 0},
		{"pl", Integer(22), 1},
		{"ja", Integer(1), 0},
		{"", Integer(2), 1},
		{"not a language", Integer(1), 0},
	}
	for _, tt := range tests {
		if got := PluralForm(tt.lang, tt.n); got != tt.want {
			t.Errorf("%s: %s has form %d, want %d", tt.lang, tt.n.AppendJSON(nil), got, tt.want)
		}
	}
}

// TestPluralFormsAreThoseOfCLDR holds the table of forms against x/text.
func TestPluralFormsAreThoseOfCLDR(t *testing.T) {
	order := []plural.Form{plural.Zero, plural.One, plural.Two, plural.Few, plural.Many, plural.Other}
	for _, lang := range []string{
		"ar", "be", "bg", "bs", "cs", "cy", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hi", "hr",
		"hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv",
		"th", "tr", "uk", "vi", "zh",
	} {
		seen := map[plural.Form]bool{}
		for n := range 300 {
			seen[plural.Cardinal.MatchPlural(language.Make(lang), n, 0, 0, 0, 0)] = true
		}
		var want []plural.Form
		for _, form := range order {
			if seen[form] {
				want = append(want, form)
			}
		}
		got := formsOf(language.Make(lang))
		if len(got) != len(want) {
			t.Errorf("%s has %v, want %v", lang, got, want)
			continue
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%s has %v, want %v", lang, got, want)
				break
			}
		}
	}
}
