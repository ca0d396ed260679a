package bot_test

import (
	"slices"
	"testing"
	"time"

	"repartee/bot"
)

const restingFlow = `
flow: order
fields: {name: text}
steps:
  - ask: name
    text: Name?
    silence: {after: 20h, remind: [Still there?], then: end}
  - say: "Hello, {{ name }}."
  - {id: pause, wait: 2d}
  - say: Until soon.
`

// TestUnderway finds in the store who is in the middle of something: at a question, in a wait, and nobody else.
func TestUnderway(t *testing.T) {
	clock := newClock()
	r := newRig(t, oneFlow(t, restingFlow), clockedFile(t, clock))
	asked, waits, cancels, forgotten := r.user(1), r.user(2), r.user(3), r.user(4)
	for _, c := range []*customer{asked, waits, cancels, forgotten} {
		c.Start("")
		c.hears(1)
	}
	r.underwayAre(1, 2, 3, 4)
	waits.Say("Ann")
	waits.hears(2)
	cancels.Say("/cancel")
	cancels.hears(2)
	forgotten.Say("/forget")
	forgotten.hears(3)
	forgotten.press("Erase my data")
	r.underwayAre(1, 2)
	r.allSent(1, 2)
	clock.add(24 * time.Hour)
	asked.hears(2)
	r.underwayAre(1, 2)
	r.allSent(1, 2)
	clock.add(30 * time.Hour)
	waits.hears(3)
	r.underwayAre()
}

// underwayAre holds what the store tells of who is in the middle of something against what it should be, and against everybody's state.
func (r *rig) underwayAre(chats ...int64) {
	r.Helper()
	eventually(r, "all turns are made", func() bool { return slices.Equal(r.underway(bot.Underway), chats) })
	r.underwayIsKnown()
}

// allSent waits until the store knows that everything was sent: were the clock set forward before, it would be sent again.
func (r *rig) allSent(chats ...int64) {
	r.Helper()
	for _, chat := range chats {
		eventually(r, "all is sent", func() bool {
			w, err := r.store.Waiting(r.Context(), chat)
			return err == nil && len(w.Outbox) == 0
		})
	}
}

// underwayIsKnown holds it against everybody's state, in a store at rest.
func (r *rig) underwayIsKnown() {
	r.Helper()
	same(r, r.underway(bot.Everybody), r.underway(bot.Underway))
}

// underway are those who are in the middle of something by their states, in order.
func (r *rig) underway(who bot.Who) (chats []int64) {
	r.Helper()
	err := r.store.Contacts(r.Context(), who, func(contact bot.KeptContact) error {
		state, err := contact.State()
		if err == nil && (who == bot.Underway || state.Session.Underway()) {
			chats = append(chats, contact.Chat)
		}
		return err
	})
	if err != nil {
		r.Fatal(err)
	}
	slices.Sort(chats)
	return chats
}
