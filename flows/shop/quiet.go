package shop

import (
	"errors"
	"time"
)

// Quiet is the part of each day in which the bot does not write by itself. The zero Quiet is none.
type Quiet struct{ span Span }

// ParseQuiet reads quiet hours: 21:00-08:00. The error is a sentence for the author.
func ParseQuiet(s string) (Quiet, error) {
	span, err := parseSpan(s)
	if err == nil && span.To-span.From == day {
		err = errors.New("the bot would never write: leave an hour or two")
	}
	return Quiet{span}, err
}

// Zero tells that there are no quiet hours.
func (q Quiet) Zero() bool { return q.span == Span{} }

// Next is the first moment from `at` on that is not in quiet hours, by the clocks of the zone: `at` itself, or the end of the quiet hours it lies in.
func (q Quiet) Next(at time.Time, zone *time.Location) time.Time {
	if q.Zero() {
		return at
	}
	local := at.In(zone)
	year, month, day := local.Date()
	for _, ago := range [...]int{1, 0} { // quiet hours that began yesterday may not be over yet
		from := time.Date(year, month, day-ago, 0, q.span.From, 0, 0, zone)
		to := time.Date(year, month, day-ago, 0, q.span.To, 0, 0, zone)
		if !at.Before(from) && at.Before(to) {
			return to
		}
	}
	return at
}
