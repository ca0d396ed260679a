package flows

import "repartee/flows/expr"

// Effect is something a turn wants done outside. The runtime does it after the turn's state is committed.
type Effect interface{ effect() }

// Send sends a message to the contact.
type Send struct {
	Text     string
	Entities []expr.Entity
	Buttons  [][]PressButton // under the message
	Keyboard [][]Key         // instead of the customer's keyboard
	Unkey    bool            // takes such a keyboard away
}

// PressButton is a button under a message: with Data it comes back as a Press, with URL it opens a page.
type PressButton struct {
	Label string
	Data  string
	URL   string
}

// Key is one key of a reply keyboard: it types its label, or shares the customer's own contact card.
type Key struct {
	ID           string // of the choice that its label stands for
	Label        string
	ShareContact bool
}

// EditButtons changes the buttons under a message that was sent before; none takes them away.
type EditButtons struct {
	Message int
	Buttons [][]PressButton
}

// AnswerPress ends the waiting mark on a pressed button; with Text it shows a short notice.
type AnswerPress struct {
	Press string
	Text  string
}

func (Send) effect()        {}
func (EditButtons) effect() {}
func (AnswerPress) effect() {}
