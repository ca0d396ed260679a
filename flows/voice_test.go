package flows

import "testing"

// TestAvoided holds texts to a word that is avoided: its own forms are found, other words that begin alike are not.
func TestAvoided(t *testing.T) {
	for _, c := range []struct {
		text, word, language string
		want                 bool
	}{
		{"a cheap tea", "cheap", "en", true},
		{"cheaper teas", "cheap", "en", true},
		{"a cheapskate", "cheap", "en", false},
		{"unser production werk", "produkt", "de", false},
		{"die billigsten tees", "billig", "de", true},
		{"des billigen tees", "billig", "de", true},
		{"wir billigen das nicht so billig", "nicht so billig", "de", true},
		{"unbillig", "billig", "de", false},
		{"vos produits", "produit", "fr", true},
		{"la production", "produit", "fr", false},
	} {
		if got := avoided(" "+c.text+" ", c.word, c.language); got != c.want {
			t.Errorf("%q in %q: %t, want %t", c.word, c.text, got, c.want)
		}
	}
}
