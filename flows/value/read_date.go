package value

import (
	"strconv"
	"strings"
	"time"
)

// readDate reads a day; a time said with it does not count.
func readDate(t *Type, words string, loc Locale) (Value, *Misread) {
	w, ok := readWhen(words, loc)
	if !ok {
		return Value{}, &Misread{Reason: NotADate}
	}
	said := w.day()
	if w.behind != "" && said.day.Known() && number(w.behind) != said.day.AsTime().Day() {
		return Value{}, &Misread{Reason: NotADate, Near: ifWithin(t, w.numbered(said), loc)}
	}
	switch {
	case w.loose && len(w.clocks) == 0:
		return Value{}, &Misread{Reason: NotADate}
	case said.wrong != nil:
		return Value{}, said.misread(t, loc)
	case !said.day.Known():
		return Value{}, &Misread{Reason: NotADate}
	}
	return withinTimes(t, said.within(t, said.day, loc), loc)
}

// numbered is the day of the week that has the number behind it within the next weeks, as in "Friday 13"; else the number was that of an hour.
func (w *when) numbered(weekday saidDate) Value {
	const weeks = 5
	for week := range weeks {
		day := Add(weekday.day, durationOf(0, int64(week)*7*secondsPerDay))
		if day.AsTime().Day() == number(w.behind) {
			return day
		}
	}
	return weekday.day
}

// within is the day, or its like before it where the bounds of the question ask for that.
func (d saidDate) within(t *Type, day Value, loc Locale) Value {
	if t.Max == nil || isWithin(t, day, loc) {
		return day
	}
	if before := d.again.before(day); before.Known() && isWithin(t, before, loc) {
		return before
	}
	return day
}

// misread is what is wrong with the day, with one near that keeps the bounds.
func (d saidDate) misread(t *Type, loc Locale) *Misread {
	wrong := *d.wrong
	if wrong.Near.Known() {
		wrong.Near = d.within(t, wrong.Near, loc)
	}
	if !isWithin(t, wrong.Near, loc) {
		wrong.Near = Value{}
	}
	return &wrong
}

// dateInYear is a date in the year that was typed: in full, with two digits (at
// most 20 years ahead), or not at all (the next such day).
func dateInYear(year string, month time.Month, day int, loc Locale) Value {
	today := loc.Today()
	switch {
	case len(year) == 4:
		return Date(number(year), month, day)
	case !today.Known():
		return Value{}
	case year == "":
		return nextSuchDay(today, month, day)
	}
	latest := today.AsTime().Year() + 20
	return Date(latest-(latest-number(year))%100, month, day)
}

// nextSuchDay looks ahead far enough for 29 February.
func nextSuchDay(today Value, month time.Month, day int) Value {
	for year := today.AsTime().Year(); year <= today.AsTime().Year()+8; year++ {
		if v := Date(year, month, day); v.Known() && !isBelow(v, today) {
			return v
		}
	}
	return Value{}
}

// monthSpellings are those that no list of months has.
var monthSpellings = map[string]time.Month{"maerz": time.March, "janner": time.January, "jaenner": time.January, "feber": time.February, "sept": time.September}

// monthNamed finds a month by its folded name, or by an abbreviation of three letters or
// more that is one month's only; 0 if there is none.
func monthNamed(name, lang string) time.Month {
	if spelling, found := monthSpellings[name]; found {
		return spelling
	}
	if len(name) < 3 {
		return 0
	}
	for _, l := range nearestFirst(lang) {
		var found time.Month
		matches := 0
		for i, folded := range l.calendar.monthNames {
			if folded == name {
				return time.Month(i + 1)
			}
			if strings.HasPrefix(folded, name) {
				found, matches = time.Month(i+1), matches+1
			}
		}
		if matches == 1 {
			return found
		}
	}
	return 0
}

// number reads digits that a pattern has found to be few.
func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}

// withinTimes holds a date, time or instant against the bounds of its type.
func withinTimes(t *Type, v Value, loc Locale) (Value, *Misread) {
	v, wrong := withinBounds(t, v, loc)
	if wrong != nil && wrong.Reason == TooSmall {
		wrong.Reason = TooEarly
	}
	if wrong != nil && wrong.Reason == TooLarge {
		wrong.Reason = TooLate
	}
	return v, wrong
}
