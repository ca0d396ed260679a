package rules

import (
	"repartee/flows"
	"repartee/flows/analysis"
)

// readBeforeSet finds conditions, calls and flows that are given a value which nobody has asked for yet.
func readBeforeSet() Rule {
	return Rule{
		Code: "read-before-set",
		What: "A condition looks at an answer, or a call or a flow is given it, and on some way that the talk can take it was not asked for yet.",
		Why:  "What is not known counts as `no`: the customer gets the answer for somebody else, or the call fails.",
		Mend: "Ask before, or say what holds then: `known(name)`, or `name ?? 1`.",
		Faulty: `flow: part
start: {command: part}
fields: {cups: {type: integer, min: 1, max: 6}}
steps:
  - say: Then take the large pot.
    when: cups > 3
  - ask: cups
    text: For how many cups?
  - say: "For {{ cups }}: three minutes."
`,
		Mended: `flow: part
start: {command: part}
fields: {cups: {type: integer, min: 1, max: 6}}
steps:
  - ask: cups
    text: For how many cups?
  - say: Then take the large pot.
    when: cups > 3
  - say: "For {{ cups }}: three minutes."
`,
		Check: func(v *analysis.View, r *Report) {
			for _, g := range firsts(v.Gaps()) {
				if g.Use.Role == flows.RoleText || badly(g) {
					continue
				}
				help := "ask for it before, or say what holds without it: `known(" + g.Use.Name + ")`"
				if !g.Use.Guarded {
					help = "ask for it before, or say what is taken instead: `" + g.Use.Name + " ?? ...`"
				}
				r.Found(g.Use.Ref, help, "%s is not known yet in this talk:%s", g.Use.Name, transcript(v, g.Path))
			}
		},
	}
}
