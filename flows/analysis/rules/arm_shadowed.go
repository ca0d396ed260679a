package rules

import (
	"slices"

	"repartee/flows/analysis"
	"repartee/flows/expr"
)

// armShadowed finds arms for which those above leave nothing.
func armShadowed() Rule {
	return Rule{
		Code: "arm-shadowed",
		What: "The arms above take everybody that an arm is for.",
		Why:  "The first arm that holds is taken: customers get the answer that was meant for others.",
		Mend: "Put the narrower arm above the wider one, and `else` at the end.",
		Faulty: `flow: part
start: {command: part}
fields: {guests: {type: integer, min: 1, max: 8}}
steps:
  - ask: guests
    text: How many will you be?
  - branch:
      - when: guests > 2
        do: [{say: Then take the large table.}]
      - when: guests > 5
        do: [{say: Then take the whole house.}]
      - else: [{say: "A table for {{ guests }}."}]
`,
		Mended: `flow: part
start: {command: part}
fields: {guests: {type: integer, min: 1, max: 8}}
steps:
  - ask: guests
    text: How many will you be?
  - branch:
      - when: guests > 5
        do: [{say: Then take the whole house.}]
      - when: guests > 2
        do: [{say: Then take the large table.}]
      - else: [{say: "A table for {{ guests }}."}]
`,
		Check: func(v *analysis.View, r *Report) {
			forArms(v, func(a armAt) {
				if !a.never() && !a.behindAlways() && a.shadowed() {
					r.Found(a.ref, "put the narrower arm above the wider one", "the arms above take all that `%s` is for", a.when.Source)
				}
			})
		},
	}
}

// shadowed tells that some arm above holds wherever this one does.
func (a armAt) shadowed() bool {
	var passed []*expr.Formula
	for _, f := range a.before {
		passed = append(passed, f.Negated())
	}
	return len(passed) > 0 && !a.ground.can(append(passed, formulaOf(a.when))...)
}

// behindAlways tells that an arm above always holds, which is a finding of its own.
func (a armAt) behindAlways() bool {
	return slices.ContainsFunc(a.before, func(f *expr.Formula) bool {
		return f.Sign != expr.Fixed && !a.ground.remembering().canFail(f)
	})
}
