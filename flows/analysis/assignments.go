package analysis

import (
	"repartee/flows"
	"repartee/flows/steps"
)

// Computed tells of a field that gets values which are worked out, so that they hang together with others.
func (v *View) Computed(field *flows.Field) bool { return v.set[field] == byReckoning }

// assigned tells of a field that gets a value otherwise than by an answer: it need not keep to its bounds.
func (v *View) assigned(field *flows.Field) bool { return v.set[field] != byAnswer }

// assignment says how a field gets its values.
type assignment uint8

const (
	byAnswer    assignment = iota // by answers alone
	byWord                        // also one that is written out
	byReckoning                   // also what is worked out
)

// newAssignments says it of all fields that get one otherwise than by an answer.
func (v *View) newAssignments() {
	v.set = map[*flows.Field]assignment{}
	note := func(flow *flows.Flow, name string, e *flows.Expr) {
		how := byReckoning
		if e != nil {
			if _, same := e.Program().Constant(); same {
				how = byWord
			}
		}
		field := v.Field(flow, name)
		v.set[field] = max(v.set[field], how)
	}
	for _, flow := range v.Set.Flows {
		for _, step := range flow.AllSteps() {
			if set, ok := step.Body.(*steps.Set); ok {
				for i := range set.Set {
					note(flow, set.Set[i].Name.Name, &set.Set[i].Expr)
				}
			} else if step.Asks() == nil {
				for _, name := range step.Keeps() {
					note(flow, name, nil)
				}
			}
		}
		for _, entry := range v.entries[flow] {
			for i := range entry.With {
				note(flow, entry.With[i].Name.Name, nil)
			}
		}
	}
}

// newTold gathers the fields that take what a call gives: it may give only some of it.
func (v *View) newTold() {
	v.told = map[*flows.Field]bool{}
	for _, flow := range v.Set.Flows {
		for _, step := range flow.AllSteps() {
			if _, calls := step.Body.(*steps.Call); calls {
				for _, name := range step.Keeps() {
					v.told[v.Field(flow, name)] = true
				}
			}
		}
	}
}
