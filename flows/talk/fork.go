package talk

import (
	"maps"
	"slices"
	"time"

	"repartee/flows"
	"repartee/flows/value"
)

// Explorable makes a conversation for trying out many ways: its state does not go through JSON, which is most of what a turn of a talk costs. It must not have begun yet.
func (c *Conversation) Explorable() {
	c.live = &flows.State{}
}

// Fork gives a conversation that stands where this one does, and goes ways of its own from here. What was gone through and booked until here is left behind.
func (c *Conversation) Fork() *Conversation {
	fork := *c
	fork.shown = slices.Clone(c.shown)
	fork.Events, fork.Taken, fork.Ledger = nil, nil, nil
	fork.till = &till{left: maps.Clone(c.till.left), holds: maps.Clone(c.till.holds)}
	fork.facts.Prices = maps.Clone(c.facts.Prices)
	fork.seeStock()
	return &fork
}

// Now is the time of the conversation.
func (c *Conversation) Now() time.Time { return c.now }

// Shown is the number of messages so far.
func (c *Conversation) Shown() int { return len(c.shown) }

// Message is a message as it is now, by its number from 1.
func (c *Conversation) Message(number int) Said { return c.shown[number-1] }

// Standing is the open question, and the type that typed words are read as there; not open where none is.
func (c *Conversation) Standing() (asked flows.Standing, typ *value.Type, open bool) {
	state, err := c.State()
	if err != nil {
		return flows.Standing{}, nil, false
	}
	asked, open, _ = c.engine.Standing(state, c.now, c.facts)
	if !open {
		return flows.Standing{}, nil, false
	}
	return asked, c.engine.Awaits(state, c.now, c.facts), true
}

// Left is what is left of the stock, by the keys of the catalogs.
func (c *Conversation) Left() map[string]int64 { return c.till.left }
