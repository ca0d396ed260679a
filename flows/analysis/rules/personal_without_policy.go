package rules

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis"
)

func personalWithoutPolicy() Rule {
	return Rule{
		Code: "personal-without-policy",
		What: "The bot remembers something personal, and bot.yaml does not say who is responsible for it, or where the full policy can be read.",
		Why:  "Who gives an address has a right to know who keeps it. /privacy is where customers look, and it would leave them without an answer.",
		Mend: "Write `controller:` with a name and an address, and `policy:` with a page, under `privacy` in bot.yaml.",
		Example: `
  privacy:
    controller: "Small, Main Street 1, 10115 Berlin"
>   policy: "https://small.example/privacy"
    purposes: {advice: advising you, orders: sending what you order, marketing: {label: News and offers, consent: true}}
`,
		Check: func(v *analysis.View, r *Report) {
			privacy := flows.Ref{Path: "bot.privacy"}
			i := slices.IndexFunc(v.Set.Fields(), isPersonal)
			if i < 0 {
				return
			}
			field := v.Set.Fields()[i].Name
			if v.Set.Privacy.Policy == "" {
				r.Found(privacy, "write `policy: \"https://...\"`, a page of yours", "%s is personal, and /privacy cannot say where the policy is", field)
			}
			if v.Set.Privacy.Controller == "" {
				r.Found(privacy, "write `controller:` with a name and an address", "%s is personal, and /privacy cannot say who keeps it", field)
			}
		},
	}
}
