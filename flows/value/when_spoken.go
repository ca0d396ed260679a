package value

// offsetClock is minutes before or behind an hour: quarter past five, ten to 8, zehn nach fünf, fünf vor halb acht, viertel acht.
func (w *when) offsetClock(i int) (saidClock, int) {
	minutes, used := longest(w, i, func(c *calendarWords) map[string]int { return c.minutes })
	quarter := used > 0
	if !quarter {
		tenths, n := w.number(i)
		if n == 0 || tenths%10 != 0 || tenths >= 600 {
			return saidClock{}, 0
		}
		minutes, used = int(tenths/10), n
		if unit, m := longest(w, i+used, func(c *calendarWords) map[string]spanUnit { return c.units }); m > 0 && unit.minutes == 1 {
			used += m
		}
	}
	if said, n := w.quarterHour(i); n > 0 {
		return said, n
	}
	step, n := longest(w, i+used, func(c *calendarWords) map[string]clockStep { return c.offsets })
	if n == 0 {
		return saidClock{}, 0
	}
	used += n
	base, n := w.halfClock(i + used)
	if n == 0 {
		base, n = w.spokenHour(i + used)
	}
	if n == 0 {
		return saidClock{}, 0
	}
	return base.moved(int(step) * minutes), used + n
}

// quarterHour is the southern and eastern German way: "viertel acht" is 7:15, "dreiviertel acht" is 7:45.
func (w *when) quarterHour(i int) (saidClock, int) {
	minutes, known := map[string]int{"viertel": -45, "dreiviertel": -15}[w.word(i)]
	if !known {
		return saidClock{}, 0
	}
	base, n := w.spokenHour(i + 1)
	if n == 0 {
		return saidClock{}, 0
	}
	return base.moved(minutes), 1 + n
}

// halfClock is "halb acht", which is 7:30, or "half seven", which is too.
func (w *when) halfClock(i int) (saidClock, int) {
	if said, n := w.quarterHour(i); n > 0 {
		return said, n
	}
	word := w.word(i)
	if word != "halb" && word != "half" {
		return saidClock{}, 0
	}
	base, n := w.spokenHour(i + 1)
	if n == 0 {
		return saidClock{}, 0
	}
	if word == "halb" {
		return base.moved(-30), 1 + n
	}
	return base.moved(30), 1 + n
}

// spokenHour is an hour with nothing behind it but "o'clock" or "pm".
func (w *when) spokenHour(i int) (saidClock, int) {
	if minutes, n := longest(w, i, func(c *calendarWords) map[string]int { return c.clocks }); n > 0 {
		return saidClock{minutes: minutes, exact: true}, n
	}
	hour, padded, n := w.hourAt(i)
	if n == 0 || w.signAt(i+n, ":") {
		return saidClock{}, 0
	}
	said, used, ok := w.clockOf(hour, 0, padded, i+n)
	if !ok {
		return saidClock{}, 0
	}
	return said, n + used
}

// moved is the time so many minutes later. An hour that could be of either half of the day stays one of 0 to 12.
func (c saidClock) moved(minutes int) saidClock {
	m := (c.minutes + minutes + minutesPerDay) % minutesPerDay
	if !c.exact && m >= 13*60 {
		m -= 12 * 60
	}
	return saidClock{minutes: m, exact: c.exact}
}
