package rules

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/value"
)

// shadowed reports the options that are called as the words for a command: at their question the words choose the option.
func shadowed(v *analysis.View, r *Report, command, does string) {
	seen := map[*flows.Option]bool{} // one of a field is offered at several questions
	words := wordsFor(v.Set, command)
	for _, flow := range v.Flows() {
		for _, step := range flow.AllSteps() {
			for _, x := range v.Exits(step) { // an option that leads to what the command does is no obstacle
				if x.Option != nil && x.Into != nil && begins(v.Set, command, x.Into) {
					seen[x.Option] = true
				}
			}
			if body, ok := step.Body.(interface{ Offers() []*flows.Option }); ok {
				for _, option := range body.Offers() {
					if !seen[option] {
						seen[option] = true
						shadowedBy(v, r, option, words, does)
					}
				}
			}
		}
	}
}

// wordsFor are the words for a command by language, as they are understood.
func wordsFor(set *flows.Set, command string) [][]string {
	all := make([][]string, len(set.Languages))
	for i, language := range set.Languages {
		for _, word := range flows.CommandWords(language, command) {
			all[i] = append(all[i], value.Fold(word))
		}
	}
	return all
}

func shadowedBy(v *analysis.View, r *Report, o *flows.Option, words [][]string, does string) {
	for i, language := range v.Set.Languages {
		for _, name := range append([]string{plainLabel(&o.Label, i), string(o.ID)}, o.SynonymsIn(language)...) {
			if name != "" && slices.Contains(words[i], value.Fold(name)) {
				r.Found(o.Ref, "call the option otherwise, and say in its label what it is about", "who writes %q at this question chooses this option, and does not %s", name, does)
				return
			}
		}
	}
}

// plainLabel is a label as everybody reads it; "" where that depends.
func plainLabel(l *flows.Label, language int) string {
	t := l.Template(language)
	if t == nil || !t.Static() {
		return ""
	}
	return t.Render(nil).Text
}
