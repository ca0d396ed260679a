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

// nothingRecommended finds answers for which a step has no item to offer, and says nothing about it.
func nothingRecommended() Rule {
	return Rule{
		Code: "nothing-recommended",
		What: "With some answers no item of the catalog is left, and no `none` says what happens then.",
		Why:  "The step is left out without a word, and the talk goes on as if something had been chosen.",
		Mend: "Write `none:` with a step that says so (behind an `ask`: a step with `when: not known(...)`), or refuse such answers by a `check`.",
		Example: `
  flow: part
  start: {command: part}
  fields: {budget: {type: money, min: 1, max: 100}}
  steps:
    - ask: budget
      text: Up to how much per bag?
    - recommend: chosen
      from: catalog.coffee
      where: item.price <= budget
      text: "**{{ item.name }}** ({{ item.price }})"
<   - say: "{{ chosen.name ?? 'Nothing' }}, then."
>     none: nothing
>   - say: "{{ chosen.name }}, then."
>   - end
>   - say: There is nothing for that.
>     id: nothing
`,
		Check: func(v *analysis.View, r *Report) {
			forSteps(v, func(s site) {
				w, ok := wheresOf(v, s.step)
				if !ok || w.where == nil || !goesOnWithNothing(s.step) || needsOne(v, s.step) {
					return
				}
				if found, ok := emptyShelf(v, s.step, s.at.taken(), w); ok {
					r.Found(s.step.Ref, nothingHelp(s.step), "no item of %s is left with %s", sourceOf(s.step).From.Name, witnessed(found.Witness))
				}
			})
		},
	}
}

// goesOnWithNothing tells of a step that has no way of its own for when there is no item.
func goesOnWithNothing(step *flows.Step) bool {
	switch body := step.Body.(type) {
	case *steps.Recommend:
		return !body.None.Written()
	case *steps.Show:
		return !body.None.Written()
	case *steps.Ask:
		return true
	}
	return false
}

// needsOne tells of a step behind which the talk needs an item, so that outcome-unhandled says that there may be none.
func needsOne(v *analysis.View, step *flows.Step) bool {
	return slices.ContainsFunc(v.Gaps(), func(g analysis.Gap) bool { return badly(g) && g.Origin.Step == step })
}

func nothingHelp(step *flows.Step) string {
	if step.Kind == "ask" {
		return "refuse such answers by a `check` where they are asked for, or widen `where`"
	}
	return "write `none:` with a step that says so"
}

// emptyShelf looks for answers with which no item is left. It begins with the conditions of a few items: what they leave out is held against the others, and
// those that it does not leave out are taken in, until none or no answers are left.
func emptyShelf(v *analysis.View, step *flows.Step, at ground, w wheres) (analysis.Case, bool) {
	all := w.differing(ofItemsInStock(w.where))
	s := analysis.Search{Fail: firstOnes(all)}
	for len(s.Fail) <= len(all) {
		if at.ask(nil, s.Fail) == decide.No {
			return analysis.Case{}, false
		}
		found, ok := v.Case(step, s)
		if !ok || !ofAnswers(v, step.Flow(), found.Witness) {
			return analysis.Case{}, false
		}
		missed := notLeftOut(all, found.Witness)
		if missed == nil {
			return found, true
		}
		if slices.Contains(s.Fail, missed) {
			return analysis.Case{}, false
		}
		s.Fail = append(s.Fail, missed)
	}
	return analysis.Case{}, false
}

// neverEmpty tells of a step that has an item to offer whatever was answered, and whatever is sold out.
func neverEmpty(v *analysis.View, step *flows.Step) bool {
	w, ok := wheresOf(v, step)
	if ok && w.where == nil {
		return len(w.items) > 0
	}
	if !ok || readsStock(w.where) {
		return false
	}
	at, ok := groundAt(v, step)
	return ok && at.taken().ask(nil, w.differing(ofItems(w.where))) == decide.No
}

// firstOnes are a few conditions to begin with.
func firstOnes(all []*expr.Formula) []*expr.Formula {
	const few = 8
	return slices.Clone(all[:min(few, len(all))])
}

// notLeftOut is a condition that the answers do not surely fail; nil where there is none.
func notLeftOut(all []*expr.Formula, w decide.Witness) *expr.Formula {
	given := answersOf(w)
	for _, f := range all {
		if left := f.With(given, given.has); left.Sign != expr.Fixed || left.Holds {
			return f
		}
	}
	return nil
}

// ofAnswers tells whether a witness is made of answers alone, and not of links, tags and times.
func ofAnswers(v *analysis.View, flow *flows.Flow, w decide.Witness) bool {
	return !slices.ContainsFunc(w, func(a decide.Assignment) bool {
		field := v.Field(flow, a.Name)
		return field == nil || v.Computed(field) || a.Other && field.ValueType().Kind() == value.KindText
	})
}
