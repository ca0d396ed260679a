package mutate

import (
	"slices"

	"repartee/flows"
)

// question takes away what mends an answer: a retry, a check.
func (g *gatherer) question(step *flows.Step) {
	asking, ok := step.Body.(flows.Asking)
	if !ok {
		return
	}
	keys := asking.Shared()
	g.retries(&keys.Retry)
	for i := range keys.Check {
		ref := keys.Check[i].When.Ref
		g.add(NoCheck, ref, "this check were missing", func() { keys.Check = slices.Delete(keys.Check, i, i+1) }, ref)
	}
}

// retries takes away the last of the retries.
func (g *gatherer) retries(text *flows.Text) {
	if text.Empty() {
		return
	}
	if n := len(text.All); n > 0 {
		ref := text.All[n-1].Ref
		g.add(NoRetry, ref, "this retry were missing", func() { text.All = text.All[:n-1] }, ref)
		return
	}
	ref := text.Ref
	g.add(NoRetry, ref, "this retry were missing", func() { *text = flows.Text{} }, ref)
}
