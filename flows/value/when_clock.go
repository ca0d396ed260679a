package value

import "slices"

// saidClock is a time of day as it was said. Unless it is exact, its hour is one of 0 to 12 and could be of either half of the day.
type saidClock struct {
	minutes  int // after midnight; 24 Uhr is minutesPerDay
	exact    bool
	midnight bool // said by its name, which may be that of either end of the day
}

// clock finds a time that cannot be anything else: 9:30, 17 Uhr 30, 17h30, 5 pm, half past five, halb acht, midi et demi.
func (w *when) clock(i int) int {
	for _, form := range [...]func(int) (saidClock, int){w.colonClock, w.offsetClock, w.halfClock, w.signClock, w.namedClock} {
		if said, used := form(i); used > 0 {
			w.clocks = append(w.clocks, said)
			return used
		}
	}
	return 0
}

// colonClock is 9:30, 09:30:00, 9:30 pm, and 9.30 where "at" or "Uhr" beside it tells that it is no date.
func (w *when) colonClock(i int) (saidClock, int) {
	hour, minute := w.digitsAt(i), w.digitsAt(i+2)
	if hour == "" || len(hour) > 2 || len(minute) != 2 || !w.signAt(i+1, ":.") || w.signAt(i+1, ".") && w.signAt(i-1, "./-") {
		return saidClock{}, 0
	}
	used := 3
	if w.signAt(i+3, ":.") && len(w.digitsAt(i+4)) == 2 && w.signAt(i+1, ":") {
		used = 5
	}
	said, more, ok := w.clockOf(number(hour), number(minute), hour[0] == '0', i+used)
	marked := more > 0 || number(minute) > 12 && !w.signAt(i+3, ".") || i > 0 && slices.Contains([]string{"um", "at", "gegen", "a"}, w.tokens[i-1].text)
	if !ok || w.signAt(i+1, ".") && !marked && (i > 0 || i+used < len(w.tokens)) {
		return saidClock{}, 0
	}
	return said, used + more
}

// clockOf makes a time of an hour and minutes, and takes the words behind it that tell the half of the day or are just "Uhr".
func (w *when) clockOf(hour, minute int, padded bool, behind int) (said saidClock, used int, ok bool) {
	sign := w.hourSign(behind)
	if sign != "" {
		used = 1
	}
	if half := sign == "am" || sign == "pm"; half {
		if hour < 1 || hour > 12 {
			return saidClock{}, 0, false
		}
		hour %= 12
		if sign == "pm" {
			hour += 12
		}
		padded = true
	}
	exact := padded || hour > 12 || hour == 0
	minutes := hour*60 + minute
	return saidClock{minutes: minutes, exact: exact}, used, minutes <= minutesPerDay && minute < 60 && minutes >= 0
}

// hourSign is the word behind an hour. A German "am" before a day is none.
func (w *when) hourSign(i int) string {
	word := w.word(i)
	for _, l := range lexicons {
		if !slices.Contains(l.calendar.hourSigns, word) {
			continue
		}
		if word == "am" && (w.weekdayAt(i+1) >= 0 || w.digitsAt(i+1) != "" || w.word(i+1) != "" && w.lexicons[0] == &german) {
			return ""
		}
		return word
	}
	return ""
}

func isHourSign(word string) bool {
	return slices.ContainsFunc(lexicons[:], func(l *lexicon) bool { return slices.Contains(l.calendar.hourSigns, word) })
}

// hourAt is an hour in digits or words.
func (w *when) hourAt(i int) (hour int, padded bool, used int) {
	digits := w.digitsAt(i)
	tenths, used := w.number(i)
	if used == 0 || tenths%10 != 0 || tenths > 240 || len(digits) > 2 {
		return 0, false, 0
	}
	return int(tenths / 10), len(digits) == 2 && digits[0] == '0', used
}

// signClock is an hour with a sign behind it, and minutes behind that: 17 Uhr 30, 17h30, 5 pm, huit heures moins le quart.
func (w *when) signClock(i int) (saidClock, int) {
	hour, padded, n := w.hourAt(i)
	if n == 0 || w.hourSign(i+n) == "" {
		return saidClock{}, 0
	}
	minutes, more := w.minutesBehind(i + n + 1)
	said, used, ok := w.clockOf(hour, 0, padded, i+n)
	if !ok || said.minutes+minutes > minutesPerDay {
		return saidClock{}, 0
	}
	if minutes != 0 {
		said.minutes = (said.minutes + minutes + minutesPerDay) % minutesPerDay
	}
	return said, n + used + more
}

// minutesBehind are the minutes behind the sign of an hour: 30, et demie, et quart, moins le quart, moins dix.
func (w *when) minutesBehind(i int) (minutes, used int) {
	if digits := w.digitsAt(i); len(digits) == 2 && number(digits) < 60 && !w.signAt(i+1, "./-") && w.hourSign(i+1) == "" {
		return number(digits), 1
	}
	sign := 1
	switch w.word(i) {
	case "et":
		used = 1
	case "moins":
		used, sign = 1, -1
		if w.word(i+1) == "le" {
			used = 2
		}
	}
	switch w.word(i + used) {
	case "demi", "demie":
		return 30, used + 1
	case "quart":
		return sign * 15, used + 1
	}
	if tenths, n := w.number(i + used); n > 0 && w.digitsAt(i+used) == "" && tenths < 600 && tenths%10 == 0 && (used > 0 || tenths > 0) {
		return sign * int(tenths/10), used + n
	}
	return 0, 0
}

// namedClock is noon or midnight, in French with minutes behind it.
func (w *when) namedClock(i int) (saidClock, int) {
	minutes, used := longest(w, i, func(c *calendarWords) map[string]int { return c.clocks })
	if used == 0 || w.word(i-1) == "apres" {
		return saidClock{}, 0
	}
	more := 0
	if slices.Contains([]string{"et", "moins", "trente", "quinze"}, w.word(i+used)) {
		var behind int
		behind, more = w.minutesBehind(i + used)
		minutes = (minutes + behind + minutesPerDay) % minutesPerDay
	}
	return saidClock{minutes: minutes, exact: true, midnight: minutes == 0}, used + more
}
