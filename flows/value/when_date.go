package value

import (
	"slices"
	"strconv"
	"time"
)

// date finds a day at i, in any of its forms.
func (w *when) date(i int) int {
	for _, form := range [...]func(int) (saidDate, int){
		w.isoDate, w.numericDate, w.dayMonth, w.monthDay, w.monthEdge, w.weekday, w.namedDay, w.feast, w.dayOfMonth,
	} {
		if said, used := form(i); used > 0 {
			w.dates = append(w.dates, said)
			return used
		}
	}
	return 0
}

// isoDate is 2026-03-02, also with slashes or points.
func (w *when) isoDate(i int) (saidDate, int) {
	year, month, day := w.digitsAt(i), w.digitsAt(i+2), w.digitsAt(i+4)
	if len(year) != 4 || !w.signAt(i+1, "-/.") || !w.signAt(i+3, "-/.") || month == "" || day == "" || len(month) > 2 || len(day) > 2 {
		return saidDate{}, 0
	}
	used := 5
	if w.word(i+5) == "t" {
		used++
	}
	return w.calendarDate(year, time.Month(number(month)), number(day)), used
}

// numericDate is 2.3., 2.3.26 or 2/3/2026, also with spaces behind the points.
func (w *when) numericDate(i int) (saidDate, int) {
	first, second := w.digitsAt(i), w.digitsAt(i+2)
	if first == "" || second == "" || len(first) > 2 || len(second) > 2 || !w.signAt(i+1, "./-") {
		return saidDate{}, 0
	}
	sign, used := w.tokens[i+1].text, 3
	if w.signAt(i+3, "./-") {
		used++
	}
	year := ""
	if digits := w.digitsAt(i + used); (used == 4 && len(digits) == 2 || len(digits) == 4) && !w.hourAhead(i+used) {
		year = digits
		used++
	}
	if sign == "-" && year == "" && len(w.tokens) > used {
		return saidDate{}, 0 // from 9 to 12
	}
	return w.dayFirst(first, second, sign, year), used
}

// hourAhead reports whether the number at i is the hour of a time.
func (w *when) hourAhead(i int) bool {
	return w.signAt(i+1, ":") || slices.Contains([]string{"uhr", "h", "am", "pm", "oclock", "heures"}, w.word(i+1))
}

// dayFirst reads 2.3.2026 with the day first. Between slashes and dashes Americans put the month first, and "en" alone does not tell who is one.
func (w *when) dayFirst(first, second, sign, year string) saidDate {
	dayFirst := w.calendarDate(year, time.Month(number(second)), number(first))
	monthFirst := w.calendarDate(year, time.Month(number(first)), number(second))
	english := languageOf(w.loc.Language) == "en" || w.loc.Language == ""
	switch {
	case sign == "." || first == second || monthFirst.wrong != nil:
		return dayFirst
	case dayFirst.wrong != nil || regionOf(w.loc.Language) == "US":
		return monthFirst
	case english && regionOf(w.loc.Language) == "":
		return saidDate{wrong: &Misread{Reason: AmbiguousDate}}
	default:
		return dayFirst
	}
}

// dayMonth is 2 March, the 2nd of March 2026, 2. März, le 1er mars, dritter Mai.
func (w *when) dayMonth(i int) (saidDate, int) {
	day, used, _ := w.dayNumber(i)
	if used == 0 {
		return saidDate{}, 0
	}
	if slices.Contains([]string{"of", "de", "d", "des", "im"}, w.word(i+used)) {
		used++
	}
	if ahead, n := longest(w, i+used, func(c *calendarWords) map[string]int { return c.months }); n > 0 {
		return w.inMonth(ahead, day), used + n
	}
	month := monthNamed(w.word(i+used), w.loc.Language)
	if month == 0 {
		return saidDate{}, 0
	}
	year, more := w.year(i + used + 1)
	return w.calendarDate(year, month, day), used + 1 + more
}

// inMonth is a day of this month or a later one: the 3rd of next month.
func (w *when) inMonth(ahead, day int) saidDate {
	t := w.loc.Today().AsTime()
	return w.calendarDate(strconv.Itoa(t.AddDate(0, ahead, 1-t.Day()).Year()), t.AddDate(0, ahead, 1-t.Day()).Month(), day)
}

