package rules

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/expr"
)

// choice is a list of arms of which the first that holds is taken: of a branch, or of a text.
type choice struct {
	ref    flows.Ref
	step   *flows.Step // nil: outside of the flows
	arms   []arm
	covers bool // something follows for all others, or nothing needs to
	around []*expr.Formula
	later  bool // it is looked at when the talk has rested at the step
}

// arm is one of them; without a condition the one for all others.
type arm struct {
	ref  flows.Ref
	when *flows.Condition
}

// lookedAt are the choices of a step, outer ones before those within them, and the conditions of what it offers: of its options and buttons.
func lookedAt(v *analysis.View, step *flows.Step) (choices []choice, offers []*flows.Condition) {
	var inner map[*flows.Text]bool
	branch := choice{ref: step.Ref, step: step}
	offer := func(when *flows.Condition) {
		if when != nil {
			offers = append(offers, when)
		}
	}
	for _, form := range v.Forms(step) {
		switch form := form.(type) {
		case *flows.Arm:
			branch.arms = append(branch.arms, arm{form.Ref, form.When})
		case *flows.Text:
			if form.Line == nil && !form.Empty() && !inner[form] {
				if inner == nil {
					inner = map[*flows.Text]bool{}
				}
				choices = append(choices, choicesOf(v, form, choice{step: step, later: saidLater(step, form)}, inner)...)
			}
		case *flows.Option:
			offer(form.When)
		case *flows.Button:
			offer(form.When)
		}
	}
	if len(branch.arms) > 0 {
		branch.covers = len(branch.arms) == 1 // only if, and else nothing
		choices = append(choices, branch)
	}
	return choices, offers
}

// saidLater tells of a text that is not said when the step is taken, but while the talk rests there.
func saidLater(step *flows.Step, text *flows.Text) bool {
	return text.Ref.Path != step.Ref.At(step.Kind).Path && text.Ref.Path != step.Ref.At("text").Path
}

// choicesOf are the choices of a text and of the texts within it, which are noted as inner.
func choicesOf(v *analysis.View, text *flows.Text, at choice, inner map[*flows.Text]bool) []choice {
	var all []choice
	for _, more := range [][]flows.Text{text.All, text.Vary} {
		for i := range more {
			inner[&more[i]] = true
			all = append(all, choicesOf(v, &more[i], at, inner)...)
		}
	}
	if len(text.Arms) == 0 {
		return all
	}
	own := at
	own.ref = text.Ref
	if at.step != nil {
		own.covers = len(text.Arms) == 1 && at.step.Asks() == nil
		if text.Ref.Path == at.step.Ref.At(at.step.Kind).Path {
			own.ref = at.step.Ref
		}
	}
	all = append(all, own)
	here := len(all) - 1
	around := at.around
	for i := range text.Arms {
		a := &text.Arms[i]
		inner[&a.Text] = true
		within := at
		within.around = around
		if a.When == nil {
			all[here].arms = append(all[here].arms, arm{a.Text.Ref, nil})
		} else {
			all[here].arms = append(all[here].arms, arm{a.When.Ref, a.When})
			formula := v.Formula(a.When)
			within.around = append(slices.Clone(around), formula)
			around = append(slices.Clone(around), formula.Negated())
		}
		all = append(all, choicesOf(v, &a.Text, within, inner)...)
	}
	return all
}

// hasElse tells whether there is an arm for all others.
func (c choice) hasElse() bool {
	return slices.ContainsFunc(c.arms, func(a arm) bool { return a.when == nil })
}
