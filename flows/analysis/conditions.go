package analysis

import (
	"repartee/flows"
	"repartee/flows/expr"
)

// Given is a condition that holds, or fails, on a way.
type Given struct {
	Condition *flows.Condition
	Holds     bool
}

// Givens are the conditions under which a step has an outcome: its own `when`, the arm's or option's, and those of the arms before that did not hold, or of all
// options where a question has none to offer.
func (v *View) Givens(step *flows.Step, x flows.Exit) []Given {
	if x.Kind == flows.ExitPass {
		return []Given{{step.When, false}}
	}
	var all []Given
	if step.When != nil {
		all = append(all, Given{step.When, true})
	}
	switch x.Kind {
	case flows.ExitArm, flows.ExitElse, flows.ExitNoArm:
		for _, before := range v.Exits(step) {
			if before.Ref == x.Ref && before.Kind == x.Kind {
				break
			}
			if before.Kind == flows.ExitArm && before.When != nil {
				all = append(all, Given{before.When, false})
			}
		}
	}
	if x.When != nil {
		all = append(all, Given{x.When, true})
	}
	if x.Kind == flows.ExitOutcome {
		for _, c := range step.Unoffered() {
			all = append(all, Given{c, false})
		}
	}
	return all
}

// proof is what a condition says of names: surely known, and surely not.
type proof struct{ known, unknown []string }

// proves is what follows from a condition that holds or fails.
func (v *View) proves(c *flows.Condition, holds bool) proof {
	judged, ok := v.conditions[c]
	switch {
	case !ok:
		return proofOf(c, c.Program().Formula(), holds)
	case holds:
		return judged.holding
	}
	return judged.failing
}

func proofOf(c *flows.Condition, formula *expr.Formula, holds bool) proof {
	p := proof{unknown: absent(formula, holds)}
	for _, name := range c.Program().Proves(holds) {
		p.known = append(p.known, baseOf(name))
	}
	return p
}

// absent are the names that are surely unknown where a formula holds, or fails.
func absent(f *expr.Formula, holds bool) []string {
	switch {
	case f.Sign == expr.Not:
		return absent(f.Parts[0], !holds)
	case f.Sign == expr.Known && !holds && f.Terms[0].Kind == expr.Name && f.Terms[0].Name == f.Terms[0].Base:
		return []string{f.Terms[0].Name}
	case f.Sign == expr.And && holds, f.Sign == expr.Or && !holds:
		var names []string
		for _, part := range f.Parts {
			names = append(names, absent(part, holds)...)
		}
		return names
	}
	return nil
}

// guard keeps the ways on which a condition can hold, or fail.
func (v *View) guard(facts *flowFacts, r relation, c *flows.Condition, holds bool) (possible bool) {
	p := v.proves(c, holds)
	possible = true
	keep := func(names []string, known bool) {
		for _, name := range names {
			if i := facts.index(name); i >= 0 {
				r.only(i, known)
				possible = possible && facts.possible(r, i)
			}
		}
	}
	keep(p.known, true)
	keep(p.unknown, false)
	return possible
}
