package value

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// The forms of dates, in lower case, without words around them.
var (
	isoDate     = regexp.MustCompile(`^(\d{4})-(\d{1,2})-(\d{1,2})$`)
	numericDate = regexp.MustCompile(`^(\d{1,2}) ?([./-]) ?(\d{1,2})(?: ?[./-])?(?: ?(\d{4}|\d{2}))?$`)
	dayMonth    = regexp.MustCompile(`^(\d{1,2})(?:\.|st|nd|rd|th|er)? ?(?:of |de |d')?(\pL+)\.?(?:,? ?(\d{4}))?$`)
	monthDay    = regexp.MustCompile(`^(\pL+)\.? ?(\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$`)
	beforeDate  = regexp.MustCompile(`^(?:on|the|am|den|der|le) `)
)

func readDate(t *Type, words string, loc Locale) (Value, *Misread) {
	v, wrong := dateSaid(words, loc)
	if wrong != nil {
		return Value{}, wrong
	}
	return withinTimes(t, v, loc)
}

// dateSaid is the date in words that are nothing but a date.
func dateSaid(words string, loc Locale) (Value, *Misread) {
	s := strings.Trim(plainSigns(words), " ,;!?")
	s = beforeDate.ReplaceAllString(s, "")
	if m := isoDate.FindStringSubmatch(s); m != nil {
		return dateOrMisread(Date(number(m[1]), time.Month(number(m[2])), number(m[3])))
	}
	if m := numericDate.FindStringSubmatch(s); m != nil {
		return readNumericDate(m, loc)
	}
	if m := dayMonth.FindStringSubmatch(s); m != nil {
		return dateOrMisread(dateInYear(m[3], monthNamed(m[2], loc.Language), number(m[1]), loc))
	}
	if m := monthDay.FindStringSubmatch(s); m != nil {
		return dateOrMisread(dateInYear(m[3], monthNamed(m[1], loc.Language), number(m[2]), loc))
	}
	return Value{}, &Misread{Reason: NotADate}
}

// readNumericDate reads 2.3.2026 with the day first. Between slashes and dashes
// Americans put the month first, and "en" alone does not tell who is one.
func readNumericDate(m []string, loc Locale) (Value, *Misread) {
	first, second := number(m[1]), number(m[3])
	dayFirst := dateInYear(m[4], time.Month(second), first, loc)
	monthFirst := dateInYear(m[4], time.Month(first), second, loc)
	english := languageOf(loc.Language) == "en" || loc.Language == ""
	switch {
	case m[2] == "." || first == second || !monthFirst.Known():
		return dateOrMisread(dayFirst)
	case !dayFirst.Known() || regionOf(loc.Language) == "US":
		return dateOrMisread(monthFirst)
	case english && regionOf(loc.Language) == "":
		return Value{}, &Misread{Reason: AmbiguousDate}
	default:
		return dateOrMisread(dayFirst)
	}
}

func dateOrMisread(v Value) (Value, *Misread) {
	if !v.Known() {
		return Value{}, &Misread{Reason: NotADate}
	}
	return v, nil
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

// monthNamed finds a month by its name, or by an abbreviation of three letters or
// more that is one month's only; 0 if there is none.
func monthNamed(name, lang string) time.Month {
	name = Fold(name)
	if len(name) < 3 {
		return 0
	}
	for _, l := range nearestFirst(lang) {
		var found time.Month
		matches := 0
		for i, month := range l.months {
			folded := Fold(month)
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
