package steps

import (
	"repartee/flows"
	"repartee/flows/expr"
)

// Share gives a button with which the customer tells others. It holds a link of his own: who comes by it is remembered.
type Share struct {
	Share flows.Label `yaml:"share,required" doc:"What the button says."`
	Text  flows.Text  `yaml:"text" doc:"What is said above it; without it a few words of thanks."`
}

// Run shows the button and goes on.
func (s *Share) Run(t *flows.Turn) flows.Move {
	messages := t.Render(&s.Text)
	if len(messages) == 0 {
		messages = []expr.Formatted{t.Phrase("share_thanks", nil)}
	}
	for i, text := range messages {
		message := flows.Display{Text: text}
		if i+1 == len(messages) {
			message.Buttons = [][]flows.PressButton{{{Label: t.Read(&s.Share), URL: t.ShareLink()}}}
		}
		t.SendMessage(message)
	}
	return flows.Next()
}
