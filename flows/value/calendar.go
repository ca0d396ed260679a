package value

import "time"

const secondsPerDay = 24 * 60 * 60

// addDuration moves a date, a time of day or an instant. A month later is the
// same day of that month, or its last one: 31 January + 1mo is 28 February. A
// date moves by whole days only; a time of day goes round the clock.
func addDuration(a, d Value) Value {
	switch a.kind {
	case KindDate:
		if !d.wholeDays() {
			return Value{}
		}
		return dateWithin(addMonths(a.AsTime(), int(d.months)), d.num)
	case KindDateTime:
		t := addMonths(a.AsTime(), int(d.months))
		return DateTime(t.Add(time.Duration(d.num%secondsPerDay)*time.Second).AddDate(0, 0, int(d.num/secondsPerDay)))
	case KindTime:
		if d.months != 0 {
			return Value{}
		}
		minutes := (a.num + d.num/60) % minutesPerDay
		return TimeOfDay(int(minutes+minutesPerDay) % minutesPerDay)
	default:
		return Value{}
	}
}

func dateWithin(t time.Time, seconds int64) Value {
	t = t.AddDate(0, 0, int(seconds/secondsPerDay))
	return Date(t.Year(), t.Month(), t.Day())
}

func addMonths(t time.Time, months int) time.Time {
	moved := t.AddDate(0, months, 0)
	if moved.Day() != t.Day() {
		return moved.AddDate(0, 0, -moved.Day())
	}
	return moved
}

// YearsSince is how many whole years have passed from one date to a later one,
// as ages are counted: somebody born on 29 February is a year older on 1 March.
func YearsSince(from, today Value) Value {
	if from.kind != KindDate || today.kind != KindDate {
		return Value{}
	}
	a, b := from.AsTime(), today.AsTime()
	years := b.Year() - a.Year()
	if b.Month() < a.Month() || b.Month() == a.Month() && b.Day() < a.Day() {
		years--
	}
	return Integer(int64(years))
}

// DateIn is the date that an instant has in the locale's time zone; a date is
// itself, and all else unknown.
func DateIn(v Value, loc Locale) Value {
	switch v.kind {
	case KindDate:
		return v
	case KindDateTime:
		return dateOf(v.AsTime().In(loc.zone()))
	default:
		return Value{}
	}
}

// TimeIn is the time of day that an instant has in the locale's time zone; a time
// of day is itself, and all else unknown.
func TimeIn(v Value, loc Locale) Value {
	switch v.kind {
	case KindTime:
		return v
	case KindDateTime:
		t := v.AsTime().In(loc.zone())
		return TimeOfDay(t.Hour()*60 + t.Minute())
	default:
		return Value{}
	}
}

// at is the instant of a time of day on a date, in the locale's time zone.
func at(date, timeOfDay Value, loc Locale) Value {
	if date.kind != KindDate || timeOfDay.kind != KindTime {
		return Value{}
	}
	d := date.AsTime()
	return DateTime(time.Date(d.Year(), d.Month(), d.Day(), 0, timeOfDay.AsMinutes(), 0, 0, loc.zone()))
}
