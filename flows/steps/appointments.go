package steps

import (
	"strings"

	"repartee/flows"
	"repartee/flows/value"
)

// appointments shows the appointments that are to come; each can be moved to another time or cancelled.
type appointments struct{ flows.Question }

func (*appointments) Name() string { return "" }

// What is done with an appointment: it stands before its id in Paying.Link.
const (
	showBooking   = "show"
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

// chosen is what is done with which appointment; "" while there are several and none is chosen.
func (*appointments) chosen(t *flows.Turn) (what string, booking flows.Booking) {
	bookings := t.Bookings()
	what, id, _ := strings.Cut(t.Paying().Link, " ")
	for _, b := range bookings {
		if b.ID == id {
			return what, b
		}
	}
	if len(bookings) == 1 {
		return showBooking, bookings[0]
	}
	return "", flows.Booking{}
}

// choose notes what is done with an appointment.
func (*appointments) choose(t *flows.Turn, what string, b flows.Booking) {
	t.PayingOver()
	t.Paying().Link = what + " " + b.ID
}

// talk is the search for another time for an appointment, as far ahead as the step that made it offers times.
func (a *appointments) talk(t *flows.Turn) finding {
	_, booking := a.chosen(t)
	talk := finding{text: &flows.Text{}, label: &flows.Label{}, items: func(t *flows.Turn) []value.Value {
		if item, ok := t.BookedItem(booking); ok {
			return []value.Value{item}
		}
		return nil
	}}
	if made, ok := t.BookedBy(booking).(*Book); ok {
		talk.ahead = made.Ahead
	}
	return talk
}

func (a *appointments) Offer(t *flows.Turn) flows.Offer {
	switch what, booking := a.chosen(t); what {
	case moveBooking:
		return a.talk(t).offer(t)
	case cancelBooking:
		return askCancel(t, booking)
	case showBooking:
		return a.one(t, booking)
	}
	return a.list(t)
}

// list shows the appointments and asks which is meant.
func (*appointments) list(t *flows.Turn) flows.Offer {
	var offer flows.Offer
	var lines []string
	bookings := t.Bookings()
	for i, b := range bookings {
		text := bookingText(t, b)
		lines = append(lines, text)
		offer.Choices = append(offer.Choices, flows.Choice{ID: b.ID, Label: text, Synonyms: ordinals(t.Locale().Language, i, len(bookings)), Value: value.Text(b.ID)})
	}
	if len(lines) > 0 {
		offer.Said = said(t.Phrase("book_list", named("list", value.Text(bullets(lines)))), t.Phrase("book_which", nil))
		offer.Choices = append(offer.Choices, orderChoice(t, orderDone))
	}
	return offer
}

// allBookings leads from an appointment back to all of them.
const allBookings = "all"

// one shows an appointment with what can be done.
func (*appointments) one(t *flows.Turn, b flows.Booking) flows.Offer {
	offer := flows.Offer{Said: said(t.Phrase("book_list", named("list", value.Text(bullets([]string{bookingText(t, b)})))))}
	offer.Choices = []flows.Choice{findingChoice(t, moveBooking), findingChoice(t, cancelBooking)}
	if len(t.Bookings()) > 1 {
		offer.Said = said(marked(bookingText(t, b), "bold"))
		offer.Choices = append(offer.Choices, findingChoice(t, allBookings))
	}
	offer.Choices = append(offer.Choices, orderChoice(t, orderDone))
	return offer
}

func (a *appointments) Reads(t *flows.Turn, words string) (flows.Choice, bool) {
	if what, _ := a.chosen(t); what != moveBooking {
		return flows.Choice{}, false
	}
	return a.talk(t).reads(t, words)
}

func (a *appointments) Back(t *flows.Turn) bool {
	switch what, booking := a.chosen(t); what {
	case moveBooking:
		if !a.talk(t).back(t) {
			a.choose(t, showBooking, booking)
		}
	case cancelBooking:
		a.choose(t, showBooking, booking)
	case showBooking:
		t.PayingOver()
		return len(t.Bookings()) > 1
	default:
		return false
	}
	return true
}

func (a *appointments) Take(t *flows.Turn, r flows.Reply) flows.Move {
	what, booking := a.chosen(t)
	switch choice := r.Value.AsText(); {
	case what == moveBooking:
		if item, start, ok := a.talk(t).take(t, r); ok {
			return t.HoldTime(item, start)
		}
		return a.find(t)
	case what == cancelBooking:
		if r.Value.AsBool() {
			cancel(t, booking)
			return a.done(t)
		}
		return a.close(t)
	case choice == orderDone:
		return a.close(t)
	case choice == allBookings:
		t.PayingOver()
	case choice == moveBooking:
		a.choose(t, moveBooking, booking)
		return a.find(t)
	case choice == cancelBooking:
		a.choose(t, cancelBooking, booking)
	default:
		a.choose(t, showBooking, flows.Booking{ID: choice})
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

// close ends it where nothing was changed.
func (a *appointments) close(t *flows.Turn) flows.Move {
	t.SayPhrase("orders_closed")
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
