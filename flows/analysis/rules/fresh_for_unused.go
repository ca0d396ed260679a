package rules

import (
	"strings"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/steps"
)

func freshForUnused() Rule {
	return Rule{
		Code: "fresh-for-unused",
		What: "A field says how long its answer counts as fresh, and every question for it asks anew each time.",
		Why:  "Whoever wrote the time wanted to spare customers the same question. They get it all the same.",
		Mend: "Write `if_known: skip` or `if_known: confirm` with the question, or take `fresh_for` out.",
		Example: `
  fields:
    brew: {type: one_of, label: How you brew, purpose: advice, options: {espresso: Espresso, filter: Filter}}
    milk: {type: yes_no, label: Milk, purpose: advice, fresh_for: 180d}
  --- # flows/part.yaml
  flow: part
  start: {command: part}
  steps:
    - ask: milk
<     if_known: ask
>     if_known: skip
      text: Do you take milk?
    - say: "{{ milk ? 'With milk' : 'Black' }}, then."
`,
		Check: func(v *analysis.View, r *Report) {
			asks := map[string][]flows.IfKnown{}
			for _, flow := range v.Flows() {
				for _, step := range flow.AllSteps() {
					if ask, ok := step.Body.(*steps.Ask); ok && flow.Field(ask.Ask.Name) == nil {
						asks[ask.Ask.Name] = append(asks[ask.Ask.Name], ask.IfKnown)
					}
				}
			}
			var fresh map[string]bool
			for _, field := range v.Set.Fields() {
				if field.FreshFor.Zero() || !anew(asks[string(field.Name)]) {
					continue
				}
				if fresh == nil {
					fresh = looksAtAge(v)
				}
				if !fresh[string(field.Name)] {
					r.Found(field.Ref.At("fresh_for"), "write `if_known: skip` or `if_known: confirm` with the question, or take it out", "nothing looks at how old %s is: it is asked for anew each time", field.Name)
				}
			}
		},
	}
}

// anew tells of questions that ask each time, at least one of which says so.
func anew(asks []flows.IfKnown) bool {
	said := false
	for _, known := range asks {
		if known != "" && known != flows.AskKnown {
			return false
		}
		said = said || known != ""
	}
	return said
}

// looksAtAge gives the fields that are held against their time with fresh(...).
func looksAtAge(v *analysis.View) map[string]bool {
	fresh := map[string]bool{}
	note := func(source string) {
		for _, part := range strings.Split(source, "fresh(")[1:] {
			name, _, _ := strings.Cut(part, ")")
			fresh[strings.TrimSpace(name)] = true
		}
	}
	for _, flow := range v.Flows() {
		for _, step := range flow.AllSteps() {
			if step.When != nil {
				note(step.When.Source)
			}
			for _, form := range v.Forms(step) {
				switch form := form.(type) {
				case *flows.Expr:
					note(form.Source)
				case *flows.Line:
					note(form.Source)
				}
			}
		}
	}
	return fresh
}
