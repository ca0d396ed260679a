package analysis

import (
	"repartee/flows"
	"repartee/flows/steps"
)

// Celebrated finds outcomes that lead to a step which reaches a goal, with no question and no condition between: the paths, each up to its outcome.
func (v *View) Celebrated(bad func(step *flows.Step, x flows.Exit) bool) []Path {
	var all []Path
	for _, flow := range v.Flows() {
		for _, step := range flow.AllSteps() {
			v.Following(step, func(x flows.Exit) {
				if bad(step, x) && v.straightToGoal(x.To) {
					all = append(all, append(v.wayTo(step), Leg{step, x}))
				}
			})
		}
	}
	return all
}

// straightToGoal follows a talk as long as nothing decides where it goes on.
func (v *View) straightToGoal(step *flows.Step) bool {
	for n := 0; step != nil && step.When == nil && n < len(step.Flow().AllSteps()); n++ {
		switch step.Body.(type) {
		case *steps.Goal:
			return true
		case *steps.Say, *steps.Set, *steps.Tag, *steps.Untag, *steps.Go, *steps.Cart:
		default:
			return false
		}
		if step.Asks() != nil && step.Body.(*steps.Cart).Cart.Word == flows.CartReview {
			return false
		}
		var next *flows.Step
		for _, x := range v.Exits(step) {
			if x.Kind == flows.ExitNext || x.Kind == flows.ExitGo || x.Kind == flows.ExitAnswer {
				next = x.To
			}
		}
		step = next
	}
	return false
}

// wayTo is the shortest way to a step.
func (v *View) wayTo(step *flows.Step) Path {
	reaches := v.leadingTo(step)
	for _, b := range v.beginnings(step.Flow()) {
		w := walk{view: v, flow: step.Flow(), known: b.known}
		w.leave = func(_ *place, leg Leg) bool { return leg.Exit.To != nil && reaches[leg.Exit.To] }
		w.at = func(p *place) bool { return p.step == step }
		if p := w.begin(); p != nil {
			return p.path()
		}
	}
	return nil
}
