package value

import (
	"regexp"
	"strings"
)

var (
	// timeOfDay is 9:30, 9.30, 9h30, 9 Uhr 30, 9:30 pm or 9 am, in lower case.
	timeOfDay = regexp.MustCompile(`^(?:at |um |gegen |a |à )?(\d{1,2})` +
		`(?: ?(?:[:.h]|uhr|heures?) ?(\d{2}))?(?:[:.]\d{2})? ?(h|uhr|heures?|o'clock|am|pm|a\.m\.?|p\.m\.?)?$`)
	dateAndTime = regexp.MustCompile(`^(.*\d)(?:[,;]? |t)(?:at |um |gegen |a |à )?(\d{1,2} ?(?:[:.h]|uhr|heures?|am|pm|a\.m|p\.m).*)$`)
)

func readTime(t *Type, words string, loc Locale) (Value, *Misread) {
	v := timeSaid(words)
	if !v.Known() {
		return Value{}, &Misread{Reason: NotATime}
	}
	return withinTimes(t, v, loc)
}

// timeSaid is the time of day in words that are nothing but one; a bare number
// is none, it could be of the morning or of the evening.
func timeSaid(words string) Value {
	m := timeOfDay.FindStringSubmatch(strings.Trim(plainSigns(words), " ,;!?"))
	if m == nil || m[2] == "" && m[3] == "" {
		return Value{}
	}
	hour, minute := number(m[1]), number(m[2])
	if half := strings.ReplaceAll(m[3], ".", ""); half == "am" || half == "pm" {
		if hour < 1 || hour > 12 {
			return Value{}
		}
		hour %= 12
		if half == "pm" {
			hour += 12
		}
	}
	if hour > 23 || minute > 59 {
		return Value{}
	}
	return TimeOfDay(hour*60 + minute)
}

// readDateTime reads a date with a time behind it, in the customer's time zone.
func readDateTime(t *Type, words string, loc Locale) (Value, *Misread) {
	m := dateAndTime.FindStringSubmatch(strings.Trim(plainSigns(words), " ,;!?"))
	if m == nil {
		return Value{}, &Misread{Reason: NotADateTime}
	}
	day, wrong := dateSaid(m[1], loc)
	if wrong != nil && wrong.Reason == AmbiguousDate {
		return Value{}, wrong
	}
	v := at(day, timeSaid(m[2]), loc)
	if !v.Known() {
		return Value{}, &Misread{Reason: NotADateTime}
	}
	return withinTimes(t, v, loc)
}
