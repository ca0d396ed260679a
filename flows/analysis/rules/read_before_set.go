package rules

import (
	"repartee/flows"
	"repartee/flows/analysis"
)

// readBeforeSet finds texts and conditions that read, and calls and flows that are given, a value which is not known on some way.
func readBeforeSet() Rule {
	return Rule{
		Code: "read-before-set",
		What: "A text says an answer, a condition looks at it, or a call is given it, and on some way that the talk can take it is not known: it was skipped, not asked for yet, or reckoned of what is not known.",
		Why:  "Customers read a sentence with a hole in it, or get the answer that is meant for somebody else.",
		Mend: "Ask before, or say what holds without it: `{{ name ?? 'you' }}`, or an arm with `when: known(name)`.",
		Example: `
  flow: part
  start: {command: part}
  fields: {cups: {type: integer, min: 1, max: 6}}
  steps:
>   - ask: cups
>     text: For how many cups?
    - say: Then take the large pot.
      when: cups > 3
<   - ask: cups
<     text: For how many cups?
    - say: "For {{ cups }}: three minutes."
`,
		Check: func(v *analysis.View, r *Report) {
			for _, g := range firsts(v.Gaps()) {
				if !badly(g) {
					found := g.Use.Name + " is not known here: the flow begins with this step, and nothing has set it"
					if len(g.Path) > 0 {
						found = g.Use.Name + " is not known here, as in this talk:" + transcript(v, g.Path)
					}
					r.Found(g.Use.Ref, helpForGap(g), "%s", found)
				}
			}
		},
	}
}

func helpForGap(g analysis.Gap) string {
	switch {
	case g.Use.Guarded && g.Reckoned():
		return "let `set` give it a value in any case, as by `... ?? 0`, or begin with an arm for `not known(" + g.Use.Name + ")`"
	case g.Use.Guarded:
		return "ask for it before, or say what holds without it: `known(" + g.Use.Name + ")`"
	case g.Use.Role == flows.RoleText:
		return "say what else to write: `{{ " + g.Use.Name + " ?? '...' }}`"
	}
	return "ask for it before, or say what is taken instead: `" + g.Use.Name + " ?? ...`"
}
