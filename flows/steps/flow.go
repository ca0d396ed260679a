package steps

import (
	"repartee/flows"
)

// Flow runs another flow and comes back to the next step.
type Flow struct {
	Flow flows.FlowName `yaml:"flow,required" doc:"The flow to run."`
	With flows.Passing  `yaml:"with" doc:"What it is given: its field, and an expression of this flow."`
	Take flows.Taking   `yaml:"take" doc:"What is taken from it at its end: a field of this flow, and an expression of the other."`

	into *flows.Crossing
}

// Name is the other flow's.
func (f *Flow) Name() string { return f.Flow.Name }

// Check settles the way into the flow.
func (f *Flow) Check(k *flows.Checker) {
	f.into = k.Crossing(f.Flow, f.With)
	k.Taking(f.into, f.Take)
}

// Sets are the fields that take something.
func (f *Flow) Sets() []string {
	var names []string
	for i := range f.Take {
		names = append(names, f.Take[i].Name.Name)
	}
	return names
}

// Run opens the other flow.
func (f *Flow) Run(t *flows.Turn) flows.Move { return t.Call(f.into) }

// Returned works out what is taken, in the names of the flow that ends.
func (f *Flow) Returned(t *flows.Turn) []flows.Taken {
	taken := make([]flows.Taken, 0, len(f.Take))
	for i := range f.Take {
		taken = append(taken, flows.Taken{Name: f.Take[i].Name.Name, Value: t.Eval(&f.Take[i].Expr)})
	}
	return taken
}

// Leads tells where, and that the talk comes back.
func (f *Flow) Leads() (*flows.Crossing, bool) { return f.into, true }

// Jump leaves for another flow.
type Jump struct {
	Jump flows.FlowName `yaml:"jump,required" doc:"The flow to go to."`
	With flows.Passing  `yaml:"with" doc:"What it is given: its field, and an expression of this flow."`

	into *flows.Crossing
}

// Check settles the way into the flow.
func (j *Jump) Check(k *flows.Checker) { j.into = k.Crossing(j.Jump, j.With) }

// Run leaves.
func (j *Jump) Run(t *flows.Turn) flows.Move { return t.Jump(j.into) }

// Leaves is always so.
func (j *Jump) Leaves() bool { return true }

// Leads tells where, and that the talk does not come back.
func (j *Jump) Leads() (*flows.Crossing, bool) { return j.into, false }
