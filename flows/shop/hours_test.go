package shop

import (
	"slices"
	"testing"
	"time"
)

func berlin(t testing.TB) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// hoursOf makes hours as they are written, in Berlin.
func hoursOf(t testing.TB, region string, closed []string, week ...[2]string) *Hours {
	t.Helper()
	days := map[time.Weekday][]Span{}
	for _, line := range week {
		names, err := ParseDays(line[0])
		if err != nil {
			t.Fatal(err)
		}
		spans, err := ParseSpans(line[1])
		if err != nil {
			t.Fatal(err)
		}
		for _, day := range names {
			days[day] = spans
		}
	}
	var off []Closed
	for _, line := range closed {
		c, err := ParseClosed(line)
		if err != nil {
			t.Fatal(err)
		}
		off = append(off, c)
	}
	var where *Region
	if region != "" {
		var ok bool
		if where, ok = RegionNamed(region); !ok {
			t.Fatalf("no region %s", region)
		}
	}
	return NewHours(days, where, off).In(berlin(t))
}

const minute = "2006-01-02 15:04"

func moment(t testing.TB, s string) time.Time {
	t.Helper()
	when, err := time.ParseInLocation(minute, s, berlin(t))
	if err != nil {
		t.Fatal(err)
	}
	return when
}

func TestHours(t *testing.T) {
	shop := hoursOf(t, "DE-BE", []string{"2026-12-24", "12-31", "2026-08-03..2026-08-16"}, [2]string{"mon-fri", "08:00-18:30"}, [2]string{"sat", "09:00-12:00, 14:00-18:00"})
	bar := hoursOf(t, "", []string{"2026-03-07"}, [2]string{"thu-sat", "18:00-02:00"})
	station := hoursOf(t, "", nil, [2]string{"mon-sun", "24h"})
	for _, c := range []struct {
		name  string
		hours *Hours
		at    string
		next  string // the next moment that it is open; the same as at: it is
	}{
		{"within", shop, "2026-03-02 10:00", "2026-03-02 10:00"},
		{"the first minute", shop, "2026-03-02 08:00", "2026-03-02 08:00"},
		{"before the first minute", shop, "2026-03-02 07:59", "2026-03-02 08:00"},
		{"the end is out", shop, "2026-03-02 18:30", "2026-03-03 08:00"},
		{"at noon on Saturday", shop, "2026-03-07 13:00", "2026-03-07 14:00"},
		{"over Sunday", shop, "2026-03-07 18:00", "2026-03-09 08:00"},
		{"Women's Day in Berlin, a Sunday, changes nothing", shop, "2026-03-08 10:00", "2026-03-09 08:00"},
		{"Good Friday to Easter Monday", shop, "2026-04-03 10:00", "2026-04-04 09:00"},
		{"Easter Monday", shop, "2026-04-06 10:00", "2026-04-07 08:00"},
		{"Corpus Christi is none in Berlin", shop, "2026-06-04 10:00", "2026-06-04 10:00"},
		{"a closed day, then Christmas and a Saturday that is one too", shop, "2026-12-24 10:00", "2026-12-28 08:00"},
		{"each year", shop, "2027-12-31 10:00", "2028-01-03 08:00"},
		{"holidays in summer", shop, "2026-08-05 10:00", "2026-08-17 08:00"},
		{"the last day before them", shop, "2026-08-01 17:59", "2026-08-01 17:59"},
		{"past midnight", bar, "2026-03-06 01:59", "2026-03-06 01:59"},
		{"past midnight, at the end", bar, "2026-03-06 02:00", "2026-03-06 18:00"},
		{"past midnight into a closed day", bar, "2026-03-07 01:00", "2026-03-07 01:00"},
		{"the evening of a closed day", bar, "2026-03-07 19:00", "2026-03-12 18:00"},
		{"always, in the short night", station, "2026-03-29 03:00", "2026-03-29 03:00"},
		{"always, at midnight", station, "2026-03-02 00:00", "2026-03-02 00:00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			when := moment(t, c.at)
			next, ok := c.hours.Next(when)
			if got := next.Format(minute); !ok || got != c.next {
				t.Errorf("next is %s, %v, want %s", got, ok, c.next)
			}
			if open := c.hours.Open(when); open != (c.at == c.next) {
				t.Errorf("open is %v", open)
			}
			if !c.hours.Open(next) {
				t.Errorf("it is not open at %s", next)
			}
		})
	}
}

