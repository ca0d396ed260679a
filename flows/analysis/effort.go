package analysis

import (
	"slices"

	"repartee/flows"
	"repartee/flows/steps"
)

// Effort is how many questions a customer answers in a flow, at least and at most: a question that is skipped or confirmed is one too.
type Effort struct {
	Value *Span `json:"value,omitempty"` // before the first thing of use: items, an order, or a text that depends on an answer; nil where nothing is
	Goal  *Span `json:"goal,omitempty"`  // before the goal; nil where there is none
}

// Span is a least and a most.
type Span struct {
	Least int `json:"least"`
	Most  int `json:"most"`
}

// Effort works out the effort of a flow. It is not exact where ways depend on one another: the most may be more than anybody is asked.
func (v *View) Effort(flow *flows.Flow) Effort {
	return Effort{Value: v.span(flow, v.Useful), Goal: v.span(flow, v.ReachesGoal)}
}

// Useful tells whether the customer has got something of use when a step is taken.
func (v *View) Useful(step *flows.Step) bool {
	switch body := step.Body.(type) {
	case *steps.Recommend, *steps.Show, *steps.Book, *steps.Pay, *steps.Goal:
		return true
	case *steps.Cart:
		return body.Cart.Word == flows.CartReview
	case *steps.Say:
		return v.tellsAnswer(step)
	}
	return false
}

// tellsAnswer tells of a text that depends on an answer which was given before in the same flow, or is said for one option or arm alone.
func (v *View) tellsAnswer(step *flows.Step) bool {
	for at := step; at != nil; at = at.Outer() {
		if at != step && at.Asks() != nil {
			return true
		}
		for _, use := range v.Uses(at) {
			for _, setter := range v.setters(step.Flow(), use.Name) {
				if setter.Asks() != nil && v.Leads(setter, step) {
					return true
				}
			}
		}
	}
	return false
}

// ReachesGoal tells whether the goal of a flow is reached when a step is taken: by the step itself, or since all is known that the goal wants.
func (v *View) ReachesGoal(step *flows.Step) bool {
	goal := step.Flow().Goal
	body, ok := step.Body.(*steps.Goal)
	switch {
	case ok:
		return goal == nil || slices.Contains(v.Formula(goal).Names(), string(body.Name))
	case goal == nil:
		return false
	}
	wanted := slices.DeleteFunc(slices.Clone(v.proves(goal, true).known), func(name string) bool { return step.Flow().HasGoal(name) })
	return len(wanted) > 0 && !slices.ContainsFunc(wanted, func(name string) bool { return v.Known(step, name) != Surely })
}

// OverEffort finds a way on which more questions are asked than so many before a step that satisfies; nil where there is none.
func (v *View) OverEffort(flow *flows.Flow, most int, satisfies func(*flows.Step) bool) Path {
	for _, b := range v.beginnings(flow) {
		w := walk{view: v, flow: flow, known: b.known, deep: true}
		w.leave = func(at *place, leg Leg) bool { return !satisfies(at.step) && !ends(leg.Exit) }
		w.at = func(p *place) bool {
			return p.step != nil && satisfies(p.step) && p.path().Questions() > most
		}
		if p := w.begin(); p != nil {
			return p.path()
		}
	}
	return nil
}

func ends(x flows.Exit) bool {
	return x.Kind == flows.ExitGiveUp || x.Kind == flows.ExitSilence
}

// span counts the questions on the shortest and the longest way to a step that satisfies, none of them twice; nil where no way leads to one.
func (v *View) span(flow *flows.Flow, satisfies func(*flows.Step) bool) *Span {
	all := flow.AllSteps()
	c := counter{View: v, satisfies: satisfies, least: make([]int, len(all)), most: make([]int, len(all)), state: make([]uint8, len(all))}
	if len(all) == 0 {
		return nil
	}
	least, most := c.from(all[0])
	if most < 0 {
		return nil
	}
	return &Span{least, most}
}

// counter counts questions, once for each step: a way back is left out.
type counter struct {
	*View
	satisfies   func(*flows.Step) bool
	least, most []int
	state       []uint8 // 1: being counted, 2: done
}

// from gives the least and the most; less than none where no way leads on.
func (c *counter) from(step *flows.Step) (least, most int) {
	i := step.Order()
	switch {
	case c.satisfies(step):
		return 0, 0
	case c.state[i] == 1:
		return -1, -1
	case c.state[i] == 2:
		return c.least[i], c.most[i]
	}
	c.state[i] = 1
	least, most = -1, -1
	first := c.firstRound(step)
	c.Following(step, func(x flows.Exit) {
		if x.To == nil || ends(x) {
			return
		}
		l, m := c.from(x.To)
		if m < 0 {
			return
		}
		if (Leg{step, x}).Asked() {
			l, m = l+1+first.Least, m+1+first.Most
		}
		if least < 0 || l < least {
			least = l
		}
		most = max(most, m)
	})
	c.state[i], c.least[i], c.most[i] = 2, least, most
	return least, most
}

// firstRound counts the questions that a `repeat` asks before it asks whether there is one more; none for other steps.
func (c *counter) firstRound(step *flows.Step) Span {
	if !Unasked(step, nil) {
		return Span{}
	}
	all := step.Flow().AllSteps()
	round := counter{View: c.View, least: make([]int, len(all)), most: make([]int, len(all)), state: make([]uint8, len(all))}
	round.satisfies = func(s *flows.Step) bool { return s == step || c.satisfies(s) }
	span := Span{}
	for _, x := range c.Exits(step) {
		if x.Kind == flows.ExitRound {
			least, most := round.from(x.To)
			span = Span{max(least, 0), max(most, 0)}
		}
	}
	return span
}
