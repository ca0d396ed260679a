package rules

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/steps"
)

// asksKnown finds questions for what is known already.
func asksKnown() Rule {
	return Rule{
		Code: "asks-known",
		What: "A question asks for what the customer has told already: in this talk, also in the flow that leads here, or earlier where the field says `fresh_for`.",
		Why:  "Nobody likes to say things twice. It feels like talking to somebody who has forgotten everything.",
		Mend: "Write `if_known: confirm` or `if_known: skip`. Where it is to be asked each time, write `if_known: ask`.",
		Example: `
  flow: part
  start: {command: part}
  steps:
    - ask: brew
>     if_known: confirm
      text: How do you brew?
    - say: "{{ brew }}: a good choice."
`,
		Check: func(v *analysis.View, r *Report) {
			for _, a := range forgetful(v) {
				field := v.Field(a.step.Flow(), a.name)
				remembered := a.step.Flow().Field(a.name) == nil && !field.FreshFor.Zero()
				known := v.Known(a.step, a.name)
				from := toldElsewhere(v, a)
				switch {
				case from != nil:
					r.Found(a.step.Ref, "hand it over with `with: {"+a.name+": "+a.name+"}`, and write `if_known: skip` here", "flow %s, from which all come here, has asked the same in the same words", from.ID)
				case known == analysis.Surely && !askedBefore(v, a):
					r.Found(a.step.Ref, askAnew, "%s is known whenever this is asked", a.name)
				case known == analysis.Perhaps && remembered:
					r.Found(a.step.Ref, askAnew, "%s is remembered from earlier talks, and is asked for all the same", a.name)
				}
			}
		},
	}
}

// askAnew is what can be done about a question whose answer is known.
const askAnew = "write `if_known: confirm` or `if_known: skip`; or `if_known: ask`, where it is to be asked each time"

// asking is a question, and the field that it asks for.
type asking struct {
	step *flows.Step
	name string
}

// forgetful are the questions of the set that say nothing of what is done when the answer is known.
func forgetful(v *analysis.View) []asking {
	var all []asking
	for _, flow := range v.Flows() {
		for _, step := range flow.AllSteps() {
			if ask, ok := step.Body.(*steps.Ask); ok && ask.IfKnown == "" && v.Reachable(step) {
				all = append(all, asking{step, ask.Ask.Name})
			}
		}
	}
	return all
}

// askedBefore tells whether another question of the same flow has asked for the same on the way.
func askedBefore(v *analysis.View, a asking) bool {
	return slices.ContainsFunc(a.step.Flow().AllSteps(), func(other *flows.Step) bool {
		ask, ok := other.Body.(*steps.Ask)
		return ok && other != a.step && ask.Ask.Name == a.name && v.Leads(other, a.step)
	})
}
