package flows

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Logged is what a store keeps of one turn, for numbers and replay: what was decided, and of the customer what reports are divided by. It names nobody.
type Logged struct {
	Who      string            `json:"who,omitempty"` // the customer's pseudonym; "" for one who is forgotten, and in entries of before
	At       int64             `json:"at,omitempty"`  // of the input, Unix seconds; 0 in entries of before
	Language string            `json:"lang,omitempty"`
	Source   string            `json:"src,omitempty"`  // the payload of the deep link that he first came by
	Waited   int64             `json:"wait,omitempty"` // of the first word of a visit: from its time at Telegram until the turn was written, milliseconds; 0: unknown
	Arms     map[string]string `json:"arms,omitempty"` // of the splits the customer has been in, by "flow.step"
	Events   []Event           `json:"e"`              // without arms of their own
}

// Log makes the entry of a turn. Waited is left to the runtime.
func (s *Set) Log(o *Outcome, in *Input) Logged {
	c := &o.State.Contact
	l := Logged{Who: c.Key, At: in.At.Unix(), Source: c.Source, Events: o.Events}
	if c.Key != "" {
		l.Language = s.Languages[s.languageIndex(c.Language, c.Telegram)]
	}
	return l
}

// Encode gives the JSON of an entry. What all its events tell of arms stands once.
func (l *Logged) Encode() []byte {
	const head, perEvent = 128, 64 // bytes; more is made room for where needed
	return l.appendJSON(make([]byte, 0, head+perEvent*len(l.Events)))
}

// DecodeLogged reads what Encode wrote, or the bare list of events that was kept before.
func DecodeLogged(raw []byte) (l Logged, err error) {
	if l, ok := readLogged(raw); ok {
		return l, nil
	}
	if bytes.HasPrefix(raw, []byte("[")) {
		err = json.Unmarshal(raw, &l.Events)
	} else {
		err = json.Unmarshal(raw, &l)
	}
	if err != nil {
		return Logged{}, fmt.Errorf("read the events of a turn: %w", err)
	}
	return l, nil
}
