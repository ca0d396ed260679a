package analysis

import (
	"repartee/flows"
)

// View is a set with all that is worked out of it once, for all rules. It is read only to the outside, and for one goroutine at a time.
type View struct {
	Set *flows.Set

	steps      map[*flows.Flow][]known // by the order of the steps
	conditions map[*flows.Condition]judged
	entries    map[*flows.Flow][]Entry
	offered    map[*flows.Flow]bool // by a button under a message, or of the FAQ
	facts      map[*flows.Flow]*flowFacts
	keepers    map[keeper][]*flows.Step
	readers    map[keeper][]flows.Use // who reads a field; of those of the customer without a flow
	certain    map[*flows.Flow]*certainties
	set        map[*flows.Field]assignment
	told       map[*flows.Field]bool

	later
}

// later is what is worked out when it is asked for.
type later struct {
	before     map[*flows.Flow]map[*flows.Step][]*flows.Step // see leadingTo
	once       map[any]any
	lives      map[definition]life
	influences map[*flows.Step][]Influence
	gaps       []Gap
	hasGaps    bool
}

func newLater() later {
	return later{
		before:     map[*flows.Flow]map[*flows.Step][]*flows.Step{},
		once:       map[any]any{},
		lives:      map[definition]life{},
		influences: map[*flows.Step][]Influence{},
	}
}

// Each calls do with the numbers below n, several at once if it likes, and returns when all is done.
type Each func(n int, do func(i int))

// New works out what there is to know of a set.
func New(set *flows.Set) *View {
	return NewBy(set, func(n int, do func(i int)) {
		for i := range n {
			do(i)
		}
	})
}

// NewBy is New, where what can be worked out side by side is given to each.
func NewBy(set *flows.Set, each Each) *View {
	v := &View{Set: set, later: newLater()}
	v.look(each)
	parts := []func(){v.newReaders, v.newTold, func() {
		v.newKeepers()
		v.newEntries()
		v.newAssignments()
		v.solve()
	}}
	each(len(parts), func(i int) { parts[i]() })
	v.newCertain(each)
	return v
}

// Beside is a view of the same set for another goroutine. What New has worked out is shared, what is worked out later is not.
func (v *View) Beside() *View {
	other := *v
	other.later = newLater()
	return &other
}

func (v *View) newKeepers() {
	v.keepers = map[keeper][]*flows.Step{}
	for _, flow := range v.Set.Flows {
		for _, step := range flow.AllSteps() {
			for _, name := range step.Keeps() {
				v.keepers[keeper{flow, name}] = append(v.keepers[keeper{flow, name}], step)
			}
		}
	}
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

// Field finds a field that a flow can name: its own, or one of the customer; nil where there is none. Outside of the flows, where flow is nil, it is one of the customer.
func (v *View) Field(flow *flows.Flow, name string) *flows.Field {
	if flow != nil {
		if field := flow.Field(name); field != nil {
			return field
		}
	}
	return v.Set.Field(name)
}
