package rules

import (
	"repartee/flows"
	"repartee/flows/analysis"
)

// mayBeUnknown finds texts with a value that is unknown on some way.
func mayBeUnknown() Rule {
	return Rule{
		Code: "may-be-unknown",
		What: "A text says a value that is unknown on some way that the talk can take.",
		Why:  "Customers read a sentence with a hole in it.",
		Mend: "Say what stands there instead, as `{{ name ?? 'you' }}`, or write arms: `when: known(name)`.",
		Faulty: `flow: part
start: {command: part}
fields: {called: {type: text, max: 40}}
steps:
  - ask: called
    text: Which name shall stand on the sign?
    skip: None
  - say: "The sign says: {{ called }}."
`,
		Mended: `flow: part
start: {command: part}
fields: {called: {type: text, max: 40}}
steps:
  - ask: called
    text: Which name shall stand on the sign?
    skip: None
  - say: "The sign says: {{ called ?? 'Reserved' }}."
`,
		Check: func(v *analysis.View, r *Report) {
			for _, g := range firsts(v.Gaps()) {
				if g.Use.Role == flows.RoleText && !badly(g) {
					r.Found(g.Use.Ref, "say what else to write: `{{ "+g.Use.Name+" ?? '...' }}`", "%s may be unknown here, as in this talk:%s", g.Use.Name, transcript(v, g.Path))
				}
			}
		},
	}
}
