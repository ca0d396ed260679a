package rules

import (
	"strings"

	"repartee/flows"
	"repartee/flows/analysis"
)

func wordsTaken() Rule {
	return Rule{
		Code: "words-taken",
		What: "Words that are to start a flow, or to ask for an answer of the FAQ, are among those that the bot understands by itself.",
		Why:  "Words such as “stop”, “back” or “restart” always do what they say, wherever the talk stands. Nobody who writes them comes to the flow.",
		Mend: "Give the flow other words, at least one more.",
		Example: `
  flow: part
< start: {command: watch, words: [stop]}
> start: {command: watch, words: [stop watch]}
  steps:
    - say: Three minutes, and the coffee is done.
`,
		Check: func(v *analysis.View, r *Report) {
			for _, flow := range v.Flows() {
				checkWords(v, r, flow.Start.Ref.At("words"), flow, flow.Start.Words)
			}
			for _, entry := range v.Set.FAQ() {
				checkWords(v, r, entry.Ref.At("ask"), nil, entry.Ask)
			}
			for _, text := range v.Set.Texts() {
				id, ofFlow := strings.CutSuffix(text.At, ".words")
				if !ofFlow && !strings.HasSuffix(text.At, ".ask") {
					continue
				}
				for _, language := range v.Set.Languages[1:] {
					if entry := text.In(language); entry != nil {
						checkWords(v, r, entry.Ref, v.Set.Flow(id), entry.Words)
					}
				}
			}
		},
	}
}

func checkWords(v *analysis.View, r *Report, ref flows.Ref, flow *flows.Flow, words []string) {
	for _, word := range words {
		if command := v.Set.Word(word); command != "" && (flow == nil || !begins(v.Set, command, flow)) {
			r.Found(ref, "write other words", "who says %q gets /%s, whatever the talk is about", word, command)
		}
	}
}

// begins tells whether a command begins a flow.
func begins(set *flows.Set, command string, flow *flows.Flow) bool {
	switch command {
	case "start", "restart", "menu":
		return flow == set.Start()
	}
	return set.CommandNamed(command) == flow
}
