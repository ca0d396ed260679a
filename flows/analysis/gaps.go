package analysis

import (
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/steps"
)

// Gap is a place where a name is read that is unknown on some way.
type Gap struct {
	Use  flows.Use
	Path Path
	// Origin is the last leg of the path on which the field could have become known, and did not; nil where there is none.
	Origin *Leg
	// Passed tells that the path passes by each step that could have set the field, without coming near it.
	Passed bool
}

// Gaps are the places where a field is read that is unknown on some way that a talk can take. Of a place whose reader takes care of what is unknown, only what
// the flow sets itself, and was passed by, or what it reckons of something unknown and something else is said or done for then.
func (v *View) Gaps() []Gap {
	if !v.hasGaps {
		v.hasGaps = true
		for _, flow := range v.Flows() {
			for _, step := range flow.AllSteps() {
				v.gaps = append(v.gaps, v.gapsAt(step)...)
			}
		}
	}
	return v.gaps
}

func (v *View) gapsAt(step *flows.Step) []Gap {
	var all []Gap
	var around map[string][]Given
	var aware, seen map[string]bool
	for _, use := range v.Uses(step) {
		if !v.mayGape(step, use) {
			continue
		}
		if around == nil {
			around, aware, seen = v.givensWithin(step), v.aware(step), map[string]bool{}
		}
		if use.Guarded && (aware[use.Name] || seen[use.Name]) {
			continue
		}
		if gap, ok := v.gap(use, around[use.Ref.Path]); ok {
			seen[use.Name] = true
			all = append(all, gap)
		}
	}
	return all
}

// mayGape tells of a use that is worth a walk: what it reads is a field that may be unknown there.
func (v *View) mayGape(step *flows.Step, use flows.Use) bool {
	flow := step.Flow()
	if use.Flow != flow || use.Ref.Flow != string(flow.ID) || slices.Contains(step.Keeps(), use.Name) && !asks(step, use) || v.Field(flow, use.Name) == nil {
		return false
	}
	own := flow.Field(use.Name) != nil
	switch use.Role {
	case flows.RoleText, flows.RoleOut:
		if use.Guarded {
			return false
		}
	case flows.RoleDecision, flows.RoleWording:
		if use.Guarded && !own && !v.reckoned(flow, use.Name) || use.Guarded && len(v.setters(flow, use.Name)) == 0 {
			return false
		}
	case flows.RoleValue:
		if use.Guarded || !own || v.Known(step, use.Name) != Never || len(v.setters(flow, use.Name)) == 0 {
			return false
		}
	default:
		return false
	}
	return v.Known(step, use.Name) != Surely && v.facts[flow].at[step.Order()].all != nil
}

// asks tells of a use in the words of a question, which come before its answer.
func asks(step *flows.Step, use flows.Use) bool {
	text := step.Ref.At("text").Path
	return step.Kind == "ask" && (use.Ref.Path == text || strings.HasPrefix(use.Ref.Path, text+"."))
}

// setters are the steps of a flow that keep something under a name.
func (v *View) setters(flow *flows.Flow, name string) []*flows.Step {
	return v.keepers[keeper{flow, name}]
}

type keeper struct {
	flow *flows.Flow
	name string
}

// gap looks for a way on which what is read is unknown.
func (v *View) gap(use flows.Use, around []Given) (Gap, bool) {
	step, flow := use.Step, use.Step.Flow()
	reaches := v.leadingTo(step)
	for _, b := range v.beginnings(flow) {
		w := walk{view: v, flow: flow, known: b.known}
		w.leave = func(_ *place, leg Leg) bool {
			return leg.Exit.To != nil && reaches[leg.Exit.To] && !leg.listsNothing()
		}
		var gap Gap
		w.at = func(p *place) bool {
			if p.step != step || !w.lacks(p, use, around) {
				return false
			}
			gap = v.gapOn(use, p.path())
			return !use.Guarded || gap.Passed && flow.Field(use.Name) != nil || gap.Reckoned() && v.otherwise(use)
		}
		if w.begin() != nil {
			return gap, true
		}
	}
	return Gap{}, false
}

