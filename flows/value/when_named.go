package value

import (
	"slices"
	"strings"
	"time"
)

// namedDay is "tomorrow", "übermorgen", "avant-hier".
func (w *when) namedDay(i int) (saidDate, int) {
	from := i
	if w.word(i) == "the" {
		from++
	}
	days, used := longest(w, from, func(c *calendarWords) map[string]int { return c.days })
	if used == 0 {
		return saidDate{}, 0
	}
	return w.fromToday(days), from - i + used
}

func (w *when) fromToday(days int) saidDate {
	said := orNoDate(Add(w.loc.Today(), durationOf(0, int64(days)*secondsPerDay)))
	said.spoken = true
	return said
}

func orNoDate(day Value) saidDate {
	if !day.Known() {
		return saidDate{wrong: &Misread{Reason: NotADate}}
	}
	return saidDate{day: day}
}

// feast is a day with a name, such as Christmas Eve: the next one.
func (w *when) feast(i int) (saidDate, int) {
	f, used := longest(w, i, func(c *calendarWords) map[string]feast { return c.feasts })
	if used == 0 {
		return saidDate{}, 0
	}
	said := orNoDate(dateInYear("", time.Month(f.month), f.day, w.loc))
	said.again = yearly
	return said, used
}

// monthEdge is "end of the month", "Ende Mai", "fin du mois prochain", "mid June".
func (w *when) monthEdge(i int) (saidDate, int) {
	which, used := w.edge(i)
	if used == 0 {
		return saidDate{}, 0
	}
	today := w.loc.Today()
	if month := monthNamed(w.word(i+used), w.loc.Language); month != 0 {
		year, more := w.year(i + used + 1)
		return which.of(dateInYear(year, month, 1, w.loc), today, year == ""), used + 1 + more
	}
	ahead, more := longest(w, i+used, func(c *calendarWords) map[string]int { return c.months })
	if more == 0 && !w.wholeMonth(i) {
		return saidDate{}, 0
	}
	t := today.AsTime()
	return which.of(Date(t.Year(), t.Month(), 1), addedMonths(today, ahead), ahead == 0), used + more
}

// edge finds "end of", also in German compounds that say "month" too.
func (w *when) edge(i int) (which edge, used int) {
	if w.wholeMonth(i) {
		return map[string]edge{"monatsanfang": beginning, "monatsmitte": middle, "monatsende": ending}[w.word(i)], 1
	}
	from := i
	if slices.Contains([]string{"the", "at", "am", "zum"}, w.word(i)) {
		from++
		if w.word(from) == "the" {
			from++
		}
	}
	which, used = longest(w, from, func(c *calendarWords) map[string]edge { return c.edges })
	if used == 0 {
		return 0, 0
	}
	return which, from - i + used
}

func (w *when) wholeMonth(i int) bool {
	return slices.Contains([]string{"monatsanfang", "monatsmitte", "monatsende"}, w.word(i))
}

func addedMonths(day Value, months int) Value { return Add(day, durationOf(int64(months), 0)) }

// of is the day that the edge of a month stands for: in the month of the first or, where the year is open and that day is over, of the next one such.
func (e edge) of(first, today Value, open bool) saidDate {
	if !first.Known() || !today.Known() {
		return saidDate{wrong: &Misread{Reason: NotADate}}
	}
	if !open && isBelow(first, today) && first.AsTime().Month() != today.AsTime().Month() {
		first = Date(today.AsTime().Year(), today.AsTime().Month(), 1)
	}
	if now := today.AsTime(); open && first.AsTime().Month() == now.Month() && !isBelow(e.in(now), today) {
		return saidDate{day: e.in(now)}
	}
	return saidDate{day: e.in(first.AsTime())}
}

// in is the day that the edge of that month stands for.
func (e edge) in(month time.Time) Value {
	first := Date(month.Year(), month.Month(), 1)
	switch e {
	case middle:
		return Date(month.Year(), month.Month(), 15)
	case ending:
		return lastOfMonth(first)
	default:
		return first
	}
}

