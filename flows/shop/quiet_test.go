package shop

import (
	"testing"
	"time"
)

func TestQuiet(t *testing.T) {
	for _, c := range []struct{ quiet, at, want string }{
		{"21:00-08:00", "2026-03-02 20:59", "2026-03-02 20:59"},
		{"21:00-08:00", "2026-03-02 21:00", "2026-03-03 08:00"},
		{"21:00-08:00", "2026-03-03 02:00", "2026-03-03 08:00"},
		{"21:00-08:00", "2026-03-03 08:00", "2026-03-03 08:00"},
		{"13:00-15:00", "2026-03-02 14:00", "2026-03-02 15:00"},
		{"13:00-15:00", "2026-03-02 16:00", "2026-03-02 16:00"},
		{"00:00-06:00", "2026-03-02 00:00", "2026-03-02 06:00"},
		{"21:00-08:00", "2026-03-28 23:00", "2026-03-29 08:00"}, // the short night
		{"21:00-08:00", "2026-10-24 23:00", "2026-10-25 08:00"}, // the long one
	} {
		quiet, err := ParseQuiet(c.quiet)
		if err != nil {
			t.Fatal(err)
		}
		if got := quiet.Next(moment(t, c.at), berlin(t)).Format(minute); got != c.want {
			t.Errorf("with %s the next after %s is %s, want %s", c.quiet, c.at, got, c.want)
		}
	}
}

// TestQuietZone has the same moment for customers in two zones.
func TestQuietZone(t *testing.T) {
	quiet, err := ParseQuiet("21:00-08:00")
	if err != nil {
		t.Fatal(err)
	}
	when := time.Date(2026, time.March, 2, 21, 30, 0, 0, time.UTC)
	if got := quiet.Next(when, time.FixedZone("", -5*60*60)); !got.Equal(when) {
		t.Errorf("in the west it waits until %s", got)
	}
	if got, want := quiet.Next(when, berlin(t)), when.Add(9*time.Hour+30*time.Minute); !got.Equal(want) {
		t.Errorf("in Berlin it waits until %s, want %s", got, want)
	}
}

func TestQuietNone(t *testing.T) {
	when := moment(t, "2026-03-02 23:00")
	if quiet := (Quiet{}); !quiet.Zero() || !quiet.Next(when, berlin(t)).Equal(when) {
		t.Error("the zero Quiet holds something back")
	}
	for _, s := range []string{"", "21:00", "00:00-24:00", "08:00-08:00", "21-8"} {
		if _, err := ParseQuiet(s); err == nil {
			t.Errorf("%q is taken for quiet hours", s)
		}
	}
}
