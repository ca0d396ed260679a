package analysis

import (
	"repartee/flows"
	"repartee/flows/expr"
)

// known is what is worked out of one step.
type known struct {
	exits []flows.Exit
	uses  []flows.Use
}

// known is what is worked out of a step.
func (v *View) known(step *flows.Step) *known { return &v.steps[step.Flow()][step.Order()] }

// Exits are the outcomes of a step.
func (v *View) Exits(step *flows.Step) []flows.Exit { return v.known(step).exits }

// Uses are the places of a step where names are read.
func (v *View) Uses(step *flows.Step) []flows.Use { return v.known(step).uses }

// Forms are the recurring forms of a step, outer ones before those within them, as flows.Forms has them.
func (v *View) Forms(step *flows.Step) []any { return step.AllForms() }

// Formula is a condition taken apart.
func (v *View) Formula(c *flows.Condition) *expr.Formula {
	if judged, ok := v.conditions[c]; ok {
		return judged.formula
	}
	return c.Program().Formula()
}

// judged is what is worked out of a condition: its parts, and what follows where it holds and where it fails.
type judged struct {
	formula *expr.Formula
	holding proof
	failing proof
}

func judge(c *flows.Condition) judged {
	formula := c.Program().Formula()
	return judged{formula, proofOf(c, formula, true), proofOf(c, formula, false)}
}

// look works out what there is to know of each step and condition by itself.
func (v *View) look(each Each) {
	all := v.Set.Flows
	v.steps = make(map[*flows.Flow][]known, len(all))
	for _, flow := range all {
		v.steps[flow] = make([]known, len(flow.AllSteps()))
	}
	found := make([]map[*flows.Condition]judged, len(all))
	each(len(all), func(i int) {
		found[i] = map[*flows.Condition]judged{}
		for _, step := range all[i].AllSteps() {
			*v.known(step) = known{v.Set.Exits(step), v.Set.Uses(step)}
			for _, c := range conditionsOf(step, v.Forms(step)) {
				found[i][c] = judge(c)
			}
		}
	})
	v.conditions = map[*flows.Condition]judged{}
	for _, conditions := range found {
		for c, judged := range conditions {
			v.conditions[c] = judged
		}
	}
}

func conditionsOf(step *flows.Step, forms []any) []*flows.Condition {
	var all []*flows.Condition
	add := func(c *flows.Condition) {
		if c.Program() != nil {
			all = append(all, c)
		}
	}
	if step.When != nil {
		add(step.When)
	}
	for _, form := range forms {
		if c, ok := form.(*flows.Condition); ok {
			add(c)
		}
	}
	return all
}
