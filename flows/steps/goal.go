package steps

import (
	"repartee/flows"
	"repartee/flows/value"
)

// Goal notes that a goal is reached. From here on its name is true in this run of the flow.
type Goal struct {
	Name  flows.ID    `yaml:"goal,required" doc:"The name of the goal."`
	Value *flows.Expr `yaml:"value" doc:"What it is worth, for the reports: a number or an amount."`
}

// Goal is its name.
func (g *Goal) Goal() flows.ID { return g.Name }

// Run notes it, once in a run.
func (g *Goal) Run(t *flows.Turn) flows.Move {
	var worth value.Value
	if g.Value != nil {
		worth = t.Eval(g.Value)
	}
	t.Reach(string(g.Name), worth)
	return flows.Next()
}
