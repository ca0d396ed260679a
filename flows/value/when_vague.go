package value

import (
	"slices"
	"strings"
	"time"
)

// vague is a stretch of days that stands for no one day: next week, this weekend, next month. It is asked about by the day that it begins with.
type vague struct {
	week   week // of which the day is taken
	day    int  // of the week, from Monday
	months int  // from this one, where no week is said: its first day is taken
}

const saturday = 5

// vagueDay finds "next week", "am Wochenende", "le mois prochain", "in May", where nothing else says the day.
func (w *when) vagueDay(i int) int {
	if len(w.dates)+len(w.spans) > 0 || !w.loc.Today().Known() {
		return 0
	}
	said, used := w.vaguePhrase(i)
	if used == 0 {
		said, used = w.monthAlone(i)
	}
	if used > 0 {
		w.dates = append(w.dates, said)
	}
	return used
}

func (w *when) vaguePhrase(i int) (saidDate, int) {
	v, used := longest(w, i, func(c *calendarWords) map[string]vague { return c.vague })
	if used == 0 {
		return saidDate{}, 0
	}
	today := w.loc.Today().AsTime()
	if v.week == 0 {
		return vaguely(dateOf(today.AddDate(0, v.months, 1-today.Day())), saidSpan{}), used
	}
	return vaguely(w.fromToday(v.week.days(v.day, weekdayOf(today))).day, saidSpan{}), used
}

// monthAlone is "in May", "en mai dernier", "seit Januar 2025". A name that is a word of other sentences too, such as "may", is one of a month only behind such
// a word, or where nothing else is said.
func (w *when) monthAlone(i int) (saidDate, int) {
	from := i
	if slices.Contains(beforeMonths, w.word(i)) {
		from++
	} else if phrase := w.joined(i, 2); phrase == "mois de" || phrase == "mois d" || phrase == "month of" {
		from += 2
	}
	month := time.Month(0)
	for _, l := range w.lexicons {
		if at := slices.Index(l.calendar.monthNames, w.word(from)); at >= 0 {
			month = time.Month(at + 1)
		}
	}
	year, more := w.year(from + 1)
	used := from + 1 + more - i
	switch {
	case month == 0, from == i && year == "" && !w.since && len(w.tokens) > 1:
		return saidDate{}, 0
	case year != "":
		return vaguely(Date(number(year), month, 1), saidSpan{}), used
	case slices.Contains(lastWords, w.word(from+1)):
		w.since, used = true, used+1
	case slices.Contains(lastWords, w.word(i)):
		w.since = true
	}
	day := dateInYear("", month, 1, w.loc)
	if today := w.loc.Today(); today.AsTime().Month() == month && !w.since {
		day = today
	}
	return vaguely(day, yearly), used
}

var (
	beforeMonths = strings.Fields("in im en de of since seit depuis from ab until bis next nachsten kommenden last letzten vergangenen")
	lastWords    = strings.Fields("last letzten vergangenen dernier passe")
)

// vaguely is a day that was not said, but is likely.
func vaguely(day Value, again saidSpan) saidDate {
	return saidDate{again: again, wrong: &Misread{Reason: NotADate, Near: day}}
}
