package steps

import "repartee/flows"

// Goal notes that a goal is reached. From here on its name is true in this run of the flow.
type Goal struct {
	Name flows.ID `yaml:"goal,required" doc:"The name of the goal."`
}

// Goal is its name.
func (g *Goal) Goal() flows.ID { return g.Name }

// Run notes it, once in a run.
func (g *Goal) Run(t *flows.Turn) flows.Move {
	t.Reach(string(g.Name))
	return flows.Next()
}
