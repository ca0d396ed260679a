package shop

import (
	"fmt"
	"strings"
	"testing"
)

func TestParseDays(t *testing.T) {
	for _, c := range [][2]string{
		{"mon", "[Monday]"},
		{"mon-wed", "[Monday Tuesday Wednesday]"},
		{"sat-mon", "[Saturday Sunday Monday]"},
		{"mon, thu - fri", "[Monday Thursday Friday]"},
		{"mon-sun", "[Monday Tuesday Wednesday Thursday Friday Saturday Sunday]"},
		{"", "`` is no day"}, {"Mon", "`Mon` is no day"}, {"monday", "`monday` is no day"}, {"mon-", "`mon-` is no day"}, {"mon,,tue", "`` is no day"},
	} {
		days, err := ParseDays(c[0])
		if got := outcome(days, err); !strings.HasPrefix(got, c[1]) {
			t.Errorf("%q gives %s, want %s", c[0], got, c[1])
		}
	}
}

func TestParseSpans(t *testing.T) {
	for _, c := range [][2]string{
		{"08:00-18:30", "[08:00-18:30]"},
		{"8:00 - 18:30", "[08:00-18:30]"},
		{"8:00–18:30", "[08:00-18:30]"},
		{"14:00-18:00, 09:00-12:00", "[09:00-12:00 14:00-18:00]"},
		{"18:00-02:00", "[18:00-02:00]"},
		{"00:00-24:00", "[00:00-24:00]"},
		{"24h", "[00:00-24:00]"},
		{"closed", "[]"},
		{"08:00", "`08:00` has no end"},
		{"08-18", "`08` is no time of the day"},
		{"08:00-25:00", "`25:00` is no time of the day"},
		{"08:00-24:01", "`24:01` is no time of the day"},
		{"08:00-18:60", "`18:60` is no time of the day"},
		{"08:00-18:5", "`18:5` is no time of the day"},
		{"+8:00-18:00", "`+8:00` is no time of the day"},
		{"24:00-02:00", "a day begins at 00:00"},
		{"08:00-08:00", "`08:00-08:00` is no time at all"},
		{"09:00-12:00, 11:00-13:00", "11:00-13:00 begins before 09:00-12:00 is over"},
		{"18:00-02:00, 20:00-21:00", "20:00-21:00 begins before 18:00-02:00 is over"},
		{"", "`` has no end"},
	} {
		spans, err := ParseSpans(c[0])
		if got := outcome(spans, err); !strings.HasPrefix(got, c[1]) {
			t.Errorf("%q gives %s, want %s", c[0], got, c[1])
		}
	}
}

func TestParseClosed(t *testing.T) {
	for _, c := range [][2]string{
		{"2026-12-24", ""}, {"12-24", ""}, {"02-29", ""}, {"2026-12-24..2027-01-02", ""}, {"12-24 .. 01-02", ""},
		{"24.12.2026", "`24.12.2026` is no day"},
		{"2026-02-29", "`2026-02-29` is no day"},
		{"2026-12-24..", "`` is no day"},
		{"2026-12-24..12-26", "`2026-12-24..12-26` has a year on one side only"},
		{"2026-12-24..2026-12-20", "`2026-12-24..2026-12-20` ends before it begins"},
	} {
		_, err := ParseClosed(c[0])
		if got := outcome("", err); !strings.HasPrefix(got, c[1]) || (c[1] == "") != (err == nil) {
			t.Errorf("%q gives %q, want %q", c[0], got, c[1])
		}
	}
}

func TestClosedOn(t *testing.T) {
	for _, c := range []struct {
		closed, day string
		want        bool
	}{
		{"12-24..01-02", "2026-12-24", true}, {"12-24..01-02", "2030-01-02", true}, {"12-24..01-02", "2026-12-23", false}, {"12-24..01-02", "2026-01-03", false},
		{"02-29", "2028-02-29", true}, {"02-29", "2026-03-01", false},
		{"05-01..05-03", "2027-05-02", true}, {"05-01..05-03", "2027-05-04", false},
		{"2026-05-01", "2027-05-01", false},
	} {
		closed, err := ParseClosed(c.closed)
		if err != nil {
			t.Fatal(err)
		}
		if got := closed.on(dateOf(moment(t, c.day+" 12:00"))); got != c.want {
			t.Errorf("%s on %s: %v", c.closed, c.day, got)
		}
	}
}

// outcome is what a parser gave, or the sentence it refused with.
func outcome(made any, err error) string {
	if err != nil {
		return err.Error()
	}
	return fmt.Sprint(made)
}
