package steps

import (
	"strings"

	"repartee/flows"
	"repartee/flows/value"
)

// appointments shows the appointments that are to come; each can be moved to another time or cancelled.
type appointments struct{ flows.Question }

func (*appointments) Name() string { return "" }

// What can be done with an appointment: what stands before its id in a choice, and in the note once it is chosen.
const (
	moveBooking   = "move"
	cancelBooking = "drop"
)

func (a *appointments) Run(t *flows.Turn) flows.Move {
	t.PayingOver()
	if len(t.Bookings()) == 0 {
		t.SayPhrase("book_nothing")
		return flows.Next()
	}
	return t.Ask(a)
}

// chosen is what is done with which appointment; "" while nothing is chosen.
func (*appointments) chosen(t *flows.Turn) (what string, booking flows.Booking) {
	what, id, _ := strings.Cut(t.Paying().Link, " ")
	for _, b := range t.Bookings() {
		if b.ID == id {
			return what, b
		}
	}
	return "", flows.Booking{}
}

// talk is the search for another time for an appointment.
func (a *appointments) talk(t *flows.Turn) finding {
	_, booking := a.chosen(t)
	return finding{text: &flows.Text{}, label: &flows.Label{}, items: func(t *flows.Turn) []value.Value {
		if item, ok := t.BookedItem(booking); ok {
			return []value.Value{item}
		}
		return nil
	}}
}

func (a *appointments) Offer(t *flows.Turn) flows.Offer {
	switch what, booking := a.chosen(t); what {
	case moveBooking:
		return a.talk(t).offer(t)
	case cancelBooking:
		return askCancel(t, booking)
	}
	return a.list(t)
}

// list shows the appointments, each with its buttons.
func (*appointments) list(t *flows.Turn) flows.Offer {
	var offer flows.Offer
	var lines []string
	bookings := t.Bookings()
	for i, b := range bookings {
		text := bookingText(t, b)
		lines = append(lines, text)
		number := ""
		if len(bookings) > 1 {
			number = text
		}
		for _, what := range [...]string{moveBooking, cancelBooking} {
			choice := flows.Choice{ID: what + " " + b.ID, Label: labelled(t.Phrase("book_"+what, nil).Text, number), Value: value.Text(what + " " + b.ID)}
			if i == 0 {
				choice.Synonyms = []string{t.Phrase("book_"+what, nil).Text}
			}
			offer.Choices = append(offer.Choices, choice)
		}
	}
	if len(bookings) > 0 {
		offer.Said = said(t.Phrase("book_list", map[string]value.Value{"list": value.Text(bullets(lines))}))
		offer.Choices = append(offer.Choices, orderChoice(t, orderDone))
	}
	return offer
}

// labelled is a word with what it is about, where that is not clear.
func labelled(word, about string) string {
	if about == "" {
		return word
	}
	return word + ": " + about
}

func (a *appointments) Reads(t *flows.Turn, words string) (flows.Choice, bool) {
	if what, _ := a.chosen(t); what != moveBooking {
		return flows.Choice{}, false
	}
	return a.talk(t).reads(t, words)
}

func (a *appointments) Back(t *flows.Turn) bool {
	what, _ := a.chosen(t)
	if what == "" {
		return false
	}
	if what != moveBooking || !a.talk(t).back(t) {
		t.PayingOver()
	}
	return true
}

func (a *appointments) Take(t *flows.Turn, r flows.Reply) flows.Move {
	switch what, booking := a.chosen(t); what {
	case moveBooking:
		if item, start, ok := a.talk(t).take(t, r); ok {
			return t.HoldTime(item, start)
		}
		return a.find(t)
	case cancelBooking:
		if r.Value.AsBool() {
			cancel(t, booking)
		}
		return a.done(t)
	}
	if r.Value.AsText() == orderDone {
		return a.done(t)
	}
	t.Paying().Link = r.Value.AsText()
	if what, _ := a.chosen(t); what == moveBooking {
		return a.find(t)
	}
	return t.Ask(a)
}

// find asks for the new time, if there is one.
func (a *appointments) find(t *flows.Turn) flows.Move {
	if a.talk(t).settle(t) {
		return t.Ask(a)
	}
	t.SayPhrase("book_none")
	return a.done(t)
}

func (*appointments) done(t *flows.Turn) flows.Move {
	t.PayingOver()
	return flows.Next()
}

func (a *appointments) Resume(t *flows.Turn, r flows.Ending) flows.Move {
	item, start, ok := a.talk(t).held(t, r)
	if !ok {
		return a.find(t)
	}
	_, booking := a.chosen(t)
	tellBooked(t, t.Rebook(booking, item, start))
	return a.done(t)
}