// lacks tells whether what is read can be unknown when the step at a place is taken.
func (w *walk) lacks(p *place, use flows.Use, around []Given) bool {
	at, name := &place{step: p.step, facts: p.facts}, use.Name
	names := map[string]bool{name: true}
	if p.step.When != nil && p.step.When.Ref.Path != use.Ref.Path {
		around = append([]Given{{p.step.When, true}}, around...)
	}
	for _, g := range around {
		at.facts = &fact{before: at.facts, given: g}
		w.namesOf(g, names)
	}
	return w.knows(at)(name) != Surely && w.allows(at, names, []string{name})
}

func (v *View) gapOn(use flows.Use, path Path) Gap {
	gap := Gap{Use: use, Path: path, Passed: true}
	setters := v.setters(use.Step.Flow(), use.Name)
	for i := range path {
		leg := &path[i]
		switch {
		case slices.Contains(setters, leg.Step):
			gap.Origin, gap.Passed = leg, false
		case slices.ContainsFunc(setters, func(s *flows.Step) bool { return within(s, leg.Step) }):
			gap.Passed = false
		}
	}
	return gap
}

// within tells whether a step is nested in another one.
func within(step, outer *flows.Step) bool {
	for at := step.Outer(); at != nil; at = at.Outer() {
		if at == outer {
			return true
		}
	}
	return false
}

// leadingTo are the steps of the flow from which the talk can come to a step.
func (v *View) leadingTo(step *flows.Step) map[*flows.Step]bool {
	before := v.before[step.Flow()]
	if before == nil {
		before = map[*flows.Step][]*flows.Step{}
		for _, from := range step.Flow().AllSteps() {
			v.Following(from, func(x flows.Exit) {
				if x.To != nil {
					before[x.To] = append(before[x.To], from)
				}
			})
		}
		v.before[step.Flow()] = before
	}
	reached := map[*flows.Step]bool{step: true}
	open := []*flows.Step{step}
	for len(open) > 0 {
		at := open[len(open)-1]
		open = open[:len(open)-1]
		for _, from := range before[at] {
			if !reached[from] {
				reached[from] = true
				open = append(open, from)
			}
		}
	}
	return reached
}

// givensWithin are the conditions under which the texts of a step are said, by the place of the text.
func (v *View) givensWithin(step *flows.Step) map[string][]Given {
	all := map[string][]Given{}
	put := func(text *flows.Text, givens []Given) {
		for _, line := range text.Lines() {
			all[line.Ref.Path] = append(all[line.Ref.Path], givens...)
		}
	}
	for _, form := range v.Forms(step) {
		switch form := form.(type) {
		case *flows.Text:
			var before []Given
			for i := range form.Arms {
				arm := &form.Arms[i]
				if arm.When == nil {
					put(&arm.Text, before)
					continue
				}
				all[arm.When.Ref.Path] = append(all[arm.When.Ref.Path], before...)
				put(&arm.Text, append(slices.Clip(before), Given{arm.When, true}))
				before = append(slices.Clip(before), Given{arm.When, false})
			}
		case *flows.Option:
			if form.When != nil {
				held := []Given{{form.When, true}}
				all[form.Label.Ref.Path] = held
				for i := range form.With {
					all[form.With[i].Expr.Ref.Path] = held
				}
			}
		case *flows.Check:
			put(&form.Text, []Given{{&form.When, true}})
		case *steps.Rule:
			if form.When != nil {
				all[form.Because.Ref.Path] = []Given{{form.When, true}}
			}
		case *flows.Arm:
			if form.When != nil {
				all[form.When.Ref.Path] = v.givensBefore(step, form)
			}
		}
	}
	return all
}

// givensBefore are the arms before one of a branch, which do not hold when it is looked at.
func (v *View) givensBefore(step *flows.Step, arm *flows.Arm) []Given {
	var before []Given
	for _, form := range v.Forms(step) {
		if other, ok := form.(*flows.Arm); ok && other.When != nil && other.Ref.Path < arm.Ref.Path {
			before = append(before, Given{other.When, false})
		}
	}
	return before
}

// aware are the names that the conditions of a step ask to be known.
func (v *View) aware(step *flows.Step) map[string]bool {
	names := map[string]bool{}
	see := func(c *flows.Condition) {
		if c == nil || c.Program() == nil {
			return
		}
		for _, holds := range []bool{true, false} {
			for _, name := range absent(v.Formula(c), holds) {
				names[name] = true
			}
		}
	}
	see(step.When)
	for _, form := range v.Forms(step) {
		if c, ok := form.(*flows.Condition); ok {
			see(c)
		}
	}
	return names
}
