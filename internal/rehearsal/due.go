package rehearsal

import (
	"cmp"
	"slices"
	"time"

	"repartee/flows"
	"repartee/internal/console"
)

// dues are what comes by itself, the first in front.
func (w *world) dues(s *flows.State) []console.Due {
	list := []console.Due{}
	add := func(at int64, d console.Due) {
		if at != 0 {
			d.At = w.written(time.Unix(at, 0))
			d.ID = time.Unix(at, 0).UTC().Format(time.RFC3339)
			list = append(list, d)
		}
	}
	for _, t := range s.Session.Timers {
		add(t.At, w.silence(s, t.Round))
	}
	for _, a := range s.Session.Aside {
		add(a.At, console.Due{Kind: console.DueWait})
	}
	for _, j := range s.Session.Jobs {
		add(j.Deadline, console.Due{Kind: console.DueJob})
	}
	for _, work := range s.Contact.Works {
		add(work.At, console.Due{Kind: console.DueWork, Name: work.Order})
	}
	for i := range s.Contact.Orders {
		add(s.Contact.Orders[i].Due(), console.Due{Kind: console.DueOrder, Name: s.Contact.Orders[i].Number})
	}
	for _, b := range s.Contact.Bookings {
		add(b.Next, console.Due{Kind: console.DueAppointment, Name: b.Item})
	}
	if cart := s.Session.Cart; cart != nil {
		add(cart.Remind, console.Due{Kind: console.DueCart})
	}
	add(s.Contact.Expires, console.Due{Kind: console.DueForgotten})
	slices.SortStableFunc(list, func(a, b console.Due) int { return cmp.Compare(a.ID, b.ID) })
	return list
}

// silence says what comes of silence after some reminders: the next one, or
// what the flow does then.
func (w *world) silence(s *flows.State, reminders int) console.Due {
	place, name := s.Place()
	flow := w.loaded.Set.Flow(place)
	if flow == nil || flow.Resting(name) == nil {
		return console.Due{Kind: console.DueGivenUp}
	}
	keys := flow.Resting(name).Asks()
	if keys == nil || keys.Silence == nil || reminders >= keys.Silence.Reminders() {
		return console.Due{Kind: console.DueGivenUp}
	}
	return console.Due{Kind: console.DueReminder, Number: reminders + 1}
}
