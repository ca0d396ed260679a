package shop

import (
	"fmt"
	"slices"
	"testing"
	"time"
)

// slotHours opens each day at the spans, and not at Christmas.
func slotHours(t testing.TB, zone *time.Location, spans string) *Hours {
	t.Helper()
	parsed, err := ParseSpans(spans)
	if err != nil {
		t.Fatal(err)
	}
	closed, err := ParseClosed("12-25")
	if err != nil {
		t.Fatal(err)
	}
	week := map[time.Weekday][]Span{}
	for d := range 7 {
		week[time.Weekday(d)] = parsed
	}
	return NewHours(week, nil, []Closed{closed}).In(zone)
}

func TestSlots(t *testing.T) {
	zone := berlin(t)
	at := func(s string) time.Time {
		moment, err := time.ParseInLocation("2006-01-02 15:04", s, zone)
		if err != nil {
			t.Fatal(err)
		}
		return moment
	}
	for name, c := range map[string]struct {
		spans          string
		length, buffer time.Duration
		from, to       string
		want           []string
	}{
		"one after the other":                  {"08:00-10:00", 50 * time.Minute, 10 * time.Minute, "2026-03-02 00:00", "2026-03-03 00:00", []string{"02 08:00", "02 09:00"}},
		"the buffer may be after closing time": {"08:00-09:50", 50 * time.Minute, 10 * time.Minute, "2026-03-02 00:00", "2026-03-03 00:00", []string{"02 08:00", "02 09:00"}},
		"each opening anew":                    {"08:00-09:30, 13:15-14:15", time.Hour, 0, "2026-03-02 00:00", "2026-03-03 00:00", []string{"02 08:00", "02 13:15"}},
		"from the first until the last":        {"08:00-12:00", time.Hour, 0, "2026-03-02 09:00", "2026-03-02 11:00", []string{"02 09:00", "02 10:00"}},
		"a time that has begun is over":        {"08:00-12:00", time.Hour, 0, "2026-03-02 10:01", "2026-03-02 23:00", []string{"02 11:00"}},
		"not on closed days":                   {"08:00-09:00", time.Hour, 0, "2026-12-24 00:00", "2026-12-27 00:00", []string{"24 08:00", "26 08:00"}},
		"past midnight":                        {"22:00-02:00", 2 * time.Hour, 0, "2026-03-02 00:00", "2026-03-03 00:00", []string{"02 00:00", "02 22:00"}},
		"all day":                              {"24h", 12 * time.Hour, 0, "2026-03-02 00:00", "2026-03-03 12:00", []string{"02 00:00", "02 12:00", "03 00:00"}},
		"openings that overlap":                {"07:00-11:00, 20:00-09:00", 2 * time.Hour, 0, "2026-03-03 00:00", "2026-03-03 22:00", []string{"03 00:00", "03 02:00", "03 04:00", "03 06:00", "03 09:00", "03 20:00"}},
		"longer than it is open":               {"08:00-09:00", 61 * time.Minute, 0, "2026-03-02 00:00", "2026-03-03 00:00", nil},
		"of no length":                         {"08:00-09:00", 0, 0, "2026-03-02 00:00", "2026-03-03 00:00", nil},
		"until before the beginning":           {"08:00-09:00", time.Hour, 0, "2026-03-03 00:00", "2026-03-02 00:00", nil},
		"by the clock in summer too":           {"08:00-09:00", time.Hour, 0, "2026-03-28 00:00", "2026-03-31 00:00", []string{"28 08:00", "29 08:00", "30 08:00"}},
		"an hour less in that night":           {"00:00-06:00", 2 * time.Hour, 0, "2026-03-29 00:00", "2026-03-30 00:00", []string{"29 00:00", "29 03:00"}},
		"an hour more in the other":            {"00:00-06:00", 2 * time.Hour, 0, "2026-10-25 00:00", "2026-10-26 00:00", []string{"25 00:00", "25 02:00", "25 03:00"}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, slot := range Slots(slotHours(t, zone, c.spans), c.length, c.buffer, at(c.from), at(c.to)) {
				got = append(got, slot.In(zone).Format("02 15:04"))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
	if Slots(nil, time.Hour, 0, at("2026-03-02 00:00"), at("2026-03-03 00:00")) != nil {
		t.Error("there are free times without any hours")
	}
}

// TestSlotsDoNotDependOnTheQuestion shows that a time is offered or not, from wherever one looks: two customers who look on different days see the same times.
func TestSlotsDoNotDependOnTheQuestion(t *testing.T) {
	hours := slotHours(t, berlin(t), "07:00-11:20, 20:00-09:00")
	from := time.Date(2026, time.March, 20, 0, 0, 0, 0, time.UTC)
	to := from.AddDate(0, 0, 14)
	all := Slots(hours, 50*time.Minute, 10*time.Minute, from, to)
	for later := from; later.Before(to); later = later.Add(7 * time.Hour) {
		var want []time.Time
		for _, slot := range all {
			if !slot.Before(later) {
				want = append(want, slot)
			}
		}
		if got := Slots(hours, 50*time.Minute, 10*time.Minute, later, to); !slices.EqualFunc(got, want, time.Time.Equal) {
			t.Fatalf("from %v on there are %d, want %d", later, len(got), len(want))
		}
	}
	for i, slot := range all[1:] {
		if slot.Sub(all[i]) < 50*time.Minute {
			t.Errorf("%v begins before %v is over", slot, all[i])
		}
	}
}

func TestSlotKey(t *testing.T) {
	if got := SlotKey("therapists", "ahmed", time.Date(2026, time.January, 1, 9, 0, 0, 0, time.UTC)); got != "slot.therapists.ahmed.1767258000" {
		t.Error(got)
	}
}

// BenchmarkSlots is the aim of 5 ms for a year with public holidays.
func BenchmarkSlots(b *testing.B) {
	region, ok := RegionNamed("DE-BE")
	if !ok {
		b.Fatal("no Berlin")
	}
	week := map[time.Weekday][]Span{}
	for d := time.Monday; d <= time.Friday; d++ {
		week[d] = []Span{{480, 720}, {780, 1080}}
	}
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		b.Fatal(err)
	}
	hours := NewHours(week, region, nil).In(zone)
	from := time.Date(2026, time.January, 1, 0, 0, 0, 0, zone)
	b.ReportAllocs()
	for b.Loop() {
		Slots(hours, 50*time.Minute, 10*time.Minute, from, from.AddDate(1, 0, 0))
	}
}

func ExampleSlots() {
	spans, _ := ParseSpans("09:00-12:00")
	hours := NewHours(map[time.Weekday][]Span{time.Monday: spans}, nil, nil)
	monday := time.Date(2026, time.March, 2, 0, 0, 0, 0, time.UTC)
	for _, slot := range Slots(hours, 50*time.Minute, 10*time.Minute, monday, monday.AddDate(0, 0, 7)) {
		fmt.Println(slot.Format("Mon 15:04"), SlotKey("therapists", "ahmed", slot))
	}
	// Output:
	// Mon 09:00 slot.therapists.ahmed.1772442000
	// Mon 10:00 slot.therapists.ahmed.1772445600
	// Mon 11:00 slot.therapists.ahmed.1772449200
}
