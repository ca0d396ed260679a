package analysis

import "repartee/flows"

// Knowledge is what can be said of a field at a place, over all ways that lead there.
type Knowledge uint8

// The values of Knowledge.
const (
	Never   Knowledge = iota // it is unknown whichever way the talk came
	Perhaps                  // it depends on the way, or on what is remembered
	Surely                   // it is known whichever way the talk came
)

// joined is what can be said where it is one or the other.
func (k Knowledge) joined(other Knowledge) Knowledge {
	if k == other {
		return k
	}
	return Perhaps
}

// Known tells what is known of a field when the step is taken: of the flow, or of the customer. What is no field is surely known.
func (v *View) Known(step *flows.Step, field string) Knowledge {
	facts := v.facts[step.Flow()]
	i := facts.index(field)
	if i < 0 {
		return Surely
	}
	r := facts.at[step.Order()]
	if r.all == nil {
		return Never // the talk never comes here
	}
	if step.When != nil {
		r = r.clone()
		v.guard(facts, r, step.When, true)
	}
	return facts.knows(r, i)
}

// KnownAtEnd tells what is known of a field when the flow ends. What is no field is surely known.
func (v *View) KnownAtEnd(flow *flows.Flow, field string) Knowledge {
	facts := v.facts[flow]
	i := facts.index(field)
	switch {
	case i < 0:
		return Surely
	case facts.end.all == nil:
		return Never
	}
	return facts.knows(facts.end, i)
}

// flowFacts is what is known in a flow.
type flowFacts struct {
	flow      *flows.Flow
	customers map[string]int // the fields of the customer come first, in all flows alike
	own       map[string]int
	fields    int

	known, unknown bits       // what may be known, and what may be unknown, when the flow begins
	at             []relation // by the order of the steps; empty: the talk was not seen to come there
	end            relation
}

// index is the number of a field; -1 for what is none.
func (f *flowFacts) index(name string) int {
	if i, ok := f.own[name]; ok {
		return i
	}
	if i, ok := f.customers[name]; ok {
		return i
	}
	return -1
}

// knows is what is known of a field at a place.
func (f *flowFacts) knows(r relation, i int) Knowledge {
	k, u := f.known.has(i), f.unknown.has(i)
	known := k && r.kk.has(i) || u && r.uk.has(i)
	unknown := k && r.ku.has(i) || u && r.uu.has(i)
	switch {
	case known && unknown:
		return Perhaps
	case known:
		return Surely
	}
	return Never
}

// possible tells whether a field can be one or the other at a place. Where it can be neither, no way leads there.
func (f *flowFacts) possible(r relation, i int) bool {
	k, u := f.known.has(i), f.unknown.has(i)
	return k && (r.kk.has(i) || r.ku.has(i)) || u && (r.uk.has(i) || r.uu.has(i))
}

// newFacts numbers the fields of all flows.
func newFacts(set *flows.Set) map[*flows.Flow]*flowFacts {
	customers := map[string]int{}
	for _, field := range set.Fields() {
		customers[string(field.Name)] = len(customers)
	}
	all := make(map[*flows.Flow]*flowFacts, len(set.Flows))
	for _, flow := range set.Flows {
		f := &flowFacts{flow: flow, customers: customers, own: map[string]int{}, at: make([]relation, len(flow.AllSteps()))}
		for _, field := range flow.Answers() {
			f.own[string(field.Name)] = len(customers) + len(f.own)
		}
		f.fields = len(customers) + len(f.own)
		f.known, f.unknown = make(bits, wordsFor(f.fields)), make(bits, wordsFor(f.fields))
		all[flow] = f
	}
	return all
}
