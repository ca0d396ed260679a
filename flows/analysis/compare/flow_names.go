package compare

import (
	"cmp"
	"slices"
	"strings"
)

// nearlyTheSame is how much of two flows must be the same, from 0 to 1, for them to be taken for one flow with another id.
const nearlyTheSame = 0.6

// saysSo is more than any likeness: the flow itself tells what it was called.
const saysSo = 2

// renamedFlows finds the flows that are there with another id: of those that have come and gone the ones that say so, then the pairs that are most alike.
func renamedFlows(old, now []*flowEntry) map[string]string {
	gone, come := onlyIn(old, now), onlyIn(now, old)
	type likeness struct {
		old, now string
		like     float64
	}
	var found []likeness
	for _, was := range gone {
		content := was.contentOfSteps()
		for _, flow := range come {
			if flow.was == was.id {
				found = append(found, likeness{was.id, flow.id, saysSo})
			} else if like := overlap(content, flow.contentOfSteps()); like >= nearlyTheSame && len(content) > 0 {
				found = append(found, likeness{was.id, flow.id, like})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b likeness) int { return cmp.Compare(b.like, a.like) })
	names, taken := map[string]string{}, map[string]bool{}
	for _, l := range found {
		if _, ok := names[l.old]; !ok && !taken[l.now] {
			names[l.old], taken[l.now] = l.now, true
		}
	}
	return names
}

// onlyIn gives the flows whose ids the others do not have.
func onlyIn(flows, others []*flowEntry) []*flowEntry {
	return slices.DeleteFunc(slices.Clone(flows), func(f *flowEntry) bool {
		return slices.ContainsFunc(others, func(other *flowEntry) bool { return other.id == f.id })
	})
}

// contentOfSteps is what is written in the steps of the flow, in words.
func (f *flowEntry) contentOfSteps() []string {
	var all []string
	for _, step := range f.steps {
		all = append(append(all, step.kind), step.content()...)
	}
	return all
}

// flowNow is what a flow of the old version is called now.
func (c *comparer) flowNow(id string) string {
	if now, ok := c.flowNames[id]; ok {
		return now
	}
	return id
}

// sameFlow tells of two leaves that are the same but for what the flow that they name is called.
func (c *comparer) sameFlow(old, now *entry) bool {
	return old.flow != "" && c.flowNow(old.flow) == now.flow && strings.Replace(old.value, old.flow, now.flow, 1) == now.value
}

// knownNow is what a step of the old version is known by; one that runs a flow is known by what that is called now.
func (c *comparer) knownNow(step *stepEntry) string {
	if step.kind == "flow" && step.id == "" {
		return c.flowNow(step.known)
	}
	return step.known
}
