package mutate

import (
	"slices"

	"repartee/flows"
	"repartee/flows/steps"
)

// keeping leaves out what keeps a tag or a goal.
func (g *gatherer) keeping(step *flows.Step) {
	switch body := step.Body.(type) {
	case *steps.Tag:
		g.without(DropSet, step, "the tag were not given")
	case *steps.Untag:
		g.without(DropSet, step, "the tag were not taken away")
	case *steps.Goal:
		g.without(DropSet, step, "the goal "+string(body.Name)+" were not reached here")
	}
}

// passing leaves out one of several values that are kept or handed over.
func (g *gatherer) passing(pairs *[]flows.Pass, what string) {
	for i := range *pairs {
		name := (*pairs)[i].Name
		g.add(DropSet, name.Ref, "`"+name.Name+"` were not "+what+" here", func() { *pairs = slices.Delete(*pairs, i, i+1) })
	}
}
