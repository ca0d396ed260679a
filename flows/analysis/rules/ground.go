package rules

import (
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/analysis/decide"
	"repartee/flows/expr"
	"repartee/flows/value"
)

// ground is what is so at a place of a step, whichever way the talk came.
type ground struct {
	view *analysis.View
	step *flows.Step
	hold []*expr.Formula
	// domain is what names can be.
	domain func(name string) decide.Domain
}

// groundAt is the ground of what a step looks at when it is taken; not ok where no way leads there. Its own `when` is no part of it.
func groundAt(v *analysis.View, step *flows.Step) (ground, bool) {
	hold, ok := v.Certain(step)
	items := itemsAt(v, step)
	g := ground{view: v, step: step, hold: hold, domain: func(name string) decide.Domain {
		if d, there := items(name); there {
			return d
		}
		d := v.Domain(step, name)
		d.Unknown = false // that something is read too early is another finding
		return d
	}}
	return g, ok && (len(hold) == 0 || g.can())
}

// taken is the ground behind the step's own `when`.
func (g ground) taken() ground {
	if g.step.When != nil {
		g.hold = append(slices.Clone(g.hold), g.view.Formula(g.step.When))
	}
	return g
}

// resting is the ground while the talk rests at the step: what is kept of the customer may be another then.
func (g ground) resting() ground {
	step, view, before := g.step, g.view, g.domain
	g.hold = slices.DeleteFunc(slices.Clone(g.hold), func(f *expr.Formula) bool {
		return slices.ContainsFunc(f.Names(), func(name string) bool {
			return step.Flow().Field(recordOf(name)) == nil || slices.Contains(step.Keeps(), name)
		})
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
	return g.within(c)
}

// within adds the conditions around a choice alone.
func (g ground) within(c choice) ground {
	g.hold = slices.Concat(g.hold, c.around)
	return g
}

// ask tells whether conditions can hold there and others fail.
func (g ground) ask(hold, fail []*expr.Formula) decide.Answer {
	answer, _ := g.decide(hold, fail)
	return answer
}

// decide is ask, with the witness.
func (g ground) decide(hold, fail []*expr.Formula) (decide.Answer, decide.Witness) {
	q := decide.Question{Hold: slices.Concat(g.hold, hold), Fail: fail, Currency: g.view.Set.Currency}
	fleeting := slices.ContainsFunc(slices.Concat(q.Hold, q.Fail), readsStock)
	q.Domain = func(name string, _ *value.Type) decide.Domain {
		if name == itemName && fleeting {
			return decide.Domain{}
		}
		return g.domain(name)
	}
	return decide.Decide(q)
}

// can tells whether conditions can hold there.
func (g ground) can(hold ...*expr.Formula) bool { return g.ask(hold, nil) != decide.No }

// canFail tells whether a condition can fail there.
func (g ground) canFail(f *expr.Formula) bool { return g.ask(nil, []*expr.Formula{f}) != decide.No }

// remembering is the ground without what is known of the customer beyond this talk: he may have had it erased meanwhile.
func (g ground) remembering() ground {
	before, step, view := g.domain, g.step, g.view
	g.domain = func(name string) decide.Domain {
		d := before(name)
		if step.Flow().Field(name) == nil && view.Field(step.Flow(), name) != nil {
			d.Known = false
		}
		return d
	}
	return g
}

// switched tells of a condition that is no more than yes or no, by which an author turns something on or off.
func switched(c *flows.Condition) bool {
	return slices.Contains([]string{"yes", "no", "true", "false"}, c.Source)
}

// recordOf is a name without its parts.
func recordOf(name string) string {
	record, _, _ := strings.Cut(strings.TrimPrefix(name, "fresh:"), ".")
	return record
}

// itemName is the name of the item at hand.
const itemName = "item"

// readsStock tells of a condition about what is left of the item at hand, which is another number tomorrow.
func readsStock(f *expr.Formula) bool { return slices.ContainsFunc(f.Names(), ofStock) }

func ofStock(name string) bool {
	return name == itemName+".stock" || strings.HasPrefix(name, itemName+".variants") || name == itemName
}

// itemsAt is what `item` can be in a step with a catalog as its source; not ok for other names.
func itemsAt(v *analysis.View, step *flows.Step) func(name string) (decide.Domain, bool) {
	catalog := catalogOf(v, step)
	return func(name string) (decide.Domain, bool) {
		if name != itemName || catalog == nil {
			return decide.Domain{}, false
		}
		return decide.Domain{Known: true, Values: catalog.Sold(0)}, true
	}
}
