package rules

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/steps"
	"repartee/flows/value"
)

func textTooLongFilled() Rule {
	return Rule{
		Code: "text-too-long-filled",
		What: "A text is too long for the message that it stands in, when it is filled with the longest values that it can have.",
		Why:  "Telegram takes 4,096 characters in a message and 1,024 under a picture. The bot cuts what is longer into two messages, in the middle of a thought; a card with too much text loses its picture.",
		Mend: "Divide the text into a list of messages, give the field a smaller `max`, or shorten the item's text.",
		Example: `
  flow: part
  start: {command: part}
< fields: {wish: {type: text, max: 4050}}
> fields: {wish: {type: text, max: 500}}
  steps:
    - ask: wish
      text: What do you wish for?
    - say: "I have written it down word for word, and show it to everybody here: {{ wish }}"
`,
		Check: func(v *analysis.View, r *Report) {
			limit := flows.MessageLimit
			pictured := map[string]bool{}
			for _, catalog := range v.Set.Catalogs() {
				pictured[string(catalog.ID)] = slices.ContainsFunc(catalog.Sold(0), func(item value.Value) bool { return item.Field("photo").Known() })
			}
			f := newFilling(v, func(ref flows.Ref, length int, language string) {
				help := "divide it into two messages: write a list; or give the field a smaller `max`"
				if limit == flows.CaptionLimit {
					help = "shorten it, or say it in a message of its own"
				}
				r.Found(ref, help, "with the longest values this has %d characters in %s, and %d fit", length, language, limit)
			})
			f.each(func(step *flows.Step, form any) {
				switch form := form.(type) {
				case *flows.Button:
					f.apart[form.URL] = true
				case *flows.Line:
					if !f.apart[form] {
						limit = limitAt(step, pictured)
						f.check(form.Ref, form.Source, form.Template, limit)
					}
				}
			})
		},
	}
}

// limitAt is how long a text of the step may be: less under a picture, as the items of some catalogs have one.
func limitAt(step *flows.Step, pictured map[string]bool) int {
	switch body := step.Body.(type) {
	case *steps.Say:
		if len(body.Photo.Files)+len(body.Video.Files)+len(body.File.Files)+len(body.Voice.Files) > 0 {
			return flows.CaptionLimit
		}
	case *steps.Recommend, *steps.Show:
		if pictured[catalogAt(step)] {
			return flows.CaptionLimit
		}
	}
	return flows.MessageLimit
}
