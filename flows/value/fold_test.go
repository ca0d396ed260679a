package value

import "testing"

func TestFold(t *testing.T) {
	same := [][]string{
		{"french press", "French Press", "french-press", "  FRENCH \t press! ", "„French Press“", "Frénch Press"},
		{"strasse", "Straße", "STRASSE", "STRAẞE"},
		{"offnungszeiten", "Öffnungszeiten", "O\u0308ffnungszeiten", "öffnungszeiten?"},
		{"dont", "don't", "don’t", "Don`t"},
		{"9:30", "9:30", "9:30."},
		{"-5", "-5", "−5"},
		{"1.50", "1.50", "(1.50)"},
		{"10 %", "10 %", "10 %!"},
		{"c++", "C++"},
		{"istanbul", "İstanbul", "ıstanbul"},
		{"οδος", "ΟΔΟΣ", "οδός"}, // Greek: both sigmas
		{"coeur", "cœur"},
		{"espresso", "☕ Espresso"},
		{"👍", "👍", "👍🏽", " 👍️ "},
		{"2", "２", "2️⃣"},
		{"", "", "   ", "\u200b"},
	}
	for _, group := range same {
		want := Fold(group[1])
		for _, s := range group[1:] {
			if got := Fold(s); got != want {
				t.Errorf("Fold(%q) = %q, want %q", s, got, want)
			}
		}
	}
	for _, group := range same {
		if got := Fold(group[1]); got != group[0] && group[0] != "οδος" {
			t.Errorf("Fold(%q) = %q, want %q", group[1], got, group[0])
		}
	}
	different := [][2]string{{"15", "1.5"}, {"5", "-5"}, {"a", "b"}, {"👍", "👎"}, {"c", "c++"}, {"กา", "กี"}}
	for _, pair := range different {
		if Fold(pair[0]) == Fold(pair[1]) {
			t.Errorf("%q and %q fold to the same", pair[0], pair[1])
		}
	}
}

// TestFoldLatin holds the short way to the long one: each letter of western languages, by itself and between others.
func TestFoldLatin(t *testing.T) {
	for r := rune(0x20); r < 0x180; r++ {
		for _, s := range []string{string(r), "a" + string(r) + "b", "1" + string(r) + "2", " " + string(r) + "3", string(r) + "\u0301"} {
			if folded, ok := foldLatin(s); ok && folded != foldAny(s) {
				t.Errorf("%q is %q, else %q", s, folded, foldAny(s))
			}
		}
	}
	if _, ok := foldLatin("Für über „Kaffee“, l’été à 5 €"); !ok {
		t.Error("a German text with French words goes the long way")
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Straße", "👍🏽", "a\xff", "1.5", "l’eau", "I'd take `2`", " -3,5:7 a-1", "+$ 5.", "?!", "a\x00b\vc", "ÀÿÐ×Þ", "«-5» ‘x’", "5€–", "é\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if folded, ok := foldLatin(s); ok && folded != foldAny(s) {
			t.Errorf("as Latin, %q is %q, else %q", s, folded, foldAny(s))
		}
		if twice := Fold(once); twice != once {
			t.Errorf("Fold(%q) = %q, folded again %q", s, once, twice)
		}
	})
}
