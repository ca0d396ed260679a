package rules

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/value"
)

func personalWithoutConsent() Rule {
	return Rule{
		Code: "personal-without-consent",
		What: "A personal answer is asked for, for a purpose that needs a yes, and on some way to the question nobody has said it; or the yes is asked for in a field that does not keep it.",
		Why:  "Nobody may keep what a customer has not allowed. Who is asked for a birthday before the yes stops trusting the bot, and the answer has to be deleted.",
		Mend: "Ask for the consent first, and ask on only behind `when: ...` with its field; or end the flow where the answer is no.",
		Example: `
  flow: part
  start: {command: part}
  fields:
    birthday: {type: date, max: today, label: Your birthday, personal: true, purpose: marketing}
  steps:
>   - ask: news
>     if_known: confirm
>     text: May I write to you when there is something to celebrate?
>   - branch:
>       - when: not news
>         do: [{say: "As you like. I will not write."}, end]
>       - else: [{say: "Thank you!"}]
    - ask: birthday
      text: When is your birthday?
    - say: "On {{ date(birthday) }} there will be cake."
`,
		Check: func(v *analysis.View, r *Report) {
			for i := range v.Set.Privacy.Purposes {
				if purpose := &v.Set.Privacy.Purposes[i]; purpose.Consent {
					askedWithoutYes(v, r, purpose)
				}
			}
		},
	}
}

func askedWithoutYes(v *analysis.View, r *Report, purpose *flows.Purpose) {
	var asked []*flows.Step
	names := consentsFor(v.Set, purpose.ID)
	for _, flow := range v.Flows() {
		for _, step := range flow.AllSteps() {
			field := fieldAsked(v.Set, step)
			switch {
			case field == nil || field.Purpose != purpose.ID:
			case isPersonal(field):
				asked = append(asked, step)
			case len(names) == 0 && field.ValueType().Base == value.TypeYesNo:
				r.Found(step.Ref, "write `type: consent` for "+string(field.Name), "%s asks for the yes that %s needs, and only a field of the type consent keeps one, with its time and wording", field.Name, purpose.ID)
			}
		}
	}
	if len(asked) == 0 {
		return
	}
	given := givenYes(v, names)
	for _, step := range asked {
		if given.holds(step) || conditionImplies(step.When, true, names) {
			continue
		}
		help := "add `" + string(purpose.ID) + "_ok: {type: consent, purpose: " + string(purpose.ID) + "}` to the fields of bot.yaml, ask for it first, and ask this only behind its yes"
		if len(names) > 0 {
			help = "ask `" + names[0] + "` first, and this question with `when: " + names[0] + "`"
		}
		r.Found(step.Ref, help, "%s is personal and kept for %s, which needs the customer's yes; on some way to this question nobody has given it", fieldAsked(v.Set, step).Name, purpose.ID)
	}
}

// givenYes tells where one of some consents is surely a yes.
func givenYes(v *analysis.View, names []string) *surely {
	s := &surely{
		v: v,
		step: func(step *flows.Step, held bool) bool {
			return held && !slices.ContainsFunc(step.Keeps(), func(name string) bool { return slices.Contains(names, name) })
		},
		proven: func(step *flows.Step) []bool { return provenAt(v, step, names) },
	}
	return s.solve()
}

// consentsFor are the names of the consents for a purpose.
func consentsFor(set *flows.Set, purpose flows.ID) []string {
	var names []string
	for _, field := range set.Fields() {
		if field.Purpose == purpose && field.ValueType().Base == value.TypeConsent {
			names = append(names, string(field.Name))
		}
	}
	return names
}

// fieldAsked is the field that a question keeps its answer in; nil where it is no question, or keeps none.
func fieldAsked(set *flows.Set, step *flows.Step) *flows.Field {
	if step.Kind != "ask" || len(step.Keeps()) == 0 {
		return nil
	}
	name := step.Keeps()[0]
	if field := step.Flow().Field(name); field != nil {
		return field
	}
	return set.Field(name)
}

// isPersonal tells of a field that says who or where somebody is.
func isPersonal(f *flows.Field) bool {
	if f.Personal || f.Secret {
		return true
	}
	switch f.ValueType().Base {
	case value.TypeEmail, value.TypePhone, value.TypeLocation:
		return true
	}
	return false
}
