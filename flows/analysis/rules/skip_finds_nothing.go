package rules

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/analysis/decide"
	"repartee/flows/expr"
	"repartee/flows/value"
)

// skipFindsNothing finds a `where` that no item meets for those who skipped a question. Where nothing is said then, nothing-recommended tells of it.
func skipFindsNothing() Rule {
	return Rule{
		Code: "skip-finds-nothing",
		What: "Who skips a question is never offered anything: `where` compares the items with an answer that is not there.",
		Why:  "A comparison with something unknown never holds. Who does not mind would take anything, and is told that there is nothing.",
		Mend: "Say what holds for those who skip: `item.price <= (budget ?? 500)`, or `not known(budget) or item.price <= budget`.",
		Example: `
  flow: part
  start: {command: part}
  fields: {budget: {type: money, min: 1, max: 100}}
  steps:
    - ask: budget
      text: Up to how much per bag?
      skip: I do not mind
    - recommend: chosen
      from: catalog.coffee
<     where: item.price <= budget
>     where: item.price <= (budget ?? 500)
      text: "**{{ item.name }}** ({{ item.price }})"
      none: nothing
    - say: "{{ chosen.name }}, then."
    - end
    - say: There is nothing for that.
      id: nothing
`,
		Check: func(v *analysis.View, r *Report) {
			forSteps(v, func(s site) {
				w, ok := wheresOf(v, s.step)
				if !ok || w.where == nil || goesOnWithNothing(s.step) {
					return
				}
				for _, name := range skippedBefore(v, s.step, w.where) {
					if nothingWithout(v, s, w, name) {
						r.Found(sourceOf(s.step).Where.Ref, "write what holds then, as `("+name.Name+" ?? ...)` or `not known("+name.Name+") or ...`",
							"who skips `%s` is offered nothing here: no item meets this while that is unknown", name.Name)
						return
					}
				}
			})
		},
	}
}

// skippedBefore are the names of a condition that a question before may have left unknown.
func skippedBefore(v *analysis.View, step *flows.Step, where *expr.Formula) []*expr.Term {
	var all []*expr.Term
	for _, name := range where.Names() {
		if v.Field(step.Flow(), name) == nil || v.Known(step, name) != analysis.Perhaps {
			continue
		}
		skips := func(s *flows.Step) bool {
			return slices.Contains(s.Keeps(), name) && slices.ContainsFunc(v.Exits(s), func(x flows.Exit) bool { return x.Kind == flows.ExitSkip })
		}
		if slices.ContainsFunc(step.Flow().AllSteps(), skips) {
			all = append(all, &expr.Term{Kind: expr.Name, Name: name, Base: name, Type: v.Field(step.Flow(), name).ValueType()})
		}
	}
	return all
}

// nothingWithout tells of a name without which no item is left, while some are with it: on some way that the talk can take.
func nothingWithout(v *analysis.View, s site, w wheres, name *expr.Term) bool {
	known := []*expr.Formula{{Sign: expr.Known, Terms: []*expr.Term{name}, Source: "known(" + name.Name + ")"}}
	of, at := ofItemsInStock(w.where), s.at.taken()
	fits := func(fail []*expr.Formula) func(item value.Value) bool {
		asked := map[*expr.Formula]bool{}
		return func(item value.Value) bool { // mostly the first one does
			f := of.with(item)
			again := asked[f]
			asked[f] = true
			return !again && at.ask([]*expr.Formula{f}, fail) != decide.No
		}
	}
	if slices.ContainsFunc(w.items, fits(known)) || !slices.ContainsFunc(w.items, fits(nil)) {
		return false
	}
	_, way := v.Case(s.step, analysis.Search{Fail: known})
	return way
}
