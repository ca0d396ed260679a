package rules

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/analysis/decide"
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
					if c.covers || c.later || c.hasElse() || !aboutAnswers(v, s.step, c) {
						continue
					}
					if found, ok := leftOut(v, s, c); ok {
						r.Found(c.ref, "write an arm for it, or `else` for all others", "no arm is for %s", witnessed(found))
					}
				}
			})
		},
	}
}

// aboutAnswers tells of a choice between answers that can be listed. What else there is, as links, tags and times, has no end: an arm for some is enough.
func aboutAnswers(v *analysis.View, step *flows.Step, c choice) bool {
	for _, a := range c.arms {
		for _, name := range v.Formula(a.when).Names() {
			field := v.Field(step.Flow(), recordOf(name))
			if field == nil || field.ValueType().Kind() == value.KindText && len(field.ValueType().Options) == 0 {
				return false
			}
		}
	}
	return true
}

// leftOut looks for answers with which no arm of a choice is taken.
func leftOut(v *analysis.View, s site, c choice) (analysis.Case, bool) {
	search := analysis.Search{Hold: c.around, Domain: itemsAt(v, s.step)}
	for _, a := range c.arms {
		search.Fail = append(search.Fail, v.Formula(a.when))
	}
	if slices.ContainsFunc(slices.Concat(search.Hold, search.Fail), readsStock) || s.at.around(c).ask(nil, search.Fail) == decide.No {
		return analysis.Case{}, false
	}
	found, ok := v.Case(s.step, search)
	return found, ok && ofAnswers(v, s.step, found.Witness)
}

// witnessed is what the customer has answered in a case, in a sentence.
func witnessed(c analysis.Case) string {
	if len(c.Witness) == 0 {
		return "anybody"
	}
	return c.Witness.String()
}
