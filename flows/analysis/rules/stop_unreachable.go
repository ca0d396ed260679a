package rules

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/value"
)

func stopUnreachable() Rule {
	return Rule{
		Code: "stop-unreachable",
		What: "A customer who wants no more messages cannot stop them: /stop is a flow of the bot's own that takes nothing back, or the word for it means an option.",
		Why:  "Who cannot get rid of a bot blocks it and reports it, and keeping on writing after a no is against the law.",
		Mend: "Leave /stop to the bot: without a flow called stop it takes all consents back. A flow of your own has to set them: `set: {news: false}`. Options get other labels.",
		Example: `
  flow: part
  start: {command: part}
  steps:
    - menu: Shall I go on?
      id: on
      options:
        go_on: Go on
<       stop: {label: Stop, do: [{say: As you like.}]}
>       enough: {label: That is enough, do: [{say: As you like.}]}
    - say: Here we go.
`,
		Check: func(v *analysis.View, r *Report) {
			shadowed(v, r, "stop", "stop the messages")
			flow := v.Set.CommandNamed("stop")
			if flow != nil && !flow.Builtin() && !takesBack(v, flow) {
				ref := flow.Ref.At("flow")
				if flow.ID != "stop" {
					ref = flow.Start.Ref.At("command")
				}
				r.Found(ref, "remove it, and /stop takes all consents back; or let it `set` each of them to false", "/stop is answered by this flow, and it takes no consent back")
			}
		},
	}
}

// takesBack tells whether a flow changes some consent, or leads to where that is done.
func takesBack(v *analysis.View, flow *flows.Flow) bool {
	consents := 0
	for _, field := range v.Set.Fields() {
		if field.ValueType().Base == value.TypeConsent {
			consents++
		}
	}
	if consents == 0 {
		return true // there is nothing to take back
	}
	return slices.ContainsFunc(flow.AllSteps(), func(step *flows.Step) bool {
		changes := slices.ContainsFunc(step.Keeps(), func(name string) bool {
			field := v.Set.Field(name)
			return field != nil && field.ValueType().Base == value.TypeConsent
		})
		return changes || slices.ContainsFunc(v.Exits(step), func(x flows.Exit) bool { return x.Into != nil && x.Into != flow })
	})
}
