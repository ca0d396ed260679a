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
	const help = "lead it on to where the goal is reached"
	switch goal := step.Flow().Goal.Source; {
	case len(without) == arms && arms > 0:
		r.Found(step.Ref, "put the split before the goal, or give the flow a goal that comes behind it", "no arm of this split can reach the goal of the flow, `%s`", goal)
	default:
		for _, arm := range without {
			r.Found(arm.Ref, help, "the arm %s cannot reach the goal of the flow, `%s`", arm.ID, goal)
		}
	}
}

// mayReachGoal tells whether the goal of the flow can hold on some way from a step on, given what may have come about before the split.
func mayReachGoal(v *analysis.View, split, from *flows.Step) bool {
	flow := split.Flow()
	before, behind := map[string]bool{}, keptFrom(v, from)
	for _, step := range flow.AllSteps() {
		if leadsTo(v, step, split) {
			keep(before, step)
		}
	}
	may := func(name string) bool { return before[name] || behind[name] }
	domain := func(name string, typ *value.Type) decide.Domain {
		switch field := flow.Field(name); {
		case flow.HasGoal(name) && !may(name):
			return decide.Domain{Known: true, Values: []value.Value{value.Bool(false)}}
		case field != nil && !may(name) && !handedTo(v, flow, name):
			return decide.Domain{Unknown: true}
		}
		return decide.Domain{}
	}
	answer, _ := decide.Decide(decide.Question{Hold: []*expr.Formula{v.Formula(flow.Goal)}, Domain: domain, Currency: v.Set.Currency})
	return answer != decide.No
}

// keptFrom are the fields and goals that steps from one on can set.
func keptFrom(v *analysis.View, from *flows.Step) map[string]bool {
	kept := map[string]bool{}
	follow(v, from, func(step *flows.Step) bool {
		keep(kept, step)
		return true
	})
	return kept
}

func keep(kept map[string]bool, step *flows.Step) {
	for _, name := range step.Keeps() {
		kept[name] = true
	}
	if body, ok := step.Body.(flows.Reaching); ok {
		kept[string(body.Goal())] = true
	}
}

// leadsTo tells whether the talk can come from one step to another.
func leadsTo(v *analysis.View, from, to *flows.Step) bool {
	found := false
	follow(v, from, func(step *flows.Step) bool {
		found = found || step == to
		return !found
	})
	return found
}

// follow calls see with all steps from one on, as long as it says so.
func follow(v *analysis.View, from *flows.Step, see func(step *flows.Step) bool) {
	seen := map[*flows.Step]bool{}
	open := []*flows.Step{from}
	for len(open) > 0 {
		step := open[len(open)-1]
		open = open[:len(open)-1]
		if step == nil || seen[step] {
			continue
		}
		seen[step] = true
		if !see(step) {
			return
		}
		for _, x := range v.Exits(step) {
			open = append(open, x.To)
		}
	}
}

// handedTo tells of a field that other flows give the flow.
func handedTo(v *analysis.View, flow *flows.Flow, name string) bool {
	return slices.ContainsFunc(v.Entries(flow), func(e analysis.Entry) bool {
		return slices.ContainsFunc(e.With, func(p flows.Pass) bool { return p.Name.Name == name })
	})
}
