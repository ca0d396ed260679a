package rules

import "repartee/flows/analysis"

// armShadowed finds arms for which those above leave nothing.
func armShadowed() Rule {
	return Rule{
		Code: "arm-shadowed",
		What: "The arms above take everybody that an arm is for.",
		Why:  "The first arm that holds is taken: customers get the answer that was meant for others.",
		Mend: "Put the narrower arm above the wider one, and `else` at the end.",
		Example: guestsAsked + `
    - branch:
>       - when: guests > 5
>         do: [{say: Then take the whole house.}]
        - when: guests > 2
          do: [{say: Then take the large table.}]
<       - when: guests > 5
<         do: [{say: Then take the whole house.}]
        - else: [{say: "A table for {{ guests }}."}]
`,
		Check: func(v *analysis.View, r *Report) {
			forArms(v, func(a armAt) {
				if a.shadowed {
					r.Found(a.ref, "put the narrower arm above the wider one", "the arms above take all that `%s` is for", a.when.Source)
				}
			})
		},
	}
}
