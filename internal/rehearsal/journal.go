package rehearsal

import (
	"time"

	"repartee/internal/console"
)

// journal is all that was done since the beginning. Whatever is to be shown can be made of it again: a journal played on a set gives a world, the same each time.
type journal struct {
	Seed  string   `json:"seed"`  // of all that is chance
	Begun int64    `json:"begun"` // by the clock, milliseconds since 1970
	Until int64    `json:"until"` // up to where time has gone by
	Deeds []deed   `json:"deeds"`
	Calls []answer `json:"calls,omitempty"` // that the flows' requests got
}

// deed is one thing that somebody did on the page.
type deed struct {
	At   int64  `json:"at"` // milliseconds since 1970
	Who  int    `json:"who,omitempty"`
	What act    `json:"what"`
	Text string `json:"text,omitempty"` // what is said, tapped, sent or put at a message; the payload of a link; the state of an order
	Note string `json:"note,omitempty"` // of staff

	On      *target          `json:"on,omitempty"`
	Profile *console.Profile `json:"profile,omitempty"`
	Payment *console.Payment `json:"payment,omitempty"`
	Link    string           `json:"link,omitempty"` // to the invoice that is paid
	Lapse   time.Duration    `json:"lapse,omitempty"`
}

// act is what a deed is.
type act string

// The acts.
const (
	comes    act = "come" // somebody is a customer from now on
	changes  act = "profile"
	starts   act = "start"
	says     act = "say"
	replies  act = "reply"
	edits    act = "edit"
	reacts   act = "react"
	sends    act = "send"
	presses  act = "press"
	taps     act = "tap"
	blocks   act = "block"
	unblocks act = "unblock"
	staffed  act = "staff"
	pays     act = "pay"
	waits    act = "lapse" // time goes by
)

// without is the journal as it was before the last deed; false if there is nothing to be taken back: the first customer stays.
func (j journal) without() (journal, bool) {
	last := len(j.Deeds) - 1
	if last < 1 {
		return j, false
	}
	j.Until = j.Deeds[last].At
	j.Deeds = j.Deeds[:last:last]
	return j, true
}
