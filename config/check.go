package config

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/analysis/rules"
)

// Check proves the dialogue itself: what the rules of package rules find in the set, at its place. There is nothing to find where the set is nil: Load has said why.
func (l *Loaded) Check() Diagnostics {
	if l.Set == nil {
		return nil
	}
	var found Diagnostics
	for _, p := range checked(l.Set) {
		found = append(found, l.places.problem(p))
	}
	found = masked(found, nil).sorted()
	return found[:min(len(found), maxFound)]
}

// checked is what the rules find.
func checked(set *flows.Set) []flows.Problem {
	groups := rules.Groups()
	found := make([][]flows.Problem, len(groups))
	view := analysis.NewBy(set, sideBySide)
	sideBySide(len(groups), func(i int) { found[i] = rules.Find(view.Beside(), groups[i]) })
	return rules.Left(view, slices.Concat(found...))
}

// sideBySide calls do with the numbers below n, on all processors, in their order as these become free.
func sideBySide(n int, do func(i int)) {
	var next atomic.Int64
	var working sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		working.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	working.Wait()
}
