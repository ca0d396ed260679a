package rules

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/analysis/decide"
	"repartee/flows/expr"
	"repartee/flows/value"
)

// branchNotCovered finds branches and texts with arms that leave some answers out.
func branchNotCovered() Rule {
	return Rule{
		Code: "branch-not-covered",
		What: "The arms of a branch or of a text leave some answers out, and no `else` follows.",
		Why:  "Customers with such an answer fall through: they get no word, or the talk goes on as if they had not answered.",
		Mend: "Write an arm for the answers named, or `else` for all others.",
		Example: guestsAsked + `
    - branch:
        - when: guests < 4
          do: [{say: A small table.}]
<       - when: guests > 4
>       - when: guests >= 4
          do: [{say: Then take the large table.}]
`,
		Check: func(v *analysis.View, r *Report) {
			forSteps(v, func(s site) {
				for _, c := range s.choices {
					if c.covers || c.later || c.hasElse() || !aboutAnswers(v, s.step.Flow(), c) {
						continue
					}
					if found, ok := leftOut(v, s, c); ok {
						r.Found(c.ref, writeElse, "no arm is for %s", witnessed(found.Witness))
					}
				}
			})
			for _, c := range sharedChoices(v) {
				if c.hasElse() || !aboutAnswers(v, nil, c) {
					continue
				}
				if answer, found := sharedGround(v).within(c).decide(nil, c.conditions(v)); answer == decide.Yes && ofAnswers(v, nil, found) {
					r.Found(c.ref, writeElse, "no arm is for %s", witnessed(found))
				}
			}
		},
	}
}

// writeElse is what can be done about answers that have no arm.
const writeElse = "write an arm for it, or `else` for all others"

// aboutAnswers tells of a choice between answers that can be listed. What else there is, as links, tags and times, has no end: an arm for some is enough.
func aboutAnswers(v *analysis.View, flow *flows.Flow, c choice) bool {
	for _, a := range c.arms {
		for _, name := range v.Formula(a.when).Names() {
			field := v.Field(flow, recordOf(name))
			if field == nil || field.ValueType().Kind() == value.KindText && len(field.ValueType().Options) == 0 {
				return false
			}
		}
	}
	return true
}

// conditions are those of the arms.
func (c choice) conditions(v *analysis.View) []*expr.Formula {
	all := make([]*expr.Formula, len(c.arms))
	for i, a := range c.arms {
		all[i] = v.Formula(a.when)
	}
	return all
}

// leftOut looks for answers with which no arm of a choice is taken.
func leftOut(v *analysis.View, s site, c choice) (analysis.Case, bool) {
	search := analysis.Search{Hold: c.around, Fail: c.conditions(v), Domain: itemsAt(v, s.step)}
	if slices.ContainsFunc(slices.Concat(search.Hold, search.Fail), readsStock) || s.at.around(c).ask(nil, search.Fail) == decide.No {
		return analysis.Case{}, false
	}
	found, ok := v.Case(s.step, search)
	return found, ok && ofAnswers(v, s.step.Flow(), found.Witness)
}

// witnessed is what the customer has answered in a case, in a sentence.
func witnessed(w decide.Witness) string {
	if len(w) == 0 {
		return "anybody"
	}
	return w.String()
}
