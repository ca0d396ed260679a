package value

import (
	"testing"
	"time"
)

func TestMovingDates(t *testing.T) {
	parse := func(s string) Value {
		v, ok := ParseDuration(s)
		if !ok {
			t.Fatalf("%q is no duration", s)
		}
		return v
	}
	tests := []struct {
		from Value
		by   string
		want Value
	}{
		{Date(2026, 1, 31), "1mo", Date(2026, 2, 28)},
		{Date(2024, 1, 31), "1mo", Date(2024, 2, 29)},
		{Date(2024, 2, 29), "1y", Date(2025, 2, 28)},
		{Date(2026, 3, 31), "-1mo", Date(2026, 2, 28)},
		{Date(2026, 12, 30), "3d", Date(2027, 1, 2)},
		{Date(2026, 3, 2), "2w", Date(2026, 3, 16)},
		{Date(2026, 3, 2), "5h", Value{}},
		{Date(9999, 12, 31), "1d", Value{}},
		{TimeOfDay(23 * 60), "2h", TimeOfDay(60)},
		{TimeOfDay(60), "-2h", TimeOfDay(23 * 60)},
		{TimeOfDay(60), "1mo", Value{}},
		{DateTime(time.Date(2026, 1, 31, 12, 0, 0, 0, time.UTC)), "1mo90m", DateTime(time.Date(2026, 2, 28, 13, 30, 0, 0, time.UTC))},
		{Integer(1), "1d", Value{}},
	}
	for _, tt := range tests {
		if got := Add(tt.from, parse(tt.by)); !Equal(got, tt.want) {
			t.Errorf("%s + %s = %s, want %s", tt.from.AppendJSON(nil), tt.by, got.AppendJSON(nil), tt.want.AppendJSON(nil))
		}
	}
}

func TestYearsSince(t *testing.T) {
	tests := []struct {
		from, today Value
		want        int64
	}{
		{Date(2000, 3, 2), Date(2026, 3, 1), 25},
		{Date(2000, 3, 2), Date(2026, 3, 2), 26},
		{Date(2004, 2, 29), Date(2025, 2, 28), 20},
		{Date(2004, 2, 29), Date(2025, 3, 1), 21},
		{Date(2026, 3, 3), Date(2026, 3, 2), -1},
	}
	for _, tt := range tests {
		if got := YearsSince(tt.from, tt.today).AsInt(); got != tt.want {
			t.Errorf("%v to %v: %d, want %d", tt.from.AsTime(), tt.today.AsTime(), got, tt.want)
		}
	}
	if YearsSince(Value{}, Date(2026, 3, 2)).Known() {
		t.Error("an unknown birthday has an age")
	}
}

func TestInTheCustomersZone(t *testing.T) {
	loc := Locale{Zone: time.FixedZone("JST", 9*3600)}
	late := DateTime(time.Date(2026, 3, 2, 20, 15, 0, 0, time.UTC))
	if got := DateIn(late, loc); !Equal(got, Date(2026, 3, 3)) {
		t.Errorf("DateIn = %s", got.AppendJSON(nil))
	}
	if got := TimeIn(late, loc); !Equal(got, TimeOfDay(5*60+15)) {
		t.Errorf("TimeIn = %s", got.AppendJSON(nil))
	}
	if DateIn(Integer(1), loc).Known() || TimeIn(Integer(1), loc).Known() {
		t.Error("a number has a date or time")
	}
}

func TestWeekdays(t *testing.T) {
	if got := WeekdayOf(Date(2026, 3, 2)).AsText(); got != "mon" {
		t.Errorf("2 March 2026 is %q", got)
	}
	days := &Type{Base: TypeOneOf, Options: Weekdays()}
	if got := Format(WeekdayOf(Date(2026, 3, 8)), days, Locale{Language: "de"}); got != "Sonntag" {
		t.Errorf("8 March 2026 is %q", got)
	}
}
