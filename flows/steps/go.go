package steps

import "repartee/flows"

// Go goes on at a step of this flow.
type Go struct {
	Go flows.StepName `yaml:"go,required" doc:"The step's id, or the name it is known by."`

	to *flows.Step
}

// Check settles the step.
func (g *Go) Check(k *flows.Checker) { g.to = k.Step(g.Go) }

// Run goes there.
func (g *Go) Run(*flows.Turn) flows.Move { return flows.GoTo(g.to) }

// Leaves is always so.
func (g *Go) Leaves() bool { return true }

// End ends the flow.
type End struct {
	End string `yaml:"end" doc:"Nothing stands here."`
}

// Run ends the flow.
func (*End) Run(*flows.Turn) flows.Move { return flows.End() }

// Leaves is always so.
func (*End) Leaves() bool { return true }

// Ends is always so.
func (*End) Ends() bool { return true }
