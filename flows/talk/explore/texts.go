package explore

import (
	"strings"

	"repartee/flows"
	"repartee/flows/expr"
	"repartee/flows/talk"
	"repartee/flows/value"
)

// unsaid is what a question says whose text came out empty.
const unsaid = "…"

// read looks at what the customer reads after a turn: messages and buttons without words, buttons that are cut off, and two of one message that nobody can tell apart.
func (w *walk) read(s, next *spot, by step, said []talk.Said) {
	for i := range said {
		message := &said[i]
		if message.Notice || w.seen(message) {
			continue
		}
		if strings.TrimSpace(message.Text) == unsaid || wordless(message) {
			w.findings.add(EmptyText, next.flow, next.step, w.in()+"a message has no text", s, by)
		}
		w.readButtons(s, next, by, message)
	}
}

// seen tells of a message that was looked at before.
func (w *walk) seen(message *talk.Said) bool {
	var b strings.Builder
	b.WriteString(message.Text)
	for _, row := range message.Buttons {
		for _, button := range row {
			b.WriteString("\x00" + button.Label + "\x00" + button.URL + "\x00" + meaning(button.Data))
		}
	}
	key := b.String()
	if w.told[key] {
		return true
	}
	w.told[key] = true
	return false
}

func wordless(m *talk.Said) bool {
	return strings.TrimSpace(m.Text) == "" && len(m.Media) == 0 && m.Location == nil && m.Invoice == nil
}

func (w *walk) readButtons(s, next *spot, by step, message *talk.Said) {
	labels := map[string]flows.PressButton{}
	for _, row := range message.Buttons {
		for _, button := range row {
			label := value.Fold(button.Label)
			other, twice := labels[label]
			labels[label] = button
			switch {
			case strings.TrimSpace(button.Label) == "":
				w.findings.add(EmptyText, next.flow, next.step, w.in()+"a button has no label", s, by)
			case twice && (other.Data != button.Data || other.URL != button.URL):
				w.findings.add(SameLabel, next.flow, next.step, w.in()+"two buttons of one message are called "+talk.Quoted(button.Label), s, by)
			case expr.UTF16Len(button.Label) >= flows.LabelLimit-1 && strings.HasSuffix(button.Label, "…"):
				w.findings.add(CutOff, next.flow, next.step, w.in()+"the label of a button is too long, and is cut off: "+talk.Quoted(button.Label), s, by)
			}
		}
	}
}

// in begins a message with the language, where it is not the first.
func (w *walk) in() string {
	if w.language == w.set.Languages[0] {
		return ""
	}
	return "in " + w.language + ": "
}
