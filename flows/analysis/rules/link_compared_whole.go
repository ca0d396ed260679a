package rules

import (
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/expr"
)

// linkComparedWhole finds conditions that hold `link` to the whole of a deep link.
func linkComparedWhole() Rule {
	return Rule{
		Code: "link-compared-whole",
		What: "A condition compares `link` with the whole payload of a deep link, but it is only what stands for the `*`; without a `*` it is nothing.",
		Why:  "Nobody who comes by the link gets what was written for him: the condition does not hold.",
		Mend: "Compare with what stands for the `*`: with `link: \"x_*\"`, who comes by x_poster has the link `poster`.",
		Example: `
  flow: part
  start: {command: part, link: "x_*"}
  steps:
    - branch:
<       - when: link == 'x_poster'
>       - when: link == 'poster'
          do: [{say: You have seen our poster!}]
        - else: [{say: Good to see you.}]
`,
		Check: func(v *analysis.View, r *Report) {
			for _, flow := range v.Flows() {
				if flow.Start.Link != "" {
					checkLinks(v, r, flow)
				}
			}
		},
	}
}

func checkLinks(v *analysis.View, r *Report, flow *flows.Flow) {
	pattern := flow.Start.Link
	head, tail, star := strings.Cut(pattern, "*")
	if !star && len(v.Entries(flow)) > 0 {
		return // another flow that a link begins may lead here
	}
	for _, c := range conditionsIn(v, flow) {
		for _, link := range comparedWith(v.Formula(c), "link") {
			part, cut := strings.CutPrefix(link, head)
			part, cutToo := strings.CutSuffix(part, tail)
			switch {
			case !star:
				r.Found(c.Ref, "leave the condition out, or write `link: \""+pattern+"*\"`", "nothing stands for a `*` in the link %s, so `link` is never known here", pattern)
			case head+tail != "" && cut && cutToo:
				r.Found(c.Ref, "write '"+part+"'", "`link` is what stands for the `*` of %s: who comes by %s has the link '%s' here", pattern, link, part)
			}
		}
	}
}

// conditionsIn are all conditions of the steps of a flow.
func conditionsIn(v *analysis.View, flow *flows.Flow) []*flows.Condition {
	var all []*flows.Condition
	for _, step := range flow.AllSteps() {
		if step.When != nil {
			all = append(all, step.When)
		}
		for _, form := range v.Forms(step) {
			if c, ok := form.(*flows.Condition); ok && c.Program() != nil && c != step.When {
				all = append(all, c)
			}
		}
	}
	return all
}

// comparedWith are the texts that a formula holds a name to.
func comparedWith(f *expr.Formula, name string) []string {
	var texts []string
	for _, part := range f.Parts {
		texts = append(texts, comparedWith(part, name)...)
	}
	if f.Sign != expr.Equal && f.Sign != expr.Within || !slices.ContainsFunc(f.Terms, func(t *expr.Term) bool { return t.Kind == expr.Name && t.Name == name }) {
		return texts
	}
	for _, t := range f.Terms {
		if t.Kind != expr.Constant {
			continue
		}
		texts = append(texts, t.Value.AsText())
		for _, entry := range t.Value.AsList() {
			texts = append(texts, entry.AsText())
		}
	}
	return slices.DeleteFunc(texts, func(text string) bool { return text == "" })
}
