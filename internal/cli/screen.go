package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/talk"
)

// screen holds the newest messages that have buttons: those that numbers press.
type screen struct{ newest []talk.Said }

// control is a button under a message, or a key of a reply keyboard.
type control struct {
	label   string
	message int // its number
	button  flows.PressButton
	key     bool
	pay     bool // pays the invoice that it is under
}

// show prints messages. The buttons of new ones are numbered from 1, and those of before lose their numbers.
func (s *screen) show(out io.Writer, said []talk.Said) {
	if slices.ContainsFunc(said, func(m talk.Said) bool { return m.Unkey || !m.Edited && len(controlsOf(m)) > 0 }) {
		s.newest = nil
	}
	for _, m := range said {
		at := slices.IndexFunc(s.newest, func(other talk.Said) bool { return other.Number == m.Number })
		switch {
		case !m.Edited:
			fmt.Fprintln(out, m.Text+files(m))
			if len(controlsOf(m)) > 0 {
				s.newest = append(s.newest, m)
				s.list(out, len(s.newest)-1)
			}
		case len(controlsOf(m)) == 0 && at >= 0:
			s.newest = slices.Delete(s.newest, at, at+1)
		case at >= 0:
			s.newest[at] = m
			fmt.Fprintln(out, "(now under: "+firstWords(m.Text)+")")
			s.list(out, at)
		case len(controlsOf(m)) > 0:
			fmt.Fprintln(out, "(now under: "+firstWords(m.Text)+")"+labels(m))
		}
	}
}

// list prints the buttons of one of the newest messages, with the numbers that press them.
func (s *screen) list(out io.Writer, at int) {
	n := 0
	for _, m := range s.newest[:at] {
		n += len(controlsOf(m))
	}
	for i, control := range controlsOf(s.newest[at]) {
		line := fmt.Sprintf("  [%d] %s", n+i+1, control.label)
		if control.button.URL != "" {
			line += " (" + control.button.URL + ")"
		}
		fmt.Fprintln(out, line)
	}
}

func (s *screen) controls() []control {
	var all []control
	for _, m := range s.newest {
		all = append(all, controlsOf(m)...)
	}
	return all
}

func (s *screen) has(n int) bool { return n >= 1 && n <= len(s.controls()) }

// labelled tells whether a button is called as the words are.
func (s *screen) labelled(words string) bool {
	return slices.ContainsFunc(s.controls(), func(c control) bool { return c.label == words })
}

func controlsOf(m talk.Said) []control {
	var all []control
	if m.Invoice != nil {
		all = append(all, control{label: payLabel(m.Invoice), message: m.Number, pay: true})
	}
	for _, row := range m.Buttons {
		for _, button := range row {
			all = append(all, control{label: button.Label, message: m.Number, button: button})
		}
	}
	for _, row := range m.Keyboard {
		for _, key := range row {
			all = append(all, control{label: key.Label, message: m.Number, key: true})
		}
	}
	return all
}

// firstWords are enough of a message to know it by.
func firstWords(text string) string {
	words := strings.Fields(text)
	if len(words) <= 6 {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:6], " ") + " …"
}

func labels(m talk.Said) string {
	text := ""
	for _, control := range controlsOf(m) {
		text += " [" + control.label + "]"
	}
	return text
}

// files names what comes along with a message, behind its text.
func files(m talk.Said) string {
	var names []string
	for _, file := range m.Media {
		names = append(names, "("+string(file.Medium)+" "+file.Name+")")
	}
	if m.Location != nil {
		names = append(names, "(location)")
	}
	if m.Text != "" && names != nil {
		names = append([]string{""}, names...)
	}
	return strings.Join(names, " ")
}
