package rules

import (
	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/steps"
)

func buttonTooLongFilled() Rule {
	return Rule{
		Code: "button-too-long-filled",
		What: "A button is too long when it is filled with the longest value that can stand in it.",
		Why:  "What is longer than 64 characters is cut off, and phones show less. The customer presses something that he cannot read to its end.",
		Mend: "Shorten the label, and put the value into the text above.",
		Example: `
  flow: part
  start: {command: part}
  steps:
    - recommend: bag
      from: catalog.coffee
      text: "**{{ item.name }}** ({{ item.price }})"
<     choose: "Yes please, put one bag of the wonderful {{ item.name }} aside for me"
>     choose: "{{ item.name }}, please"
      none: end
    - say: "{{ bag.name }} it is."
`,
		Check: func(v *analysis.View, r *Report) {
			f := newFilling(v, func(ref flows.Ref, length int, language string) {
				r.Found(ref, "shorten it; the long form can stand in the text", "with the longest value this has %d characters in %s, and a button shows %d", length, language, flows.LabelLimit)
			})
			f.each(func(_ *flows.Step, form any) {
				switch form := form.(type) {
				case *steps.Rule:
					f.apart[&form.Because] = true // a reason stands in a text
				case *flows.Label:
					if form.Source != "" && !f.apart[form] {
						f.check(form.Ref, form.Source, form.Template, flows.LabelLimit)
					}
				}
			})
		},
	}
}
