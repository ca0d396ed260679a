package analysis

import (
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/expr"
	"repartee/flows/steps"
)

// Certain are the conditions that hold on every way on which the talk can come to a step: of the arms around it, of arms before that ended the talk, that no
// check refused an answer. Not ok where no way leads there.
func (v *View) Certain(step *flows.Step) (hold []*expr.Formula, ok bool) {
	c := v.certain[step.Flow()]
	in := c.in[step.Order()]
	if in == nil {
		return nil, false
	}
	for i, fact := range c.facts {
		if in.has(i) {
			hold = append(hold, fact.formula)
		}
	}
	return hold, true
}

// certainty is a condition that holds from some place on, until one of the names in it may change.
type certainty struct {
	formula *expr.Formula
	names   []string
}

// certainties are those of a flow, and by the order of its steps which of them are there on each way.
type certainties struct {
	view  *View
	flow  *flows.Flow
	facts []certainty
	byKey map[any]int
	in    []bits // nil: the talk was not seen to come there
	later []bits // the fields that the talk can keep behind a step, as flowFacts numbers them
}

func (v *View) newCertain(each Each) {
	all := make([]*certainties, len(v.Set.Flows))
	each(len(all), func(i int) { all[i] = v.newCertainties(v.Set.Flows[i]) })
	v.certain = make(map[*flows.Flow]*certainties, len(all))
	for _, c := range all {
		v.certain[c.flow] = c
	}
}

func (v *View) newCertainties(flow *flows.Flow) *certainties {
	all := flow.AllSteps()
	c := &certainties{view: v, flow: flow, byKey: map[any]int{}, in: make([]bits, len(all))}
	if len(all) == 0 {
		return c
	}
	c.later = c.keptLater(all)
	gains := make([][]gain, len(all))
	for i, step := range all {
		v.Following(step, func(x flows.Exit) {
			if x.To != nil {
				gains[i] = append(gains[i], c.gainOf(step, x))
			}
		})
	}
	c.in[0] = make(bits, wordsFor(len(c.facts)))
	if flow.ResumeAt != nil {
		if at := flow.Resting(flow.ResumeAt.Name); at != nil {
			c.in[at.Order()] = make(bits, wordsFor(len(c.facts)))
		}
	}
	c.spread(gains)
	return c
}

// spread brings what is certain to all steps, until nothing less is certain anywhere.
func (c *certainties) spread(gains [][]gain) {
	for i := range gains {
		for j := range gains[i] {
			gains[i][j].loses = c.losses(gains[i][j].lost)
		}
	}
	for changed := true; changed; {
		changed = false
		for i := range gains {
			if c.in[i] == nil {
				continue
			}
			for j := range gains[i] {
				changed = c.arrive(&gains[i][j], c.in[i]) || changed
			}
		}
	}
}

// losses are the facts that are about a name which may be something else.
func (c *certainties) losses(lost func(name string) bool) bits {
	all := make(bits, wordsFor(len(c.facts)))
	for i, fact := range c.facts {
		if lost != nil && slices.ContainsFunc(fact.names, lost) {
			all.add(i)
		}
	}
	return all
}

// gain is what an outcome adds to what is certain, and takes away from it.
type gain struct {
	to       *flows.Step
	adds     []int                  // before something changes
	lost     func(name string) bool // nil: nothing is
	loses    bits                   // the facts about such names
	addsThen []int                  // behind that
}

func (c *certainties) gainOf(step *flows.Step, x flows.Exit) gain {
	g := gain{to: x.To}
	for _, given := range c.view.Givens(step, x) {
		g.adds = append(g.adds, c.fact(given.Condition, given.Holds))
	}
	if x.Kind == flows.ExitPass {
		return g
	}
	changed := map[string]bool{}
	for _, e := range c.view.effects(step, x, func(string) Knowledge { return Perhaps }) {
		changed[e.Field] = true
		if field := c.view.Field(c.flow, e.Field); field != nil && e.Value.Known() && !e.many(field.ValueType()) {
			g.addsThen = append(g.addsThen, c.is(field, e))
		}
	}
	for _, name := range step.Keeps() {
		changed[name] = true
	}
	g.lost = c.lostAt(step, x, changed)
	if q := step.Asks(); q != nil && (x.Kind == flows.ExitAnswer || x.Kind == flows.ExitOption) {
		for i := range q.Check {
			g.addsThen = append(g.addsThen, c.fact(&q.Check[i].When, false))
		}
	}
	return g
}

