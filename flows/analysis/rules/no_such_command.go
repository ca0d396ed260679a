package rules

import (
	"regexp"
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/expr"
)

func noSuchCommand() Rule {
	return Rule{
		Code: "no-such-command",
		What: "A text names a /command that the bot does not have.",
		Why:  "Telegram makes a link of it. Customers tap on it, and the bot tells them that it does not know what they mean.",
		Mend: "Write the command as a flow's `start: {command: ...}` has it, or take it out of the text.",
		Example: `
  flow: part
  start: {command: part}
  steps:
<   - say: "Should something be missing: /compalint"
>   - say: "Should something be missing: /part"
`,
		Check: func(v *analysis.View, r *Report) {
			found := newOnce()
			for _, said := range v.Set.Said() {
				for _, name := range commandsIn(said.Text) {
					if !isCommand(v.Set, name) && found.first(said, name) {
						r.Found(said.Ref, nearCommand(v.Set, name), "the bot has no command /%s", name)
					}
				}
			}
		},
	}
}

// commandNamed finds a command in a text as Telegram does: where a word could begin, and not within an address.
var commandNamed = regexp.MustCompile(`(?:^|[\s("“„«:])/([a-z][a-z0-9_]{1,31})(?:[^\w/]|$)`)

func commandsIn(text string) []string {
	if !strings.Contains(text, "/") {
		return nil
	}
	var names []string
	for _, found := range commandNamed.FindAllStringSubmatch(text, -1) {
		names = append(names, found[1])
	}
	return names
}

// moving are the commands that move the talk itself.
func moving() []string { return []string{"start", "restart", "menu", "back", "cancel"} }

func isCommand(set *flows.Set, name string) bool {
	return set.CommandNamed(name) != nil || slices.Contains(moving(), name)
}

func nearCommand(set *flows.Set, name string) string {
	names := moving()
	for _, flow := range set.Flows {
		if flow.Start.Command != "" {
			names = append(names, string(flow.Start.Command))
		} else if flow.Builtin() {
			names = append(names, string(flow.ID))
		}
	}
	if near := expr.Nearest(name, names); near != "" {
		return "did you mean /" + near + "?"
	}
	return "write `start: {command: " + name + "}` at the flow that is meant, or take it out"
}
