package rules

import (
	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/steps"
)

func keepTooShort() Rule {
	return Rule{
		Code: "keep-too-short",
		What: "A field is forgotten before the flow reads it again: it is kept for less time than the flow waits, or than it counts as fresh.",
		Why:  "After the wait the text has a gap where the answer stood, and conditions about it do not hold.",
		Mend: "Give the field a longer `keep:`.",
		Example: `
  fields:
<   brew: {type: one_of, label: How you brew, purpose: advice, keep: 2w, options: {espresso: Espresso, filter: Filter}}
>   brew: {type: one_of, label: How you brew, purpose: advice, keep: 2y, options: {espresso: Espresso, filter: Filter}}
  --- # flows/part.yaml
  flow: part
  start: {command: part}
  steps:
    - ask: brew
      if_known: confirm
      text: How do you brew?
    - say: "{{ brew }}, good. I ask you again in spring."
    - wait: 3mo
    - branch:
        - when: brew == 'espresso'
          do: [{say: Is the machine clean?}]
        - else: [{say: Are there filters left?}]
`,
		Check: func(v *analysis.View, r *Report) {
			fleeting := map[string]*flows.Field{}
			for _, field := range v.Set.Fields() {
				if field.Keep.Zero() {
					continue
				}
				fleeting[string(field.Name)] = field
				if !field.FreshFor.Zero() && shorter(field.Keep, field.FreshFor) {
					r.Found(field.Ref.At("keep"), "keep it at least for as long as it is fresh", "%s is forgotten before it stops counting as fresh", field.Name)
				}
			}
			for _, flow := range v.Flows() {
				keptThrough(v, r, flow, fleeting)
			}
		},
	}
}

// keptThrough looks at what a flow reads behind a wait without asking for it anew.
func keptThrough(v *analysis.View, r *Report, flow *flows.Flow, fleeting map[string]*flows.Field) {
	var waited flows.Duration
	told := map[string]bool{}
	for _, step := range flow.AllSteps() {
		if body, ok := step.Body.(*steps.Wait); ok && step.Outer() == nil {
			if shorter(waited, body.Wait.For) {
				waited = body.Wait.For
			}
			continue
		}
		for _, name := range step.Keeps() {
			told[name] = true // known anew, or told of
		}
		if waited.Zero() {
			clear(told)
			continue
		}
		for _, use := range v.Uses(step) {
			field := fleeting[use.Name]
			if field != nil && !told[use.Name] && flow.Field(use.Name) == nil && shorter(field.Keep, waited) {
				told[use.Name] = true
				delete(fleeting, use.Name) // it is said of each field once
				r.Found(field.Ref.At("keep"), "keep it for longer than the flow waits", "flow %s reads %s after a wait in which it is forgotten", flow.ID, use.Name)
			}
		}
	}
}
