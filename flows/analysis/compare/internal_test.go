package compare

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSpellingOfExpressions(t *testing.T) {
	for _, same := range [][2]string{
		{"cups > 4 and brew in ['a b', 'c']", "cups>4  and brew in['a b','c']"},
		{"item.price <= (budget ?? 200)", "item.price<=( budget??200 )"},
		{"today - 90d", "today-90d"},
		{"not known(x)", "not  known( x )"},
	} {
		if a, b := unspaced(same[0]), unspaced(same[1]); a != b {
			t.Errorf("%q and %q", a, b)
		}
	}
	for _, other := range [][2]string{{"x == 'a b'", "x == 'a  b'"}, {"not known", "notknown"}, {"a and b", "a or b"}} {
		if a, b := unspaced(other[0]), unspaced(other[1]); a == b {
			t.Errorf("%q stands for both %q", a, other)
		}
	}
}

func TestSpellingOfNumbers(t *testing.T) {
	for source, want := range map[string]string{"12.90": "12.9", "12.00": "12", "7": "7", "-0.50": "-0.5", "10%": "10%", "1.2.0": "1.2.0", ".50": ".50", "100": "100", "v1.0": "v1.0"} {
		if got := number(source); got != want {
			t.Errorf("%s: %s, want %s", source, got, want)
		}
	}
}

// TestWordwiseTellsBothTexts: what was removed and what stayed is the old text, what was added and what stayed the new one.
func TestWordwiseTellsBothTexts(t *testing.T) {
	texts := rapid.StringMatching(`([a-c]{1,2}[ .,\n]{0,2}){0,8}`)
	rapid.Check(t, func(t *rapid.T) {
		old, now := texts.Draw(t, "old"), texts.Draw(t, "new")
		var before, after strings.Builder
		last := Kind("none")
		for _, word := range wordwise(old, now) {
			if word.Kind == last {
				t.Fatalf("two pieces of the same kind follow one another: %q", wordwise(old, now))
			}
			last = word.Kind
			if word.Kind != Added {
				before.WriteString(word.Text)
			}
			if word.Kind != Removed {
				after.WriteString(word.Text)
			}
		}
		if before.String() != old || after.String() != now {
			t.Fatalf("%q and %q, of %q and %q", before.String(), after.String(), old, now)
		}
	})
}

// TestDisplacedAreTheFewest: without what is told to have moved, the rest stands in order, and fewer would not do.
func TestDisplacedAreTheFewest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		order := rapid.Permutation([]int{0, 1, 2, 3, 4, 5, 6}).Draw(t, "order")
		pairs := make([]pair, len(order))
		for now, old := range order {
			pairs[now] = pair{old, now}
		}
		moved := displaced(pairs)
		rest := slices.DeleteFunc(slices.Clone(pairs), func(p pair) bool { return slices.Contains(moved, p) })
		if !inOrder(rest) {
			t.Fatalf("%v is not in order without %v", order, moved)
		}
		for kept := range 1 << len(pairs) {
			var some []pair
			for i, p := range pairs {
				if kept>>i&1 == 1 {
					some = append(some, p)
				}
			}
			if len(some) > len(rest) && inOrder(some) {
				t.Fatalf("of %v there is %v in order, more than %v", order, some, rest)
			}
		}
	})
}

func inOrder(pairs []pair) bool {
	return slices.IsSortedFunc(pairs, func(a, b pair) int { return a.old - b.old })
}