// monthDay is March 2nd, 2026.
func (w *when) monthDay(i int) (saidDate, int) {
	month := monthNamed(w.word(i), w.loc.Language)
	if month == 0 {
		return saidDate{}, 0
	}
	used := 1
	if w.word(i+used) == "the" {
		used++
	}
	day, n, _ := w.dayNumber(i + used)
	if n == 0 || w.hourAhead(i+used) {
		return saidDate{}, 0
	}
	used += n
	year, more := w.year(i + used)
	return w.calendarDate(year, month, day), used + more
}

// dayNumber is the number of a day of the month: 3, 3., 3rd, 1er, third, dritten, vingt et un. It is an ordinal if it could not be another number.
func (w *when) dayNumber(i int) (day, used int, ordinal bool) {
	if n, used := longest(w, i, func(c *calendarWords) map[string]int { return c.ordinals }); used > 0 {
		return n, used, true
	}
	tenths, used := w.number(i)
	if used == 0 || tenths%10 != 0 || tenths < 10 || tenths > 310 {
		return 0, 0, false
	}
	switch {
	case w.digitsAt(i) == "":
	case w.signAt(i+1, ".") && w.digitsAt(i+2) == "", slices.Contains([]string{"st", "nd", "rd", "th", "er", "ter", "ten", "te"}, w.word(i+1)):
		return int(tenths / 10), 2, true
	}
	return int(tenths / 10), used, false
}

// year is one in full, with a comma before it or not.
func (w *when) year(i int) (year string, used int) {
	if w.signAt(i, ",") {
		used++
	}
	const latestDay = 31
	if year = w.digitsAt(i + used); (len(year) == 4 || len(year) == 2 && number(year) > latestDay) && !w.hourAhead(i+used) {
		return year, used + 1
	}
	return "", used
}

// dayOfMonth is "the 15th", "am 15.", "le 15": the next such day.
func (w *when) dayOfMonth(i int) (saidDate, int) {
	article := slices.Contains([]string{"the", "am", "den", "der", "dem", "le", "zum", "bis"}, w.word(i))
	from := i
	if article {
		from++
	}
	if said, used := w.dayMonth(from); used > 0 {
		return said, from - i + used
	}
	day, used, ordinal := w.dayNumber(from)
	french := article && w.word(i) == "le" && w.digitsAt(from) != ""
	if used == 0 || !article && !w.suffixed(from) || !ordinal && !french || w.hourAhead(from) {
		return saidDate{}, 0
	}
	today := w.loc.Today()
	if !today.Known() {
		return saidDate{}, 0
	}
	for months := range 4 {
		first := today.AsTime().AddDate(0, months, 1-today.AsTime().Day())
		if v := Date(first.Year(), first.Month(), day); v.Known() && !isBelow(v, today) {
			return saidDate{day: v, again: monthly}, from - i + used
		}
	}
	return saidDate{}, 0
}

// suffixed reports whether the number at i is one with letters: 15th.
func (w *when) suffixed(i int) bool {
	return w.digitsAt(i) != "" && slices.Contains([]string{"st", "nd", "rd", "th"}, w.word(i+1))
}

// calendarDate is a day in the year that was typed: in full, with two digits (at most 20 years ahead), or not at all (the next such day). Where the month is
// too short for the day, as of 31 June, its last one was likely meant.
func (w *when) calendarDate(year string, month time.Month, day int) saidDate {
	said := saidDate{day: dateInYear(year, month, day, w.loc)}
	if year == "" {
		said.again = yearly
	}
	if said.day.Known() {
		return said
	}
	said.wrong = &Misread{Reason: NotADate}
	if first := dateInYear(year, month, 1, w.loc); first.Known() && day > 28 && day <= 31 {
		said.wrong.Near = lastOfMonth(first)
	}
	return said
}

func lastOfMonth(day Value) Value {
	t := day.AsTime()
	return dateOf(time.Date(t.Year(), t.Month()+1, 0, 0, 0, 0, 0, time.UTC))
}