// TestHoursOtherZone asks for a moment as a clock elsewhere shows it.
func TestHoursOtherZone(t *testing.T) {
	shop := hoursOf(t, "", nil, [2]string{"mon-fri", "08:00-18:00"})
	for clock, want := range map[string]bool{
		"2026-03-02T07:30:00Z": true, "2026-03-02T06:30:00Z": false, // winter: one hour
		"2026-07-06T06:30:00Z": true, "2026-07-06T16:30:00Z": false, // summer: two
		"2026-03-01T23:30:00-10:00": true, // Monday 10:30 in Berlin
	} {
		parsed, err := time.Parse(time.RFC3339, clock)
		if err != nil {
			t.Fatal(err)
		}
		if got := shop.Open(parsed); got != want {
			t.Errorf("open at %s: %v", clock, got)
		}
	}
}

// TestHoursClockChange has the nights in which the clock jumps: from 2 to 3, and from 3 back to 2.
func TestHoursClockChange(t *testing.T) {
	night := hoursOf(t, "", nil, [2]string{"sat", "22:00-04:00"}, [2]string{"sun", "02:15-02:45, 12:00-13:00"})
	for _, c := range []struct {
		day  string
		want []time.Duration // how long its periods last
	}{
		{"2026-03-28 12:00", []time.Duration{5 * time.Hour}},
		{"2026-10-24 12:00", []time.Duration{7 * time.Hour}},
		{"2026-03-21 12:00", []time.Duration{6 * time.Hour}},
	} {
		var got []time.Duration
		for _, period := range night.Day(moment(t, c.day)) {
			got = append(got, period.To.Sub(period.From))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("on %s the periods last %v, want %v", c.day, got, c.want)
		}
	}
	if next, ok := night.Next(moment(t, "2026-03-29 04:30")); !ok || next.Format(minute) != "2026-03-29 12:00" {
		t.Errorf("after the short night it opens at %s, %v", next, ok)
	}
	if before, after := moment(t, "2026-10-25 01:59"), moment(t, "2026-10-25 03:59"); !night.Open(before) || !night.Open(before.Add(2*time.Hour)) || !night.Open(after) {
		t.Errorf("it is not open all through the long night")
	}
}

func TestHoursNever(t *testing.T) {
	for name, hours := range map[string]*Hours{
		"zero":      new(Hours),
		"no days":   NewHours(nil, nil, nil),
		"all years": hoursOf(t, "", []string{"01-01..12-31"}, [2]string{"mon-sun", "24h"}),
	} {
		if next, ok := hours.Next(moment(t, "2026-03-02 10:00")); ok {
			t.Errorf("%s: opens at %s", name, next)
		}
	}
}

func TestDay(t *testing.T) {
	shop := hoursOf(t, "", nil, [2]string{"sat", "14:00-18:00, 09:00-12:00"})
	var got []string
	for _, period := range shop.Day(moment(t, "2026-03-07 23:59")) {
		got = append(got, period.From.Format(minute)+" to "+period.To.Format("15:04"))
	}
	if want := []string{"2026-03-07 09:00 to 12:00", "2026-03-07 14:00 to 18:00"}; !slices.Equal(got, want) {
		t.Errorf("the day is %v, want %v", got, want)
	}
	if rest := shop.Day(moment(t, "2026-03-08 10:00")); rest != nil {
		t.Errorf("Sunday is %v", rest)
	}
}

func TestHolidays(t *testing.T) {
	for _, c := range []struct {
		region, day string
		want        bool
	}{
		{"DE-BE", "2026-03-08", true}, // Women's Day
		{"DE-BY", "2026-03-08", false},
		{"DE", "2026-10-03", true},
		{"DE-BY", "2026-06-04", true}, // Corpus Christi
		{"FR", "2026-07-14", true},
		{"CH-ZH", "2026-08-01", true},
		{"AT", "2026-10-26", true},
		{"GB", "2027-12-27", true}, // Christmas Day, a Saturday, is made up for
		{"US", "2021-12-31", true}, // so is New Year of 2022, the day before
		{"US", "2026-12-30", false},
	} {
		region, ok := RegionNamed(c.region)
		if !ok {
			t.Errorf("no region %s", c.region)
			continue
		}
		if got := region.holiday(dateOf(moment(t, c.day+" 12:00"))); got != c.want {
			t.Errorf("%s in %s: %v", c.day, c.region, got)
		}
	}
	if _, ok := RegionNamed("DE-XX"); ok {
		t.Error("there is a region DE-XX")
	}
	if codes := Regions(); !slices.IsSorted(codes) || !slices.Contains(codes, "DE-TH") || len(codes) < 60 {
		t.Errorf("the regions are %v", codes)
	}
}

func BenchmarkOpen(b *testing.B) {
	shop := hoursOf(b, "DE-BE", []string{"2026-12-24"}, [2]string{"mon-fri", "08:00-18:30"})
	when := moment(b, "2026-03-02 10:00")
	b.ReportAllocs()
	for b.Loop() {
		if !shop.Open(when) {
			b.Fatal("closed")
		}
	}
}
