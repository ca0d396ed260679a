package steps

import (
	"strconv"
	"time"

	"repartee/flows"
	"repartee/flows/value"
)

// month is a page of a calendar: the days of a month that may be answered.
type month struct {
	first    time.Time // at midnight UTC, as dates are
	min, max time.Time // the first and the last day; zero: none
}

// monthAtHand is the page that the customer leafed to, at first that of today, or the one nearest to it with a day that may be answered.
func monthAtHand(t *flows.Turn, typ *value.Type) month {
	m := month{min: dayOf(typ.Min), max: dayOf(typ.Max)}
	day, err := time.Parse(monthForm, t.Page())
	if err != nil {
		day = t.Locale().Today().AsTime()
	}
	if !m.min.IsZero() && day.Before(m.min) {
		day = m.min
	}
	if !m.max.IsZero() && day.After(m.max) {
		day = m.max
	}
	m.first = time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC)
	return m
}

const (
	monthForm = "2006-01"
	dayForm   = "2006-01-02"
)

func dayOf(bound *value.Value) time.Time {
	if bound == nil {
		return time.Time{}
	}
	return bound.AsTime()
}

// open tells whether a day may be answered.
func (m month) open(day time.Time) bool {
	return (m.min.IsZero() || !day.Before(m.min)) && (m.max.IsZero() || !day.After(m.max))
}

// turned is the page of the month that lies so many months further; "" where no day of it may be answered.
func (m month) turned(months int) string {
	first := m.first.AddDate(0, months, 0)
	last := first.AddDate(0, 1, -1)
	if !m.min.IsZero() && last.Before(m.min) || !m.max.IsZero() && first.After(m.max) {
		return ""
	}
	return flows.PagePrefix + first.Format(monthForm)
}

// calendar offers the days of a month, with ways to other months. Any other day can be typed.
func calendar(t *flows.Turn, typ *value.Type) ([]flows.Choice, [][]flows.PressButton) {
	m := monthAtHand(t, typ)
	sheet := value.Month(t.Locale(), m.first.Year(), m.first.Month())
	rows := [][]flows.PressButton{m.inert(t, sheet.Title), m.inert(t, sheet.Weekdays[:]...)}
	var choices []flows.Choice
	for _, week := range sheet.Weeks {
		days, row := m.week(t, week)
		if len(days) > 0 {
			choices, rows = append(choices, days...), append(rows, row)
		}
	}
	turns, row := m.turns(t)
	if len(row) > 0 {
		rows = append(rows, row)
	}
	return append(choices, turns...), rows
}

// week is one line of the calendar, and the days in it that may be answered.
func (m month) week(t *flows.Turn, numbers []int) (days []flows.Choice, row []flows.PressButton) {
	for _, n := range numbers {
		day := time.Date(m.first.Year(), m.first.Month(), n, 0, 0, 0, 0, time.UTC)
		if n == 0 || !m.open(day) {
			row = append(row, m.inert(t, "·")...)
			continue
		}
		choice := dayChoice(t, day)
		days, row = append(days, choice), append(row, t.Button(choice.ID, strconv.Itoa(n)))
	}
	return days, row
}

func dayChoice(t *flows.Turn, day time.Time) flows.Choice {
	v := value.Date(day.Year(), day.Month(), day.Day())
	return flows.Choice{ID: day.Format(dayForm), Label: value.Format(v, nil, t.Locale()), Value: v}
}

// turns are the ways to other months: by a year, as for a date of birth, and by a month.
func (m month) turns(t *flows.Turn) (choices []flows.Choice, row []flows.PressButton) {
	for _, turn := range []struct {
		months       int
		sign, phrase string
	}{{-12, "«", "year_before"}, {-1, "‹", "page_before"}, {1, "›", "page_next"}, {12, "»", "year_next"}} {
		if id := m.turned(turn.months); id != "" {
			choices = append(choices, flows.Choice{ID: id, Label: t.Phrase(turn.phrase, nil).Text})
			row = append(row, t.Button(id, turn.sign))
		}
	}
	return choices, row
}

// inert are cells that are only looked at: a press on one turns to the page that is shown already.
func (m month) inert(t *flows.Turn, labels ...string) []flows.PressButton {
	var cells []flows.PressButton
	for _, label := range labels {
		cells = append(cells, t.Button(m.turned(0), label))
	}
	return cells
}
