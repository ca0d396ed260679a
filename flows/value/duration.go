package value

import (
	"math"
	"strconv"
	"strings"
	"time"
)

type durationUnit struct {
	name            string
	months, seconds int64
}

// durationUnits are the units that authors write, the longest name first where
// one begins another.
var durationUnits = [...]durationUnit{
	{"mo", 1, 0},
	{"y", 12, 0},
	{"w", 0, 7 * 24 * 60 * 60},
	{"d", 0, 24 * 60 * 60},
	{"h", 0, 60 * 60},
	{"m", 0, 60},
	{"s", 0, 1},
}

// ParseDuration reads a duration as authors write it: 30s 5m 20h 3d 2w 6mo 2y.
// Several parts may follow each other (1d12h), each with its own sign.
func ParseDuration(s string) (Value, bool) {
	var months, seconds int64
	for rest := s; rest != ""; {
		n, unit, tail, ok := durationPart(rest)
		if !ok {
			return Value{}, false
		}
		months += n * unit.months
		seconds += n * unit.seconds
		if abs(months) > maxMonths || abs(seconds) > maxSeconds {
			return Value{}, false
		}
		rest = tail
	}
	if s == "" {
		return Value{}, false
	}
	return durationOf(months, seconds), true
}

const maxSeconds = maxMonths * secondsPerMonth

func durationPart(s string) (n int64, unit durationUnit, rest string, ok bool) {
	digits := len(s) - len(strings.TrimLeft(strings.TrimPrefix(s, "-"), "0123456789"))
	n, err := strconv.ParseInt(s[:digits], 10, 32)
	if err != nil {
		return 0, unit, "", false
	}
	for _, u := range durationUnits {
		if rest, found := strings.CutPrefix(s[digits:], u.name); found {
			return n, u, rest, true
		}
	}
	return 0, unit, "", false
}

// durationText is what ParseDuration reads: the largest units that come out even.
func (v Value) durationText() string {
	months, seconds := int64(v.months), v.num
	if months == 0 && seconds == 0 {
		return "0s"
	}
	var b []byte
	for _, u := range durationParts(months, seconds) {
		b = strconv.AppendInt(b, u.count, 10)
		b = append(b, u.unit...)
	}
	return string(b)
}

type durationCount struct {
	count int64
	unit  string
}

// durationParts splits a duration into years, months, days, hours, minutes and
// seconds, leaving out those that there are none of.
func durationParts(months, seconds int64) []durationCount {
	all := [...]durationCount{
		{months / 12, "y"},
		{months % 12, "mo"},
		{seconds / 86400, "d"},
		{seconds % 86400 / 3600, "h"},
		{seconds % 3600 / 60, "m"},
		{seconds % 60, "s"},
	}
	var parts []durationCount
	for _, p := range all {
		if p.count != 0 {
			parts = append(parts, p)
		}
	}
	return parts
}

func durationOf(months, seconds int64) Value {
	if abs(months) > maxMonths || abs(seconds) > maxSeconds {
		return Value{}
	}
	return Value{kind: KindDuration, months: int32(months), num: seconds}
}

// wholeDays reports whether a duration can be added to a date.
func (v Value) wholeDays() bool {
	return v.num%int64(24*time.Hour/time.Second) == 0
}

func abs(n int64) int64 {
	if n == math.MinInt64 {
		return math.MaxInt64
	}
	return max(n, -n)
}
