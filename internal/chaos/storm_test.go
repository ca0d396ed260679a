package chaos

import (
	"slices"
	"testing"
	"time"
)

// TestPlan: a storm is known by its seed, every fault that lasts ends within it, and a long storm has all kinds.
func TestPlan(t *testing.T) {
	kinds := faults(&Options{})
	const lasts = 10 * time.Minute
	same := func(a, b strike) bool {
		return a.at == b.at && a.fault == b.fault && a.n == b.n && a.finish == b.finish
	}
	one := plan(1, lasts, time.Second, kinds)
	if !slices.EqualFunc(one, plan(1, lasts, time.Second, kinds), same) {
		t.Error("the same seed plans another storm")
	}
	if slices.EqualFunc(one, plan(2, lasts, time.Second, kinds), same) {
		t.Error("another seed plans the same storm")
	}
	seen := map[string]int{}
	for i, s := range one {
		if s.at > lasts || i > 0 && s.at < one[i-1].at {
			t.Errorf("%s comes at %s, after %s", s.fault.name, s.at, one[max(0, i-1)].at)
		}
		if s.finish {
			seen[s.fault.name+" ends"]++
		} else {
			seen[s.fault.name]++
		}
	}
	for _, kind := range kinds {
		if seen[kind.name] == 0 || kind.most > 0 && seen[kind.name+" ends"] != seen[kind.name] {
			t.Errorf("%s begins %d times and ends %d times", kind.name, seen[kind.name], seen[kind.name+" ends"])
		}
	}
}

// TestShortPlan: even a short storm has most kinds, once each.
func TestShortPlan(t *testing.T) {
	kinds := faults(&Options{})
	seen := map[string]bool{}
	for _, s := range plan(1, 6*time.Second, 300*time.Millisecond, kinds) {
		seen[s.fault.name] = true
	}
	if len(seen) < len(kinds)/2 {
		t.Errorf("a short storm has %d of %d kinds", len(seen), len(kinds))
	}
}
