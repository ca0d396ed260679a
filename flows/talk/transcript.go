package talk

import "strings"

// How the lines of a transcript begin.
const (
	theySaid = "they: "
	botSaid  = "bot:  "
	botShows = "      "
)

func (p *player) note(line string) { p.result.Transcript = append(p.result.Transcript, line) }

func files(s Said) string {
	text := ""
	for _, file := range s.Media {
		text += " (" + string(file.Medium) + " " + file.Name + ")"
	}
	if s.Location != nil {
		text += " (location)"
	}
	return text
}

func buttons(s Said) string {
	text := ""
	for _, row := range s.Buttons {
		for _, button := range row {
			text += " [" + button.Label + "]"
		}
	}
	for _, row := range s.Keyboard {
		for _, key := range row {
			text += " [" + key.Label + "]"
		}
	}
	return text
}

// LastTurn is the end of the transcript: from the customer's last word on.
func (r Result) LastTurn() []string {
	for i := len(r.Transcript) - 1; i >= 0; i-- {
		if strings.HasPrefix(r.Transcript[i], theySaid) {
			return r.Transcript[i:]
		}
	}
	return nil
}
