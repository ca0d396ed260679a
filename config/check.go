package config

import "repartee/flows/analysis/rules"

// Check proves the dialogue itself: what the rules of package rules find in the set, at its place. There is nothing to find where the set is nil: Load has said why.
func (l *Loaded) Check() Diagnostics {
	if l.Set == nil {
		return nil
	}
	var found Diagnostics
	for _, p := range rules.Check(l.Set) {
		found = append(found, l.places.problem(p))
	}
	found = masked(found, nil).sorted()
	return found[:min(len(found), maxFound)]
}
