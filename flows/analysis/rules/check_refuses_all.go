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

// checkRefusesAll finds questions whose checks leave no answer.
func checkRefusesAll() Rule {
	return Rule{
		Code: "check-refuses-all",
		What: "The checks of a question, together with what its field takes, refuse every answer.",
		Why:  "Whatever customers answer, they are told that it is wrong; nobody gets on.",
		Mend: "A `check` says what is refused: turn its condition round, or correct its limit.",
		Example: guestsAsked + `
<     check: [{when: guests < 10, text: We begin with ten.}]
>     check: [{when: guests < 2, text: We begin with two.}]
    - say: "A table for {{ guests }}."
`,
		Check: func(v *analysis.View, r *Report) {
			forSteps(v, func(s site) {
				if checks(s.step) {
					checkRefusals(r, s.step.Asks(), s.at.taken().resting().answered(s.step))
				}
			})
		},
	}
}

// checkRefusals reports a check that refuses all by itself, or else that they do so together.
func checkRefusals(r *Report, q *flows.Question, at ground) {
	var all []*expr.Formula
	for i := range q.Check {
		check := &q.Check[i]
		f := at.view.Formula(&check.When)
		if !switched(&check.When) && !at.canFail(f) {
			r.Found(check.When.Ref, "a check says what is refused: turn it round, or correct its limit", "`%s` refuses every answer", check.When.Source)
			return
		}
		all = append(all, f)
	}
	if at.ask(nil, all) == decide.No {
		r.Found(at.step.Ref, "a check says what is refused: leave something between them", "the checks of this question refuse every answer together")
	}
}

// answered is the ground where the question of the step has an answer: one of those that it offers.
func (g ground) answered(step *flows.Step) ground {
	before, keeps := g.domain, step.Keeps()
	g.domain = func(name string) decide.Domain {
		d := before(name)
		if slices.Contains(keeps, name) {
			d.Known, d.Unknown = true, false
			if offered := offeredBy(step); offered != nil && d.Type.Kind() == value.KindText {
				d.Values = offered
			}
		}
		return d
	}
	return g
}

// offeredBy are the options that a question has of its own; nil where it has none.
func offeredBy(step *flows.Step) []value.Value {
	ask, ok := step.Body.(*steps.Ask)
	if !ok {
		return nil
	}
	var all []value.Value
	for i := range ask.Options.List {
		all = append(all, value.Text(string(ask.Options.List[i].ID)))
	}
	return all
}
