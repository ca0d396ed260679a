package steps

import (
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/value"
)

// help lists what the bot can do: its own commands, then those that every bot has.
type help struct{}

// alwaysThere are the commands that every bot has, in the order that /help lists them. Those of money and appointments are there where the bot has these.
var alwaysThere = []string{"menu", "back", "cancel", "restart", "orders", "appointments", "paysupport", "language", "mydata", "privacy", "forget", "stop"}

// ofSelling are those of them that not every bot needs.
var ofSelling = []string{"orders", "appointments", "paysupport"}

func (*help) Run(t *flows.Turn) flows.Move {
	var lines []string
	listed := map[string]bool{"help": true}
	for _, command := range t.Set().Commands(t.Locale().Language) {
		lines = append(lines, "/"+command.Name+" – "+command.Title)
		listed[command.Name] = true
	}
	for _, name := range alwaysThere {
		if listed[name] || name == "language" && len(t.Set().Languages) == 1 || slices.Contains(ofSelling, name) && t.Set().Flow(name) == nil {
			continue
		}
		lines = append(lines, "/"+name+" – "+t.Phrase("title_"+name, nil).Text)
	}
	t.SayFormatted(t.Phrase("help", named("list", value.Text(strings.Join(lines, "\n")))))
	return flows.Next()
}
