package mutate

import (
	"repartee/flows"
	"repartee/flows/steps"
)

// branchArms exchanges neighbouring arms of a branch.
func (g *gatherer) branchArms(b *steps.Branch) {
	for i := range max(len(b.Branch)-1, 0) {
		if b.Branch[i+1].When == nil {
			continue // an else is last
		}
		g.add(Swap, b.Branch[i+1].Ref, "this arm stood before the one above it", func() {
			b.Branch[i], b.Branch[i+1] = b.Branch[i+1], b.Branch[i]
		})
	}
}

// textArms exchanges neighbouring arms of a text.
func (g *gatherer) textArms(text *flows.Text) {
	for i := range max(len(text.Arms)-1, 0) {
		if text.Arms[i+1].When == nil {
			continue // an else is last
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
