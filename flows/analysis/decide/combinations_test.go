package decide

import (
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"repartee/flows/expr"
)

// TestCombinations: they make the same conditions hold together as all values do.
func TestCombinations(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SampledFrom(mixes()).Draw(t, "names")
		about := rapid.SliceOfN(conditions(names), 1, 3).Draw(t, "about")
		programs := compiled(t, about)
		combinations, ok := Combinations(Question{Domain: ofShop, Currency: "EUR"}, parsed(programs), 100_000)
		if !ok {
			t.Fatalf("no combinations of %q", about)
		}
		want, got := map[string]bool{}, map[string]bool{}
		every(names, env{}, func(e env) bool {
			want[held(programs, e)] = true
			return true
		})
		for _, w := range combinations {
			got[held(programs, w.env())] = true
		}
		if !maps.Equal(want, got) {
			t.Fatalf("%q: %v, with combinations %v", about, slices.Sorted(maps.Keys(want)), slices.Sorted(maps.Keys(got)))
		}
	})
}

// held tells of each program whether it holds, as a text.
func held(programs []*expr.Program, e env) string {
	all := make([]byte, len(programs))
	for i, p := range programs {
		all[i] = '-'
		if p.True(e) {
			all[i] = '+'
		}
	}
	return string(all)
}

func TestTooManyCombinations(t *testing.T) {
	about := formulas(t, []string{"brew == 'filter' or stars > 3", "party in [1, 2]"})
	if all, ok := Combinations(Question{Domain: ofShop}, about, 3); ok {
		t.Errorf("%d combinations", len(all))
	}
	if _, ok := Combinations(Question{Domain: ofShop}, formulas(t, []string{"amount * 2 < 30"}), 1000); ok {
		t.Error("an expression was gone through")
	}
	hold := formulas(t, []string{"brew == 'filter'"})
	if all, ok := Combinations(Question{Hold: hold, Domain: ofShop}, formulas(t, []string{"news"}), 1000); !ok || len(all) != 2 {
		t.Errorf("%v, %v", all, ok)
	}
}
