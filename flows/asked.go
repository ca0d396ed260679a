package flows

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Asked is one asking: what a button with its serial belongs to. In JSON it is [serial, flow, step, chosen], the end left out where empty.
type Asked struct {
	Serial int
	Flow   string
	Step   string
	Chosen string // the data of the button that was pressed
}

const askedKept = 16

// noteAsked keeps the asking of the open question from when it has buttons on: a text alone cannot be pressed later.
func (t *Turn) noteAsked() {
	session := &t.state.Session
	if len(session.Frames) == 0 || !t.sentButtons(t.frame().Serial) || t.asked(t.frame().Serial) != nil {
		return
	}
	frame := t.frame()
	if extra := len(session.Asked) + 1 - askedKept; extra > 0 {
		session.Asked = slices.Delete(session.Asked, 0, extra)
	}
	session.Asked = append(session.Asked, Asked{Serial: frame.Serial, Flow: frame.Flow, Step: frame.Step})
}

// sentButtons tells whether something was sent in this turn with buttons of an asking.
func (t *Turn) sentButtons(serial int) bool {
	var room [maxButtonData]byte
	prefix := string(append(strconv.AppendInt(room[:0], int64(serial), 36), '.'))
	pressed := func(b PressButton) bool { return strings.HasPrefix(b.Data, prefix) }
	return serial != 0 && slices.ContainsFunc(t.effects, func(e Effect) bool {
		return slices.ContainsFunc(buttonsOf(e), func(row []PressButton) bool { return slices.ContainsFunc(row, pressed) })
	})
}

func buttonsOf(e Effect) [][]PressButton {
	switch e := e.(type) {
	case Send:
		return e.Buttons
	case Edit:
		return e.Buttons
	case EditButtons:
		return e.Buttons
	case Invoice:
		return e.Buttons
	}
	return nil
}

func (t *Turn) asked(serial int) *Asked {
	for i := range t.state.Session.Asked {
		if t.state.Session.Asked[i].Serial == serial {
			return &t.state.Session.Asked[i]
		}
	}
	return nil
}

// AskedBy gives the asking that a button belongs to by its data; ok is false for a button that means the same at any time, and for one of so long ago that it is not kept.
func (s State) AskedBy(data string) (asked Asked, ok bool) {
	serial, _, ok := readButtonData(data)
	if !ok || serial == 0 {
		return Asked{}, false
	}
	for _, asked := range s.Session.Asked {
		if asked.Serial == serial {
			return asked, true
		}
	}
	return Asked{}, false
}

// MarshalJSON writes the short array.
func (a Asked) MarshalJSON() ([]byte, error) { return a.appendJSON(nil), nil }

func (a Asked) appendJSON(dst []byte) []byte {
	dst = strconv.AppendInt(append(dst, '['), int64(a.Serial), 10)
	dst = quote(append(dst, ','), a.Flow)
	if a.Step != "" || a.Chosen != "" {
		dst = quote(append(dst, ','), a.Step)
	}
	if a.Chosen != "" {
		dst = quote(append(dst, ','), a.Chosen)
	}
	return append(dst, ']')
}

// UnmarshalJSON reads the short array, or the object that an asking was before.
func (a *Asked) UnmarshalJSON(data []byte) error {
	if bytes.HasPrefix(data, []byte("{")) {
		var before struct {
			Serial             int `json:"n"`
			Flow, Step, Chosen string
		}
		if err := json.Unmarshal(data, &before); err != nil {
			return fmt.Errorf("read an asking: %w", err)
		}
		*a = Asked{Serial: before.Serial, Flow: before.Flow, Step: before.Step, Chosen: before.Chosen}
		return nil
	}
	parts := []any{&a.Serial, &a.Flow, &a.Step, &a.Chosen}
	if err := json.Unmarshal(data, &parts); err != nil {
		return fmt.Errorf("read an asking: %w", err)
	}
	return nil
}
