package value

import "testing"

func TestAlike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"A small tea for rainy days.", "A large tea for rainy days.", 10.0 / 12},
		{"Grüße, Ännchen!", "GRÜSSE ännchen", 1},
		{"tea tea", "tea", 2.0 / 3},
		{"How do you brew?", "Dark and dry.", 0},
		{"", "", 0},
	} {
		if got := Alike(c.a, c.b); got != c.want {
			t.Errorf("%q and %q are alike to %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
