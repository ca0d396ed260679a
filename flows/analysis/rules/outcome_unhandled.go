package rules

import (
	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/steps"
)

// outcomeUnhandled finds outcomes that lead on to where something is needed that they did not bring.
func outcomeUnhandled() Rule {
	return Rule{
		Code: "outcome-unhandled",
		What: "A step that comes to nothing (nothing free, declined, failed, skipped) leads on to a step that needs what it did not bring.",
		Why:  "The bot goes on as if all were well: it thanks for an order that was not paid, or waits for a day that it never got.",
		Mend: "Write where that leads: `none:`, `failed:`, `error:`, `cancelled:`, or a `branch` with `known(...)` behind the step.",
		Example: `
  flow: part
  start: {command: part}
  fields: {number: {type: text, max: 20}, arrives_on: date}
  steps:
    - ask: number
      text: Which number does your parcel have?
    - call: parcel
      with: {number: number}
      take: {arrives_on: arrives}
>     error: sorry
    - wait: {until: arrives_on}
    - say: Is it there?
>   - end
>   - say: I cannot look it up now.
>     id: sorry
`,
		Check: func(v *analysis.View, r *Report) {
			type outcome struct {
				step *flows.Step
				name string
			}
			told := map[outcome]bool{}
			tell := func(leg analysis.Leg, path analysis.Path, need string) {
				key := outcome{leg.Step, leg.Exit.Name}
				if !told[key] {
					told[key] = true
					r.Found(leg.Step.Ref, helpFor(leg), "after `%s` the talk goes on to a step that needs %s:%s", leg.Exit.Name, need, transcript(v, path))
				}
			}
			for _, g := range v.Gaps() {
				if badly(g) {
					tell(*g.Origin, g.Path, g.Use.Name)
				}
			}
			for _, leg := range v.Celebrated(unpaid) {
				tell(leg[len(leg)-1], leg, "a payment or an appointment: it reaches the goal")
			}
		},
	}
}

// unpaid tells of an outcome without which no goal of selling or booking is reached.
func unpaid(step *flows.Step, x flows.Exit) bool {
	if x.Kind != flows.ExitOutcome {
		return false
	}
	switch body := step.Body.(type) {
	case *steps.Pay:
		return x.Name == "failed"
	case *steps.Book:
		return x.Name == "none" && body.Book.Field.Name != ""
	}
	return false
}

func helpFor(leg analysis.Leg) string {
	if leg.Exit.Kind == flows.ExitSkip {
		return "write `when: known(" + leg.Step.Name() + ")` at the step that needs it, or lead past it"
	}
	return "write `" + leg.Exit.Name + ":` with the step that says what happens now"
}
