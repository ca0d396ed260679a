package replay

import (
	"slices"
	"strings"

	"repartee/flows"
)

// renamed is what was played with the names that flows, steps and items have in another set: that something is called otherwise parts nothing.
func (p played) renamed(set *flows.Set) played {
	p.turns = slices.Clone(p.turns)
	for i := range p.turns {
		turn := &p.turns[i]
		turn.before, turn.after = turn.before.renamed(set), turn.after.renamed(set)
		turn.events = slices.Clone(turn.events)
		for j := range turn.events {
			rename(&turn.events[j], set)
		}
	}
	return p
}

func (p place) renamed(set *flows.Set) place {
	p.Flow, p.Step = set.PlaceNow(p.Flow, p.Step)
	return p
}

// rename gives an event the names of now. Its detail begins with an item, "catalog.item", or is the flow that interrupted, or says something else.
func rename(e *flows.Event, set *flows.Set) {
	e.Flow, e.Step = set.PlaceNow(e.Flow, e.Step)
	if e.Name == flows.Interrupted {
		e.Detail = set.FlowNow(e.Detail)
		return
	}
	about, rest, more := strings.Cut(e.Detail, " ")
	if e.Detail = set.ItemNow(about); more {
		e.Detail += " " + rest
	}
}
