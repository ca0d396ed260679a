package explore

import (
	"strings"

	"repartee/flows"
)

// buttons are those of the last turn; where it said nothing, those of the newest message that has some. Of many, as in a calendar, a few. Buttons of before, which
// lead back to a question that was answered, are left out: pressing them is changing one's mind.
func buttons(s *spot, asked flows.Standing) []move {
	var all []move
	mute := s.at.Shown() == s.since
	for n := s.at.Shown(); n > 0 && (n > s.since || mute && len(all) == 0); n-- {
		message := s.at.Message(n)
		var own []move
		for _, row := range message.Buttons {
			for _, button := range row {
				if button.Data != "" && !ticks(asked, button) {
					own = append(own, press(n, button, asked))
				}
			}
		}
		for _, row := range message.Keyboard {
			for _, key := range row {
				own = append(own, move{kind: tapped, words: key.Label, answer: true, mayFail: true, id: "key " + key.ID})
			}
		}
		all = append(few(own), all...)
	}
	return all
}

// press is a press on a button under the message of a number.
func press(message int, button flows.PressButton, asked flows.Standing) move {
	m := move{kind: tapped, words: button.Label, answer: !flows.MeansCommand(button.Data), id: "tap " + meaning(button.Data), message: message, button: button}
	m.names = append(m.names, button.Label)
	for _, choice := range asked.Choices {
		if flows.Means(button.Data, choice.ID) {
			m.names = append(m.names, choice.ID)
		}
	}
	return m
}

// meaning is what the data of a button says without telling when it was offered.
func meaning(data string) string {
	_, choice, _ := strings.Cut(data, ".")
	return choice
}

// screen is what can be pressed, by what it means and not by when it was offered.
func (s *spot) screen() []string {
	var all []string
	for _, m := range buttons(s, flows.Standing{}) {
		if m.button.Data != "" {
			all = append(all, meaning(m.button.Data))
			continue
		}
		all = append(all, m.id)
	}
	return all
}

// mostButtons is how many buttons of a message are all pressed.
const mostButtons = 14

func few(moves []move) []move {
	if len(moves) <= mostButtons {
		return moves
	}
	n := len(moves)
	return append(append([]move{}, moves[:mostButtons/2]...), moves[n-mostButtons/2:]...)
}

// ticks tells of a button that ticks one of several: these are typed instead.
func ticks(asked flows.Standing, button flows.PressButton) bool {
	if !asked.Many {
		return false
	}
	for _, choice := range asked.Choices {
		if flows.Means(button.Data, choice.ID) {
			return true
		}
	}
	return false
}
