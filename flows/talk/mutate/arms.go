package mutate

import (
	"strings"

	"repartee/flows"
	"repartee/flows/steps"
)

// branchArms exchanges neighbouring arms of a branch.
func (g *gatherer) branchArms(b *steps.Branch) {
	for i := range max(len(b.Branch)-1, 0) {
		first, second := b.Branch[i].When, b.Branch[i+1].When
		if !exchangeable(first, second) {
			continue
		}
		g.add(Swap, b.Branch[i+1].Ref, "this arm stood before the one above it", func() {
			b.Branch[i], b.Branch[i+1] = b.Branch[i+1], b.Branch[i]
		})
	}
}

// textArms exchanges neighbouring arms of a text.
func (g *gatherer) textArms(text *flows.Text) {
	for i := range max(len(text.Arms)-1, 0) {
		first, second := text.Arms[i].When, text.Arms[i+1].When
		if !exchangeable(first, second) {
			continue
		}
		var through []flows.Ref
		if g.step == nil {
			through = []flows.Ref{text.Arms[i].Text.Ref, text.Arms[i+1].Text.Ref}
		}
		g.add(Swap, text.Arms[i+1].Text.Ref, "this arm stood before the one above it", func() {
			text.Arms[i], text.Arms[i+1] = text.Arms[i+1], text.Arms[i]
		}, through...)
	}
}

// exchangeable tells whether the order of two arms means anything: both can hold at once, as far as their text tells.
func exchangeable(first, second *flows.Condition) bool {
	if first == nil || second == nil {
		return false // an else is last
	}
	for _, a := range parts(first.Source) {
		for _, b := range parts(second.Source) {
			if excludes(a, b) || excludes(b, a) {
				return false
			}
		}
	}
	return true
}

// parts are the conditions that must hold together.
func parts(source string) []string {
	if strings.Contains(source, " or ") || strings.ContainsRune(source, '?') {
		return []string{strings.TrimSpace(source)}
	}
	all := strings.Split(source, " and ")
	for i := range all {
		all[i] = strings.TrimSpace(all[i])
	}
	return all
}
