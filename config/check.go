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

// maxViews bounds what is worked out more than once.
const maxViews = 4

// checked is what the rules find. They are divided over the processors as these become free, each with a view of its own: a view is for one at a time.
func checked(set *flows.Set) []flows.Problem {
	all := rules.All()
	found := make([][]flows.Problem, len(all))
	views := make([]*analysis.View, min(runtime.GOMAXPROCS(0), maxViews))
	var next atomic.Int64
	var working sync.WaitGroup
	for i := range views {
		working.Go(func() {
			views[i] = analysis.New(set)
			for at := next.Add(1) - 1; at < int64(len(all)); at = next.Add(1) - 1 {
				found[at] = all[at].Find(views[i])
			}
		})
	}
	working.Wait()
	return rules.Left(views[0], slices.Concat(found...))
}
