package rules

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/expr"
)

// site is a step that looks at conditions and that the talk comes to.
type site struct {
	step    *flows.Step
	at      ground // when the talk comes to it, before its own `when`
	taken   bool   // its `when` holds with some answers
	choices []choice
	offers  []*flows.Condition // of its options and buttons
}

type sitesKey struct{}

// sitesOf are the sites of a set, worked out once.
func sitesOf(v *analysis.View) []site {
	return v.Once(sitesKey{}, func() any {
		var all []site
		for _, flow := range v.Flows() {
			for _, step := range flow.AllSteps() {
				s := site{step: step}
				s.choices, s.offers = lookedAt(v, step)
				if step.When == nil && len(s.choices) == 0 && len(s.offers) == 0 && !checks(step) && !chooses(step) {
					continue
				}
				var ok bool
				if s.at, ok = groundAt(v, step); ok {
					s.taken = step.When == nil || s.at.can(v.Formula(step.When))
					all = append(all, s)
				}
			}
		}
		return all
	}).([]site)
}

func checks(step *flows.Step) bool {
	q := step.Asks()
	return q != nil && len(q.Check) > 0
}

func chooses(step *flows.Step) bool {
	l := sourceOf(step)
	return l != nil && l.Where != nil
}

// forSteps calls see with each site that is taken with some answers.
func forSteps(v *analysis.View, see func(s site)) {
	for _, s := range sitesOf(v) {
		if s.taken {
			see(s)
		}
	}
}

// armAt is an arm with a condition where it stands, and what becomes of it: at most one of these.
type armAt struct {
	arm
	never, always bool // it holds with no answer, with every answer
	shadowed      bool // the arms above it take all that it is for
}

type armsKey struct{}

// forArms calls see with each arm that has a condition, at places that the talk comes to and outside of the flows.
func forArms(v *analysis.View, see func(a armAt)) {
	arms := v.Once(armsKey{}, func() any {
		var all []armAt
		forSteps(v, func(s site) {
			for _, c := range s.choices {
				around := s.at.around(c)
				if len(c.around) == 0 || around.can() { // else the arm around it is one that never holds
					all = append(all, judged(c, around, around.remembering())...)
				}
			}
		})
		shared := sharedGround(v)
		for _, c := range sharedChoices(v) {
			if at := shared.within(c); len(c.around) == 0 || at.can() {
				all = append(all, judged(c, at, at)...)
			}
		}
		return all
	}).([]armAt)
	for _, a := range arms {
		see(a)
	}
}

// judged are the arms of a choice that have a condition, at its ground and at that of what is remembered. Behind one that always holds nothing more is said.
func judged(c choice, at, remembered ground) []armAt {
	var all []armAt
	var passed []*expr.Formula // that the arms above do not hold
	for _, a := range c.arms {
		if a.when == nil {
			passed = append(passed, never())
			continue
		}
		f := at.view.Formula(a.when)
		judged := armAt{arm: a, never: !at.can(f)}
		judged.always = !judged.never && !remembered.canFail(f)
		judged.shadowed = !judged.never && len(passed) > 0 && !at.can(append(slices.Clone(passed), f)...)
		all = append(all, judged)
		if judged.always {
			break
		}
		if !judged.never {
			passed = append(passed, f.Negated())
		}
	}
	return all
}

// never is a condition that does not hold.
func never() *expr.Formula { return &expr.Formula{Sign: expr.Fixed, Source: "no"} }
