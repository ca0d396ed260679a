package shop

import (
	"fmt"
	"strings"
	"time"
)

// Closed is one day or several in a row: once, or each year.
type Closed struct {
	from, to date // to is a day of it too
	yearly   bool // the years do not count
}

// date is a day of the calendar. Dates are compared as text is, part by part.
type date struct {
	year  int
	month time.Month
	day   int
}

func dateOf(t time.Time) date {
	year, month, day := t.Date()
	return date{year, month, day}
}

func (d date) before(other date) bool {
	if d.year != other.year {
		return d.year < other.year
	}
	if d.month != other.month {
		return d.month < other.month
	}
	return d.day < other.day
}

// ParseClosed reads a day on which hours do not hold: 2026-12-24; several in a row as 2026-12-24..2027-01-02; each year as 12-24 or 12-24..01-02. The error is a
// sentence for the author.
func ParseClosed(s string) (Closed, error) {
	first, last, ranged := strings.Cut(strings.TrimSpace(s), "..")
	from, yearly, ok := parseDay(first)
	if !ok {
		return Closed{}, notADay(first)
	}
	if !ranged {
		return Closed{from: from, to: from, yearly: yearly}, nil
	}
	to, lastYearly, ok := parseDay(last)
	switch {
	case !ok:
		return Closed{}, notADay(last)
	case yearly != lastYearly:
		return Closed{}, fmt.Errorf("`%s` has a year on one side only", s)
	case !yearly && to.before(from):
		return Closed{}, fmt.Errorf("`%s` ends before it begins", s)
	}
	return Closed{from: from, to: to, yearly: yearly}, nil
}

func notADay(s string) error {
	return fmt.Errorf("`%s` is no day of the calendar; write it as 2026-12-24, or 12-24 for each year", strings.TrimSpace(s))
}

// leapYear lets 02-29 be a day of each year; in other years nothing falls on it.
const leapYear = "2000-"

func parseDay(s string) (d date, yearly, ok bool) {
	s = strings.TrimSpace(s)
	t, err := time.Parse(time.DateOnly, s)
	if err == nil {
		return dateOf(t), false, true
	}
	if t, err = time.Parse(time.DateOnly, leapYear+s); err != nil {
		return date{}, false, false
	}
	d = dateOf(t)
	d.year = 0
	return d, true, true
}

func (c Closed) on(d date) bool {
	if !c.yearly {
		return !d.before(c.from) && !c.to.before(d)
	}
	d.year = 0
	if c.to.before(c.from) { // over New Year
		return !d.before(c.from) || !c.to.before(d)
	}
	return !d.before(c.from) && !c.to.before(d)
}
