package value

import (
	"math"
	"slices"
	"strings"
	"time"
)

// Micros is one, in the unit that numbers are counted in: six decimals.
const Micros = 1_000_000

// decimals is how many a number has.
const decimals = 6

// Value is one value. The zero Value is unknown. A Value is immutable and may be
// shared: neither a list nor a record changes after it was made.
type Value struct {
	kind   Kind
	months int32  // of a duration
	num    int64  // bool, micros, minor units, days, minutes, Unix microseconds, seconds
	str    string // a text, or the currency of an amount
	more   any    // []Value of a list, *record of a record
}

// Bool is yes (true) or no (false).
func Bool(b bool) Value {
	if b {
		return Value{kind: KindBool, num: 1}
	}
	return Value{kind: KindBool}
}

// Text is a text. What is not valid UTF-8 in it is replaced, so that a text
// always survives JSON and can always be counted in UTF-16 units.
func Text(s string) Value {
	return Value{kind: KindText, str: strings.ToValidUTF8(s, "\uFFFD")}
}

// Integer is a whole number; unknown where it does not fit (beyond 9.2e12).
func Integer(n int64) Value {
	if n > math.MaxInt64/Micros || n < math.MinInt64/Micros {
		return Value{}
	}
	return Value{kind: KindNumber, num: n * Micros}
}

// Number is a decimal number, given in millionths.
func Number(micros int64) Value {
	return Value{kind: KindNumber, num: micros}
}

// Money is an amount in the minor units of a currency (ISO 4217, or XTR for
// Telegram Stars): 1250 EUR is 12.50 €, 50 JPY is 50 ¥. See [Digits].
func Money(minor int64, currency string) Value {
	return Value{kind: KindMoney, num: minor, str: currency}
}

// Date is a day of the calendar; unknown if there is no such day, or if the year
// is not one of 1 to 9999.
func Date(year int, month time.Month, day int) Value {
	if year < 1 || year > 9999 {
		return Value{}
	}
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day || t.Month() != month || t.Year() != year {
		return Value{}
	}
	return dateOf(t)
}

// TimeOfDay is a time on the clock, in minutes after midnight; unknown if it is
// not one of 0 to 1439.
func TimeOfDay(minutes int) Value {
	if minutes < 0 || minutes >= minutesPerDay {
		return Value{}
	}
	return Value{kind: KindTime, num: int64(minutes)}
}

// DateTime is an instant, to the microsecond. It has no time zone of its own: it
// is written in the customer's. Unknown outside the years 1 to 9999.
func DateTime(t time.Time) Value {
	if y := t.UTC().Year(); y < 1 || y > 9999 {
		return Value{}
	}
	return Value{kind: KindDateTime, num: t.UnixMicro()}
}

// Duration is a length of time: calendar months, and seconds beside them (what d
// has below a second is dropped). Unknown beyond ten thousand years.
func Duration(months int, d time.Duration) Value {
	return durationOf(int64(months), int64(d/time.Second))
}

// List is a list of values, in this order.
func List(items ...Value) Value {
	return Value{kind: KindList, more: slices.Clone(items)}
}

const (
	minutesPerDay = 24 * 60
	maxMonths     = 12 * 10_000
)

// dateOf is the date that t shows in its own time zone.
func dateOf(t time.Time) Value {
	t = time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	return Value{kind: KindDate, num: t.Unix() / (24 * 60 * 60)}
}
