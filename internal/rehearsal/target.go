package rehearsal

import (
	"slices"
	"strings"

	"repartee/internal/console"
)

// target is a message that something was done to, so that it is found again in a talk that has gone otherwise: a button by what it means, another message by how many of
// the same side have come since.
type target struct {
	Data    string `json:"data,omitempty"`  // of the button
	Label   string `json:"label,omitempty"` // of the button
	Invoice bool   `json:"invoice,omitempty"`
	Own     bool   `json:"own,omitempty"` // the customer's own message
	Back    int    `json:"back,omitempty"`
}

// targetOf describes a message, or a button under it where data is not "".
func targetOf(messages []console.Message, id int64, data string) (*target, bool) {
	at := slices.IndexFunc(messages, func(m console.Message) bool { return m.ID == id })
	if at < 0 {
		return nil, false
	}
	m := &messages[at]
	t := &target{Data: data, Own: !m.FromBot, Invoice: data == "" && m.Invoice != nil}
	if data != "" {
		button, ok := buttonIn(m, func(b console.Button) bool { return b.Data == data })
		if !ok {
			return nil, false
		}
		t.Label = button.Text
	}
	for i := range messages[at+1:] {
		if t.fits(&messages[at+1+i]) {
			t.Back++
		}
	}
	return t, true
}

// fits tells a message of the same kind, with the very same button.
func (t *target) fits(m *console.Message) bool {
	if m.FromBot == t.Own || t.Invoice && m.Invoice == nil {
		return false
	}
	if t.Data == "" {
		return true
	}
	_, ok := buttonIn(m, func(b console.Button) bool { return b.Data == t.Data })
	return ok
}

// find gives the message, and what its button sends now. Where there is no such button, the newest that means the same is taken, else the newest of the same words.
func (t *target) find(messages []console.Message) (id int64, data string, ok bool) {
	back := t.Back
	for _, m := range slices.Backward(messages) {
		if t.fits(&m) {
			if back == 0 {
				return m.ID, t.Data, true
			}
			back--
		}
	}
	if t.Data == "" {
		return 0, "", false
	}
	alike := []func(console.Button) bool{
		func(b console.Button) bool { return b.Data == t.Data },
		func(b console.Button) bool { return b.Data != "" && meaning(b.Data) == meaning(t.Data) },
		func(b console.Button) bool { return b.Data != "" && b.Text == t.Label },
	}
	for _, fits := range alike {
		for _, m := range slices.Backward(messages) {
			if button, there := buttonIn(&m, fits); there {
				return m.ID, button.Data, true
			}
		}
	}
	return 0, "", false
}

// meaning is what a button's data says beside the serial of its question.
func meaning(data string) string {
	_, hash, _ := strings.Cut(data, ".")
	return hash
}

func buttonIn(m *console.Message, fits func(console.Button) bool) (console.Button, bool) {
	for _, row := range m.Buttons {
		for _, b := range row {
			if fits(b) {
				return b, true
			}
		}
	}
	return console.Button{}, false
}
