package steps

import (
	"strings"

	"repartee/flows"
	"repartee/flows/value"
)

// privacy tells who keeps what for which purpose, what the customer has agreed to, and what he can do about it.
type privacy struct{}

func (*privacy) Run(t *flows.Turn) flows.Move {
	told := t.Set().Privacy
	parts := []string{t.Phrase("privacy_kept", nil).Text}
	list := func(phrase string, lines []string) {
		if lines != nil {
			parts = append(parts, t.Phrase(phrase, named("list", value.Text(bullets(lines)))).Text)
		}
	}
	if told.Controller != "" {
		parts = append(parts, answer(t, "privacy_controller", told.Controller))
	}
	list("privacy_purposes", purposeLines(t))
	if t.Set().Sells() {
		parts = append(parts, t.Phrase("privacy_orders", nil).Text)
	}
	list("privacy_consents", consentLines(t))
	if told.Policy != "" {
		parts = append(parts, answer(t, "privacy_policy", told.Policy))
	}
	parts = append(parts, t.Phrase("privacy_rights", nil).Text)
	var buttons []flows.Button
	if len(consented(t)) > 0 {
		buttons = commandButtons(consentsFlow)
	}
	t.SayFormatted(plain(strings.Join(parts, "\n\n")), t.Linked(buttons)...)
	return flows.Next()
}

// purposeLines tell each purpose with the fields that are kept for it.
func purposeLines(t *flows.Turn) []string {
	var lines []string
	purposes := t.Set().Privacy.Purposes
	for i := range purposes {
		line := t.Read(&purposes[i].Label)
		var kept []string
		for _, field := range t.Set().Fields() {
			if field.Purpose == purposes[i].ID {
				kept = append(kept, t.FieldLabel(field))
			}
		}
		if kept != nil {
			line = answerLine(t, line, strings.Join(kept, ", ")).Text
		}
		lines = append(lines, line)
	}
	return lines
}

// stop takes all consent to being written to back. The bot goes on answering.
type stop struct{}

func (*stop) Run(t *flows.Turn) flows.Move {
	t.OptOut()
	t.SayPhrase("stopped")
	return flows.Next()
}