// fact is the number of a condition that holds, or fails.
func (c *certainties) fact(of *flows.Condition, holds bool) int {
	key := Given{of, holds}
	if i, there := c.byKey[key]; there {
		return i
	}
	formula := c.view.Formula(of)
	if !holds {
		formula = formula.Negated()
	}
	return c.add(key, formula)
}

// is is the number of the fact that a field has the value that an outcome gives it.
func (c *certainties) is(field *flows.Field, e Effect) int {
	key := e.Field + " " + string(e.Value.AppendJSON(nil))
	if i, there := c.byKey[key]; there {
		return i
	}
	return c.add(key, expr.Is(e.Field, field.ValueType(), expr.Convert(e.Value, field.ValueType(), c.view.Set.Currency)))
}

func (c *certainties) add(key any, formula *expr.Formula) int {
	c.facts = append(c.facts, certainty{formula, formula.Names()})
	c.byKey[key] = len(c.facts) - 1
	return len(c.facts) - 1
}

// arrive brings what is certain on one way to the step that it leads to, and tells whether less is certain there now.
func (c *certainties) arrive(g *gain, in bits) bool {
	out := slices.Clone(in)
	for _, i := range g.adds {
		out.add(i)
	}
	for w := range out {
		out[w] &^= g.loses[w]
	}
	for _, i := range g.addsThen {
		out.add(i)
	}
	at := &c.in[g.to.Order()]
	if *at == nil {
		*at = out
		return true
	}
	less := false
	for w := range *at {
		both := (*at)[w] & out[w]
		less = less || both != (*at)[w]
		(*at)[w] = both
	}
	return less
}

// lostAt tells which names may be something else behind a step. While the talk rests, other flows may change what is kept of the customer, time goes by, and the
// customer may have come back from a later question.
func (c *certainties) lostAt(step *flows.Step, x flows.Exit, changed map[string]bool) func(name string) bool {
	rests := step.Waits() || x.Into != nil
	_, reviews := step.Body.(*steps.Review)
	still, facts := stillSteps(step), c.view.facts[c.flow]
	return func(name string) bool {
		base := strings.TrimPrefix(baseOf(name), "fresh:")
		if changed[base] {
			return true
		}
		if goal, ok := step.Body.(flows.Reaching); ok && string(goal.Goal()) == base {
			return true
		}
		own := c.flow.Field(base) != nil
		switch {
		case c.flow.HasGoal(base):
			return false
		case own && rests:
			return reviews || c.later[step.Order()].has(facts.index(base)) || name != base
		case own:
			return false
		case c.view.Set.Field(base) != nil:
			return rests || strings.HasPrefix(name, "fresh:")
		}
		return rests || !still
	}
}

// stillSteps tells of a step that changes nothing but fields.
func stillSteps(step *flows.Step) bool {
	switch step.Kind {
	case "say", "branch", "split", "set", "go", "goal":
		return true
	}
	return false
}

// keptLater gathers for each step the fields that the talk can keep behind it: whoever goes back to it has them already.
func (c *certainties) keptLater(all []*flows.Step) []bits {
	facts := c.view.facts[c.flow]
	from, later := make([]bits, len(all)), make([]bits, len(all)) // from a step on, and behind it
	for i, step := range all {
		from[i], later[i] = make(bits, wordsFor(facts.fields)), make(bits, wordsFor(facts.fields))
		for _, name := range step.Keeps() {
			if field := facts.index(name); field >= 0 {
				from[i].add(field)
			}
		}
	}
	for changed := true; changed; {
		changed = false
		for i := len(all) - 1; i >= 0; i-- {
			c.view.Following(all[i], func(x flows.Exit) {
				if x.To != nil && later[i].join(from[x.To.Order()]) {
					from[i].join(later[i])
					changed = true
				}
			})
		}
	}
	return later
}
