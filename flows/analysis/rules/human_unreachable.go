package rules

import (
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/analysis"
)

func humanUnreachable() Rule {
	return Rule{
		Code: "human-unreachable",
		What: "At a question nobody can ask for a person: the words for it are shut out by `interrupts`, or a language has none; there is no button, no line in Telegram's menu, and giving up does not lead there.",
		Why:  "Customers forgive a bot much, but not that it locks them in. (A bot without a flow `human` is not held to this: there is nobody to talk to. And /human, typed, works always; but nobody knows that.)",
		Mend: "Write `interrupts: [human]`, `buttons: [human]` or `give_up: human`; or list human under `commands` in bot.yaml. In each language the flow needs words that start it.",
		Example: `
  commands: [hello, part]
  --- # flows/human.yaml
  flow: human
  start: {words: [talk to a person]}
  steps:
    - say: Call us, please.
  --- # flows/part.yaml
  flow: part
  start: {command: part}
  fields: {trouble: {type: text, max: 500}}
  steps:
    - ask: trouble
      text: What went wrong?
<     interrupts: none
>     interrupts: [human]
    - say: "I pass it on: {{ trouble }}"
`,
		Check: checkHuman,
	}
}

func checkHuman(v *analysis.View, r *Report) {
	human := v.Set.CommandNamed("human")
	if human == nil || slices.Contains(v.Set.Listed(), human) {
		return
	}
	silent := languagesWithout(v.Set, human)
	told, shut := false, map[*flows.Interrupts]bool{}
	for _, flow := range v.Flows() {
		for _, step := range flow.AllSteps() {
			q := step.Asks()
			if q == nil || flow == human || shownAt(v, step, human) {
				continue
			}
			switch in := q.Interrupts; {
			case in != nil && !in.All && !slices.ContainsFunc(in.Flows, func(f flows.FlowName) bool { return f.Name == string(human.ID) }):
				if !shut[in] {
					shut[in] = true
					r.Found(in.Ref, "write `interrupts: ["+string(human.ID)+"]`, or `buttons: ["+string(human.ID)+"]` beside it", "who asks for a person at this question is not heard")
				}
			case len(silent) > 0 && !told:
				told = true
				r.Found(human.Ref.At("flow"), "write `words:` that start it, also in the texts of each language; or list it under `commands` in bot.yaml", "in %s nobody can ask for a person in words, and step %s of %s shows no button for it", strings.Join(silent, ", "), step.Name(), flow.ID)
			}
		}
	}
}

// languagesWithout are those in which no words start a flow.
func languagesWithout(set *flows.Set, flow *flows.Flow) []string {
	return slices.DeleteFunc(slices.Clone(set.Languages), func(language string) bool { return len(set.StartWords(flow, language)) > 0 })
}

// shownAt tells whether a question shows the way into a flow, or leads there when the tries are used up.
func shownAt(v *analysis.View, step *flows.Step, flow *flows.Flow) bool {
	if slices.ContainsFunc(v.Exits(step), func(x flows.Exit) bool { return x.Into == flow }) {
		return true
	}
	return slices.ContainsFunc(step.Asks().Buttons, func(b flows.Button) bool {
		return b.Command != "" && v.Set.CommandNamed(b.Command) == flow
	})
}
