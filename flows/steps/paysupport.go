package steps

import (
	"strings"

	"repartee/flows"
)

// paysupport tells who helps with payments. Telegram demands an answer to the command: https://core.telegram.org/bots/payments-stars#live-checklist
type paysupport struct{}

func (*paysupport) Run(t *flows.Turn) flows.Move {
	parts := []string{t.Phrase("paysupport", nil).Text}
	if whom := t.Set().Privacy.Controller; whom != "" {
		parts = append(parts, answer(t, "paysupport_whom", whom))
	}
	if all := t.Orders(); len(all) > 0 {
		parts = append(parts, answer(t, "paysupport_order", all[0].Number))
	}
	parts = append(parts, t.Phrase("paysupport_telegram", nil).Text)
	commands := []string{"orders"}
	if t.Set().Flow("human") != nil {
		commands = append(commands, "human")
	}
	t.SayFormatted(plain(strings.Join(parts, "\n\n")), t.Linked(commandButtons(commands...))...)
	return flows.Next()
}
