package rules

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/analysis/decide"
	"repartee/flows/expr"
	"repartee/flows/value"
)

// choice is a list of arms of which the first that holds is taken: of a branch, or of a text.
type choice struct {
	ref    flows.Ref
	step   *flows.Step
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

// choicesAt are the choices of a step, outer ones before those within them.
func choicesAt(step *flows.Step) []choice {
	var all []choice
	inner := map[*flows.Text]bool{}
	branch := choice{ref: step.Ref, step: step}
	flows.Forms(step.Body, func(form any) {
		switch form := form.(type) {
		case *flows.Arm:
			branch.arms = append(branch.arms, arm{form.Ref, form.When})
		case *flows.Text:
			if !inner[form] {
				all = append(all, choicesOf(form, choice{step: step, later: saidLater(step, form)}, inner)...)
			}
		}
	})
	if len(branch.arms) > 0 {
		branch.covers = len(branch.arms) == 1 // only if, and else nothing
		all = append(all, branch)
	}
	return all
}

// saidLater tells of a text that is not said when the step is taken, but while the talk rests there.
func saidLater(step *flows.Step, text *flows.Text) bool {
	return text.Ref.Path != step.Ref.At(step.Kind).Path && text.Ref.Path != step.Ref.At("text").Path
}

// choicesOf are the choices of a text and of the texts within it, which are noted as inner.
func choicesOf(text *flows.Text, at choice, inner map[*flows.Text]bool) []choice {
	var all []choice
	for _, more := range [][]flows.Text{text.All, text.Vary} {
		for i := range more {
			inner[&more[i]] = true
			all = append(all, choicesOf(&more[i], at, inner)...)
		}
	}
	if len(text.Arms) == 0 {
		return all
	}
	own := at
	own.ref = text.Ref
	own.covers = len(text.Arms) == 1 && at.step.Asks() == nil
	if text.Ref.Path == at.step.Ref.At(at.step.Kind).Path {
		own.ref = at.step.Ref
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
			formula := a.When.Program().Formula()
			within.around = append(slices.Clone(around), formula)
			around = append(slices.Clone(around), formula.Negated())
		}
		all = append(all, choicesOf(&a.Text, within, inner)...)
	}
	return all
}

// hasElse tells whether there is an arm for all others.
func (c choice) hasElse() bool {
	return slices.ContainsFunc(c.arms, func(a arm) bool { return a.when == nil })
}

// ground is what is so at a place of a step, whichever way the talk came.
type ground struct {
	view *analysis.View
	step *flows.Step
	hold []*expr.Formula
	// domain is what names can be.
	domain func(name string) decide.Domain
}

// groundAt is the ground of what a step looks at when it is taken; not ok where no way leads there. Before its own `when` that is no part of it.
func groundAt(v *analysis.View, step *flows.Step) (ground, bool) {
	hold, ok := v.Certain(step)
	g := ground{view: v, step: step, hold: hold}
	item := itemDomain(v, step)
	g.domain = func(name string) decide.Domain {
		if d, there := item(name); there {
			return d
		}
		return v.Domain(step, name)
	}
	return g, ok && g.can()
}

// taken is the ground behind the step's own `when`.
func (g ground) taken() ground {
	if g.step.When != nil {
		g.hold = append(slices.Clone(g.hold), g.step.When.Program().Formula())
	}
	return g
}

// resting is the ground while the talk rests at the step: what is kept of the customer may be another then.
func (g ground) resting() ground {
	step, view, before := g.step, g.view, g.domain
	g.hold = slices.DeleteFunc(slices.Clone(g.hold), func(f *expr.Formula) bool {
		return slices.ContainsFunc(f.Names(), func(name string) bool { return step.Flow().Field(base(name)) == nil || slices.Contains(step.Keeps(), name) })
	})
	g.domain = func(name string) decide.Domain {
		d := before(name)
		if step.Flow().Field(name) == nil && view.Field(step.Flow(), name) != nil || slices.Contains(step.Keeps(), name) {
			d.Known, d.Unknown = false, false
		}
		return d
	}
	return g
}

// around adds the conditions around a choice, and whether the talk rests then.
func (g ground) around(c choice) ground {
	g = g.taken()
	if c.later {
		g = g.resting()
	}
	g.hold = slices.Concat(g.hold, c.around)
	return g
}

// ask decides whether conditions can hold there and others fail.
func (g ground) ask(hold, fail []*expr.Formula) decide.Answer {
	answer, _ := decide.Decide(decide.Question{Hold: slices.Concat(g.hold, hold), Fail: fail, Currency: g.view.Set.Currency,
		Domain: func(name string, _ *value.Type) decide.Domain { return g.domain(name) }})
	return answer
}

// can tells whether conditions can hold there.
func (g ground) can(hold ...*expr.Formula) bool { return g.ask(hold, nil) != decide.No }

// canFail tells whether a condition can fail there.
func (g ground) canFail(f *expr.Formula) bool { return g.ask(nil, []*expr.Formula{f}) != decide.No }

// formulaOf takes a condition apart.
func formulaOf(c *flows.Condition) *expr.Formula { return c.Program().Formula() }

// switched tells of a condition that is no more than yes or no, by which an author turns something on or off.
func switched(c *flows.Condition) bool {
	return slices.Contains([]string{"yes", "no", "true", "false"}, c.Source)
}
