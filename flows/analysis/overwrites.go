package analysis

import (
	"slices"

	"repartee/flows"
	"repartee/flows/steps"
)

// Overwrite is a step that changes a field of the customer, in a flow that can be started while another one rests at a question that needs the field later.
type Overwrite struct {
	Step  *flows.Step // that sets the field
	Field string
	Open  *flows.Step // the question that is open meanwhile
}

// Overwrites are the steps that can change, behind the back of a suspended flow, what that has asked for and still needs: one for each step and field. A step
// that keeps what the customer has just chosen does not count.
func (v *View) Overwrites() []Overwrite {
	var all []Overwrite
	for _, flow := range v.Flows() {
		if flow.Start.Command == "" && len(flow.Start.Words) == 0 {
			continue
		}
		for _, step := range flow.AllSteps() {
			if _, sets := step.Body.(*steps.Set); !sets || !v.Reachable(step) || v.ofAnswer(step) {
				continue
			}
			for _, name := range step.Keeps() {
				if open := v.stillNeeded(step, name); open != nil {
					all = append(all, Overwrite{step, name, open})
				}
			}
		}
	}
	return all
}

// Reachable tells whether the talk can come to a step.
func (v *View) Reachable(step *flows.Step) bool {
	return v.facts[step.Flow()].at[step.Order()].all != nil
}

// Leads tells whether the talk can come from one step of a flow to another one.
func (v *View) Leads(from, to *flows.Step) bool { return v.comingFrom(from)[to] }

// ofAnswer tells of a `set` that keeps what was answered in the same flow.
func (v *View) ofAnswer(step *flows.Step) bool {
	asked := func(name string) bool {
		return slices.ContainsFunc(v.setters(step.Flow(), name), func(s *flows.Step) bool { return s.Asks() != nil })
	}
	return slices.ContainsFunc(step.Keeps(), asked) || slices.ContainsFunc(v.Uses(step), func(u flows.Use) bool { return u.Role == flows.RoleValue && asked(u.Name) })
}

// stillNeeded finds an open question of another flow behind which a field is read that was asked for before.
func (v *View) stillNeeded(step *flows.Step, name string) *flows.Step {
	if step.Flow().Field(name) != nil || v.Known(step, name) == Never {
		return nil
	}
	for _, flow := range v.Flows() {
		if flow == step.Flow() || flow.Field(name) != nil {
			continue
		}
		for _, asked := range v.setters(flow, name) {
			if _, ok := asked.Body.(*steps.Ask); !ok {
				continue
			}
			if open := v.openBetween(asked, name, step.Flow()); open != nil {
				return open
			}
		}
	}
	return nil
}

// openBetween finds a question between one and the readers of its answer, at which another flow may interrupt.
func (v *View) openBetween(asked *flows.Step, name string, by *flows.Flow) *flows.Step {
	life := v.lifeOf(asked, name)
	for _, open := range asked.Flow().AllSteps() {
		if open == asked || !life.steps[open] || open.Asks() == nil || !interruptible(open.Asks(), by) {
			continue
		}
		after := v.comingFrom(open)
		for _, use := range v.readers[keeperOf(nil, name)] {
			if use.Step != nil && use.Step != open && use.Step != asked && after[use.Step] && life.steps[use.Step] {
				return open
			}
		}
	}
	return nil
}

// interruptible tells whether a flow may be started while a question is open.
func interruptible(q *flows.Question, by *flows.Flow) bool {
	i := q.Interrupts
	return i == nil || i.All || slices.ContainsFunc(i.Flows, func(n flows.FlowName) bool { return n.Name == string(by.ID) })
}
