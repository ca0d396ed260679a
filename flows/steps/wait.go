package steps

import (
	"time"

	"repartee/flows"
	"repartee/flows/value"
)

// Wait lets the flow step aside for a while, until a date or until an event; the customer is free to talk of other things.
type Wait struct {
	Wait      flows.WaitFor `yaml:"wait,required" doc:"How long, as 2d; or {until: appointment.start - 2h}; or {event: order_delivered, at_most: 7d}."`
	Hours     flows.ID      `yaml:"hours" doc:"It goes on only in these opening times of bot.yaml."`
	Cancelled flows.Target  `yaml:"cancelled" doc:"Where the talk goes on when the event does not come in time, or there is no date; without it with the next step."`
}

// Name is the event's; a wait for a time is known by its kind.
func (w *Wait) Name() string { return string(w.Wait.Event) }

// Check makes sure that it waits for one thing, and that the opening times are there.
func (w *Wait) Check(k *flows.Checker) {
	ways := 0
	for _, written := range []bool{!w.Wait.For.Zero(), w.Wait.Until != nil, w.Wait.Event != ""} {
		if written {
			ways++
		}
	}
	if ways != 1 {
		k.Fail(w.Wait.Ref, "bad-wait", "write `wait: 2d`, `wait: {until: ...}` or `wait: {event: ..., at_most: 7d}`", "a wait is for one of: a time, a date, an event")
	}
	if !w.Wait.AtMost.Zero() && w.Wait.Event == "" {
		k.Fail(w.Wait.AtMost.Ref, "bad-wait", "leave out `at_most`", "only a wait for an event has a longest time")
	}
	if w.Wait.Until != nil {
		k.Moment(w.Wait.Until)
	}
	if w.Hours != "" {
		k.Hours(beside(w.Wait.Ref, "hours"), w.Hours)
	}
}

// What comes of a wait.
const (
	waitOver      = "over"
	waitCancelled = "cancelled"
)

// Outcomes are that it is over, and for an event that need not come that it does not.
func (w *Wait) Outcomes() []string {
	if w.Wait.AtMost.Zero() {
		return []string{waitOver}
	}
	return []string{waitOver, waitCancelled}
}

// Run steps aside.
func (w *Wait) Run(t *flows.Turn) flows.Move {
	if w.Wait.Event != "" {
		return t.WaitFor(w.latest(t), string(w.Wait.Event))
	}
	at := w.Wait.For.After(t.Input().At)
	if w.Wait.Until != nil {
		if at = Moment(t.Eval(w.Wait.Until), t.Locale()); at.IsZero() {
			return t.To(&w.Cancelled)
		}
	}
	return t.WaitFor(w.open(t, at), "")
}

// latest is when a wait for an event is given up; never, where nothing is written.
func (w *Wait) latest(t *flows.Turn) time.Time {
	if w.Wait.AtMost.Zero() {
		return time.Time{}
	}
	return w.open(t, w.Wait.AtMost.After(t.Input().At))
}

// Moment is an instant, or the beginning of a date; the zero time for what is unknown.
func Moment(v value.Value, loc value.Locale) time.Time {
	at := v.AsTime()
	if v.Kind() == value.KindDate {
		at = time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, loc.Zone)
	}
	return at
}

// open is the first moment from then on that lies in the opening times.
func (w *Wait) open(t *flows.Turn, at time.Time) time.Time {
	hours := t.Hours(string(w.Hours))
	if hours == nil {
		return at
	}
	if at.Before(t.Input().At) {
		at = t.Input().At
	}
	if next, ok := hours.Next(at); ok {
		return next
	}
	return at
}

// Resume goes on. An event that comes while it is closed waits for the opening.
func (w *Wait) Resume(t *flows.Turn, r flows.Ending) flows.Move {
	if r.Late {
		t.Came(waitCancelled)
		return t.To(&w.Cancelled)
	}
	if at := w.open(t, t.Input().At); at.After(t.Input().At) {
		return t.WaitFor(at, "")
	}
	t.Came(waitOver)
	return flows.Next()
}
