package flows

import (
	"slices"
	"time"

	"repartee/flows/value"
)

// remindNext settles when the next reminder of an appointment comes; those whose time is over are left out.
func (t *Turn) remindNext(b *Booking) {
	b.Next = 0
	reminders := t.reminders(b)
	for ; b.Reminded < len(reminders); b.Reminded++ {
		at := before(reminders[b.Reminded].Before, unix(b.Start))
		if at.After(t.in.At) {
			b.Next = at.Unix()
			return
		}
	}
}

func before(d Duration, at time.Time) time.Time { return at.AddDate(0, -d.Months, 0).Add(-d.Span) }

// reminders are those of the step that made an appointment, the earliest first.
func (t *Turn) reminders(b *Booking) []Reminder {
	step := t.set.step(b.Flow, b.Step)
	if step == nil {
		return nil
	}
	body, ok := step.Body.(Reminding)
	if !ok {
		return nil
	}
	reminders := slices.Clone(body.Reminders())
	slices.SortStableFunc(reminders, func(a, c Reminder) int {
		return before(a.Before, unix(b.Start)).Compare(before(c.Before, unix(b.Start)))
	})
	return reminders
}

// dueBookings sends the reminder of an appointment whose time has come. It is wanted: it disturbs, if there is no time to do so later.
func (t *Turn) dueBookings() (Move, bool) {
	for i := range t.state.Contact.Bookings {
		b := &t.state.Contact.Bookings[i]
		if b.Next == 0 || b.Next > t.in.At.Unix() {
			continue
		}
		if calm := t.undisturbed(); calm.After(t.in.At) && !calm.After(unix(b.Start).Add(-time.Hour)) {
			b.Next = calm.Unix()
			continue
		}
		reminders := t.reminders(b)
		round := b.Reminded
		b.Reminded++
		t.remindNext(b)
		night := t.set.quiet.Next(t.in.At, t.locale.Zone).After(t.in.At) // and there is no time after it
		if night && b.Sent {
			continue // an earlier one has to do
		}
		if b.Over || round >= len(reminders) || unix(b.Start).Before(t.in.At) {
			continue
		}
		return t.remind(b, &reminders[round].Text), true
	}
	return Move{}, false
}

func (t *Turn) remind(b *Booking, text *Text) Move {
	step := t.set.step(b.Flow, b.Step)
	t.event(Reminded, step, b.Catalog+"."+b.Item)
	b.Sent, t.state.Session.Spoke = true, t.in.At.Unix()
	t.with(map[string]value.Value{b.Field: t.bookingValue(b)}, func() { t.Say(text) })
	return t.onWith(nil)
}

// Reminding is a body that makes appointments and has words to say before them.
type Reminding interface{ Reminders() []Reminder }
