package rules

import (
	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/steps"
)

// deadEnd finds advice and purchases that end without a word.
func deadEnd() Rule {
	return Rule{
		Code: "dead-end",
		What: "Advice or a purchase ends without a word: nothing was found, or the customer has pressed a button, and the bot says nothing more, before the goal is reached.",
		Why:  "The customer waits for an answer that never comes, and does not know what to do now.",
		Mend: "Say what happened and offer a way on: a text with `buttons`, another flow, a person.",
		Example: `
  flow: part
  kind: interactive_advice
  start: {command: part}
  goal: known(chosen)
  steps:
    - ask: brew
      if_known: confirm
      text: How do you brew?
    - recommend: chosen
      from: catalog.coffee
      where: brew in item.brew and item.stock > 0
      text: "{{ item.name }}, {{ item.price }}"
      none: nothing
    - say: "A good choice: {{ chosen.name }}."
    - end
<   - end:
>   - say: There is nothing on the shelf for that today.
      id: nothing
`,
		Check: func(v *analysis.View, r *Report) {
			for _, flow := range v.Flows() {
				if flow.Kind != "interactive_advice" && flow.Kind != "purchase" {
					continue
				}
				told := map[*flows.Step]bool{}
				for _, step := range flow.AllSteps() {
					v.Following(step, func(x flows.Exit) {
						if at, ok := deadBehind(v, step, x); ok && !told[at] {
							told[at] = true
							r.Found(at.Ref, "say what happened, and offer a way on", "after `%s` at %s the talk ends here without a word", x.Name, step.Name())
						}
					})
				}
			}
		},
	}
}

// deadBehind gives the step at which a talk ends that says nothing after an outcome.
func deadBehind(v *analysis.View, step *flows.Step, x flows.Exit) (*flows.Step, bool) {
	switch x.Kind {
	case flows.ExitOutcome:
		switch step.Body.(type) {
		case *steps.Recommend, *steps.Show:
			if neverEmpty(v, step) {
				return nil, false
			}
		case *steps.Call:
		default:
			return nil, false // these say something themselves, or nobody waits for a word
		}
	case flows.ExitOption, flows.ExitSkip:
	default:
		return nil, false
	}
	if x.Into != nil || !v.Reachable(step) {
		return nil, false
	}
	last, ok := v.Silent(step, x)
	if !ok || afterGoal(v, step) {
		return nil, false
	}
	if last == nil {
		last = step
	}
	return last, true
}

// afterGoal tells of a step that the talk can come to when the goal is reached.
func afterGoal(v *analysis.View, step *flows.Step) bool {
	for _, other := range step.Flow().AllSteps() {
		if v.ReachesGoal(other) && v.Leads(other, step) {
			return true
		}
	}
	return v.ReachesGoal(step)
}
