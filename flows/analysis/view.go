package analysis

import "repartee/flows"

// View is a set with all that is worked out of it once, for all rules. It is read only.
type View struct {
	Set *flows.Set

	exits map[*flows.Step][]flows.Exit
	uses  map[*flows.Step][]flows.Use
}

// New works out what there is to know of a set.
func New(set *flows.Set) *View {
	v := &View{Set: set, exits: map[*flows.Step][]flows.Exit{}, uses: map[*flows.Step][]flows.Use{}}
	for _, flow := range set.Flows {
		for _, step := range flow.AllSteps() {
			v.exits[step] = set.Exits(step)
			v.uses[step] = set.Uses(step)
		}
	}
	return v
}

// Flows are the folder's own flows, in the order of their files.
func (v *View) Flows() []*flows.Flow {
	var own []*flows.Flow
	for _, flow := range v.Set.Flows {
		if !flow.Builtin() {
			own = append(own, flow)
		}
	}
	return own
}

// Exits are the outcomes of a step.
func (v *View) Exits(step *flows.Step) []flows.Exit { return v.exits[step] }

// Uses are the places of a step where names are read.
func (v *View) Uses(step *flows.Step) []flows.Use { return v.uses[step] }
