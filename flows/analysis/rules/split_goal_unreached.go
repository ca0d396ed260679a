package rules

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/analysis/decide"
	"repartee/flows/expr"
	"repartee/flows/steps"
	"repartee/flows/value"
)

// splitGoalUnreached finds experiments of which an arm cannot reach what the flow is for.
func splitGoalUnreached() Rule {
	return Rule{
		Code: "split-goal-unreached",
		What: "An arm of a split cannot reach the goal of its flow.",
		Why:  "The experiment is decided before it begins, and every customer in that arm is lost.",
		Mend: "Lead the arm on to where the goal is reached, or give the experiment a goal that all arms can reach.",
		Example: `
  flow: part
  kind: service
  start: {command: part}
  goal: invited
  steps:
    - split: wording
      arms:
        short: {weight: 50, do: [{say: Come.}]}
<       long: {weight: 50, do: [{say: Would you like to come?}, end]}
>       long: {weight: 50, do: [{say: Would you like to come?}]}
    - goal: invited
    - say: A seat for each of you.
`,
		Check: func(v *analysis.View, r *Report) {
			for _, flow := range v.Flows() {
				if flow.Goal == nil {
					continue
				}
				for _, step := range flow.AllSteps() {
					if split, ok := step.Body.(*steps.Split); ok {
						checkSplit(v, r, step, split)
					}
				}
			}
		},
	}
}

// checkSplit reports the arms that cannot reach the goal; where all cannot, the split.
func checkSplit(v *analysis.View, r *Report, step *flows.Step, split *steps.Split) {
	if _, comes := v.Certain(step); !comes {
		return
	}
	var without []*flows.SplitArm
	arms := 0
	for _, x := range v.Exits(step) {
		i := slices.IndexFunc(split.Arms, func(a flows.SplitArm) bool { return x.Kind == flows.ExitArm && a.Ref == x.Ref })
		if i < 0 || split.Arms[i].Weight == 0 {
			continue
		}
		if arms++; !mayReachGoal(v, step, x.To) {
			without = append(without, &split.Arms[i])
		}
	}
	goal := step.Flow().Goal.Source
	if len(without) == arms && arms > 0 {
		r.Found(step.Ref, "put the split before the goal, or give the flow a goal that comes behind it", "no arm of this split can reach the goal of the flow, `%s`", goal)
		return
	}
	for _, arm := range without {
		r.Found(arm.Ref, "lead it on to where the goal is reached", "the arm %s cannot reach the goal of the flow, `%s`", arm.ID, goal)
	}
}

// mayReachGoal tells whether the goal of the flow can hold on some way from a step on, given what may have come about before the split. Without a step the flow ends there.
func mayReachGoal(v *analysis.View, split, from *flows.Step) bool {
	flow := split.Flow()
	may := map[string]bool{} // come about: fields, and goals of steps
	for _, step := range flow.AllSteps() {
		if v.Leads(step, split) || from != nil && v.Leads(from, step) {
			keep(may, step)
		}
	}
	domain := func(name string, typ *value.Type) decide.Domain {
		switch field := flow.Field(name); {
		case flow.HasGoal(name) && !may[name]:
			return decide.Domain{Known: true, Values: []value.Value{value.Bool(false)}}
		case field != nil && !may[name] && !v.HandsOver(flow, name):
			return decide.Domain{Unknown: true}
		}
		return decide.Domain{}
	}
	return decide.Possible(decide.Question{Hold: []*expr.Formula{v.Formula(flow.Goal)}, Domain: domain, Currency: v.Set.Currency})
}

func keep(kept map[string]bool, step *flows.Step) {
	for _, name := range step.Keeps() {
		kept[name] = true
	}
	if body, ok := step.Body.(flows.Reaching); ok {
		kept[string(body.Goal())] = true
	}
}
