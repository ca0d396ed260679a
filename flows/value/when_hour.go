package value

import "slices"

// bareHour is "at 5", "um fünf", "à 5", "at five thirty", or a number with a part of the day beside it or a date before it: "5 in the afternoon", "morgen 17".
func (w *when) bareHour(i int) int {
	from := i
	if w.atWord(i) {
		from++
	}
	hour, padded, n := w.hourAt(from)
	if n == 0 || from == i && w.part == anyPart && (len(w.dates) == 0 || len(w.clocks) > 0) {
		return 0
	}
	minute := 0
	if tenths, m := w.number(from + n); m > 0 && tenths%50 == 0 && tenths < 600 && tenths >= 50 && len(w.digitsAt(from+n)) != 1 {
		minute, n = int(tenths/10), n+m
	}
	if next := w.word(from + n); from == i && next != "" && !isFiller(next) {
		return 0
	}
	said, _, ok := w.clockOf(hour, minute, padded, len(w.tokens))
	if !ok {
		return 0
	}
	w.clocks = append(w.clocks, said)
	if from == i && w.part == anyPart && i > 0 && w.taken[i-1] && len(w.dates) == 1 && w.dates[0].weekday {
		w.behind = w.digitsAt(i)
	}
	return from - i + n
}

func (w *when) atWord(i int) bool {
	for _, l := range lexicons {
		if slices.Contains(l.calendar.at, w.word(i)) {
			return true
		}
	}
	return false
}

// dayPart finds "in the evening", "abends", "du matin". What says the day too, such as "tonight", stays for the date.
func (w *when) dayPart(i int) int {
	if w.word(i) == "morgen" && i > 0 && (w.weekdayAt(i-1) >= 0 || w.word(i-1) == "heute") {
		w.part = morning
		return 1
	}
	part, used := longest(w, i, func(c *calendarWords) map[string]dayPart { return c.parts })
	if used == 0 {
		return 0
	}
	w.part = part
	if days, n := longest(w, i, func(c *calendarWords) map[string]int { return c.days }); n > 0 {
		w.dates = append(w.dates, w.fromToday(days))
	}
	return used
}

// time is the one time of day that was said. An hour that could be of either half of the day is settled by the part of the day, if one was said. Else an hour
// from 1 to before 7 is of the afternoon, since nobody makes an appointment for the small hours, and later ones stand as they are; unless only the other half
// fits, by the bounds of the question or because it is still to come.
func (w *when) time(fits func(timeOfDay Value) bool) Value {
	if len(w.clocks) == 0 {
		return Value{}
	}
	said := w.clocks[0]
	for _, other := range w.clocks[1:] {
		if other != said {
			return Value{}
		}
	}
	if said.exact {
		return TimeOfDay(said.minutes % minutesPerDay)
	}
	if w.part != anyPart {
		return TimeOfDay(w.part.minutes(said.minutes))
	}
	first, second := said.minutes, (said.minutes+12*60)%minutesPerDay
	if said.minutes < 7*60 {
		first, second = second, first
	}
	if v := TimeOfDay(first); fits(v) || !fits(TimeOfDay(second)) {
		return v
	}
	return TimeOfDay(second)
}

// minutes is a time of 0 to 12 o'clock in that part of the day.
func (p dayPart) minutes(m int) int {
	hour := m / 60
	later := false
	switch p {
	case aroundNoon:
		later = hour < 10
	case afternoon:
		later = hour < 12
	case evening:
		later = hour >= 3
	case night:
		later = hour >= 7
	}
	if later {
		return (m + 12*60) % minutesPerDay
	}
	return m
}
