package analysis

import (
	"repartee/flows"
	"repartee/flows/expr"
)

// View is a set with all that is worked out of it once, for all rules. It is read only to the outside, and for one goroutine at a time.
type View struct {
	Set *flows.Set

	exits   map[*flows.Step][]flows.Exit
	uses    map[*flows.Step][]flows.Use
	entries map[*flows.Flow][]Entry
	offered map[*flows.Flow]bool // by a button under a message, or of the FAQ
	facts   map[*flows.Flow]*flowFacts

	formulas map[*flows.Condition]*expr.Formula
	proofs   map[Given]proof
	before   map[*flows.Flow]map[*flows.Step][]*flows.Step // see leadingTo
	keepers  map[keeper][]*flows.Step
	set      map[*flows.Field]assignment
	called   map[*flows.Field]bool // see told
	once     map[any]any
	certain  map[*flows.Flow]*certainties
	readers  map[keeper][]flows.Use // who reads a field; of those of the customer without a flow
	lives    map[definition]life
	gaps     []Gap
	hasGaps  bool
}

// New works out what there is to know of a set.
func New(set *flows.Set) *View {
	v := &View{
		Set: set, exits: map[*flows.Step][]flows.Exit{}, uses: map[*flows.Step][]flows.Use{},
		formulas: map[*flows.Condition]*expr.Formula{}, proofs: map[Given]proof{},
		before: map[*flows.Flow]map[*flows.Step][]*flows.Step{}, certain: map[*flows.Flow]*certainties{}, keepers: map[keeper][]*flows.Step{},
		lives: map[definition]life{}, once: map[any]any{},
	}
	for _, flow := range set.Flows {
		for _, step := range flow.AllSteps() {
			v.exits[step] = set.Exits(step)
			v.uses[step] = set.Uses(step)
			for _, name := range step.Keeps() {
				v.keepers[keeper{flow, name}] = append(v.keepers[keeper{flow, name}], step)
			}
		}
	}
	v.newReaders()
	v.newEntries()
	v.solve()
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

// Once gives what was made for a key before, or makes it: for what several rules want to know.
func (v *View) Once(key any, make func() any) any {
	if made, there := v.once[key]; there {
		return made
	}
	made := make()
	v.once[key] = made
	return made
}

// Exits are the outcomes of a step.
func (v *View) Exits(step *flows.Step) []flows.Exit { return v.exits[step] }

// Uses are the places of a step where names are read.
func (v *View) Uses(step *flows.Step) []flows.Use { return v.uses[step] }

// Field finds a field that a flow can name: its own, or one of the customer; nil where there is none.
func (v *View) Field(flow *flows.Flow, name string) *flows.Field {
	if field := flow.Field(name); field != nil {
		return field
	}
	return v.Set.Field(name)
}
