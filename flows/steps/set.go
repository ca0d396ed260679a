package steps

import "repartee/flows"

// Set works out values and keeps them in fields. `unknown` forgets a field.
type Set struct {
	Set flows.Assignments `yaml:"set,required" doc:"Fields and the expressions that give their values, as {total: price * 2}."`
}

// Sets are the fields.
func (s *Set) Sets() []string {
	var names []string
	for i := range s.Set {
		names = append(names, s.Set[i].Name.Name)
	}
	return names
}

// Run assigns in the order written, each seeing the ones before it.
func (s *Set) Run(t *flows.Turn) flows.Move {
	for i := range s.Set {
		t.Assign(s.Set[i].Name.Name, t.Eval(&s.Set[i].Expr))
	}
	return flows.Next()
}
