package rules

import (
	"repartee/flows/analysis"
)

// interruptionOverwrites finds flows that can interrupt another one and change what that has asked for.
func interruptionOverwrites() Rule {
	return Rule{
		Code: "interruption-overwrites",
		What: "A flow that can interrupt another one sets, without asking, a field that the other has asked for and still needs.",
		Why:  "The customer comes back to the first talk, and it goes on with an answer that is not theirs.",
		Mend: "Set a field of the flow's own, set it only `when: not known(...)`, ask for it, or let the question say `interrupts: none`.",
		Example: `
  flow: part
  start: {command: part, words: [which pot]}
  steps:
    - set: {brew: "'filter'"}
>     when: not known(brew)
    - say: A pot of clay keeps warm for an hour.
`,
		Check: func(v *analysis.View, r *Report) {
			for _, o := range v.Overwrites() {
				r.Found(o.Step.Ref, "set a field of this flow, or set it only where it is not known", "whoever comes here from the open question `%s` of flow %s finds another %s there afterwards", o.Open.Name(), o.Open.Flow().ID, o.Field)
			}
		},
	}
}