// weekday is a day of the week, with or without words that say of which week. "Friday" alone is the next one, never today, which would have been said; "this
// Friday" may be today; "next Friday" is that of the next week in English, and the coming one in German ("nächsten") and French ("prochain").
func (w *when) weekday(i int) (saidDate, int) {
	which, before := longest(w, i, func(c *calendarWords) map[string]week { return c.weeks })
	from := i + before
	if slices.Contains([]string{"on", "am", "den", "dem", "der", "le", "the"}, w.word(from)) && w.weekdayAt(from+1) >= 0 {
		from++
	}
	day := w.weekdayAt(from)
	if day < 0 {
		return saidDate{}, 0
	}
	used := from - i + 1
	if w.signAt(i+used, ",.") {
		used++
	}
	if after, n := longest(w, i+used, func(c *calendarWords) map[string]week { return c.weeks }); n > 0 && w.weekdayAt(i+used+n) < 0 {
		which, used = after, used+n
	}
	today := w.loc.Today()
	if !today.Known() {
		return saidDate{wrong: &Misread{Reason: NotADate}}, used
	}
	if which == 0 && w.since {
		which = lastWeek
	}
	if said, n := w.dayBehind(i+used, day); n > 0 {
		return said, used + n
	}
	said := w.fromToday(which.days(day, weekdayOf(today.AsTime())))
	said.weekday = true
	if which == 0 {
		said.again = weekly
	}
	return said, used
}

// dayBehind is the number of the day behind a weekday, as in "samedi 7 à 10h": the next such day. Where no time is said, the number may be that of an hour.
func (w *when) dayBehind(i, weekday int) (saidDate, int) {
	digits := w.digitsAt(i)
	if digits == "" || len(digits) > 2 || w.hourAhead(i) || len(w.clocks) == 0 || w.signAt(i+1, "./-") || monthNamed(w.word(i+1), w.loc.Language) != 0 {
		return saidDate{}, 0
	}
	const months = 60 // days ahead
	for days := range months {
		if said := w.fromToday(days); said.day.AsTime().Day() == number(digits) && weekdayOf(said.day.AsTime()) == weekday {
			return said, 1
		}
	}
	return saidDate{}, 0
}

// weekdayOf is the day of the week, from Monday, 0.
func weekdayOf(t time.Time) int { return (int(t.Weekday()) + 6) % 7 }

// days is how far a day of the week is from today; both count from Monday, 0.
func (which week) days(day, today int) int {
	switch which {
	case thisWeek:
		return (day - today + 7) % 7
	case nextWeek:
		return 7 - today + day
	case weekLater:
		return (day-today+6)%7 + 8
	case twoWeeksLater:
		return (day-today+6)%7 + 15
	case weekAfterNext:
		return 14 - today + day
	case weekBefore:
		return day - today - 7
	case lastWeek:
		return -((today-day+6)%7 + 1)
	default:
		return (day-today+6)%7 + 1
	}
}

// weekdayAt is the day of the week at i, counted from Monday; -1 if there is none. Abbreviations of two letters are taken where little else is said.
func (w *when) weekdayAt(i int) int {
	word := w.word(i)
	if word == "" {
		return -1
	}
	for _, l := range w.lexicons {
		for day, name := range l.calendar.dayNames {
			if word == name || l == &english && strings.TrimSuffix(word, "s") == name {
				return day
			}
			if slices.Contains(l.calendar.short[day], word) && (len(word) > 2 || w.short(i)) && (len(word) > 3 || l == w.lexicons[0]) {
				return day
			}
		}
	}
	return -1
}

// short reports whether an abbreviation of two letters at i is a day rather than a word: at the beginning, or behind "am".
func (w *when) short(i int) bool {
	switch i {
	case 0:
		return w.word(i) != "so" && (len(w.tokens) == 1 || w.word(i) != "do") || w.word(1) == "um" || len(w.tokens) > 1 && w.tokens[1].digits
	default:
		return slices.Contains([]string{"am", "diesen", "nachsten", "naechsten", "kommenden", "bis", "und", "oder", "mo", "di", "mi", "do", "fr", "sa"}, w.tokens[i-1].text)
	}
}
