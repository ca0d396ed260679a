package steps

import (
	"strings"

	"repartee/flows"
	"repartee/flows/value"
)

// privacy tells who keeps what for which purpose, and what the customer can do about it.
type privacy struct{}

func (*privacy) Run(t *flows.Turn) flows.Move {
	told := t.Set().Privacy
	parts := []string{t.Phrase("privacy_kept", nil).Text}
	if told.Controller != "" {
		parts = append(parts, answer(t, "privacy_controller", told.Controller))
	}
	var purposes []string
	for i := range told.Purposes {
		purposes = append(purposes, "• "+t.Read(&told.Purposes[i].Label))
	}
	if purposes != nil {
		list := map[string]value.Value{"list": value.Text(strings.Join(purposes, "\n"))}
		parts = append(parts, t.Phrase("privacy_purposes", list).Text)
	}
	if told.Policy != "" {
		parts = append(parts, answer(t, "privacy_policy", told.Policy))
	}
	parts = append(parts, t.Phrase("privacy_rights", nil).Text)
	t.SayPlain(strings.Join(parts, "\n\n"))
	return flows.Next()
}

func answer(t *flows.Turn, phrase, text string) string {
	return t.Phrase(phrase, map[string]value.Value{"answer": value.Text(text)}).Text
}

// stop takes all consent to marketing back. The bot goes on answering.
type stop struct{}

func (*stop) Run(t *flows.Turn) flows.Move {
	t.OptOut()
	t.SayPhrase("stopped")
	return flows.Next()
}
