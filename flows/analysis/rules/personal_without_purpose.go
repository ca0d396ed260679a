package rules

import "repartee/flows/analysis"

func personalWithoutPurpose() Rule {
	return Rule{
		Code: "personal-without-purpose",
		What: "The bot remembers something personal and does not say what for.",
		Why:  "/privacy tells customers what each answer is kept for. Of this one it can say nothing, and who keeps it without a purpose may not keep it at all.",
		Mend: "Write `purpose:` with the field, one of those under `privacy: purposes:`. What matters for one talk only belongs among the fields of its flow: it is forgotten when the flow ends.",
		Example: `
  fields:
    brew: {type: one_of, label: How you brew, purpose: advice, options: {espresso: Espresso, filter: Filter}}
<   phone: {type: phone, label: Your phone number, personal: true, keep: 1y}
>   phone: {type: phone, label: Your phone number, personal: true, purpose: orders, keep: 1y}
`,
		Check: func(v *analysis.View, r *Report) {
			for _, field := range v.Set.Fields() {
				if field.Purpose == "" && isPersonal(field) {
					r.Found(field.Ref, "write `purpose:` with it, one of those under `privacy: purposes:`", "%s is personal, and nothing says what it is kept for", field.Name)
				}
			}
		},
	}
}
