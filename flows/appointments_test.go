package flows_test

import (
	"slices"
	"testing"
	"time"

	"repartee/flows"
	"repartee/flows/shop"
)

// TestAppointmentToComeIsKept moves one appointment so often that another might be forgotten for it.
func TestAppointmentToComeIsKept(t *testing.T) {
	s := shopperAt(t, "market")
	s.says("/visit", "Dr Weber", "30 March 2026 10:00", "/cancel", "/visit", "Dr Aydin", "6 March 2026 9:00", "/cancel")
	for i := range 22 {
		s.says("/appointments", "1")
		s.taps("move")
		s.says([]string{"6 March 2026 9:30", "6 March 2026 10:00"}[i%2], "/cancel")
	}
	if !slices.ContainsFunc(s.state.Contact.Bookings, func(b flows.Booking) bool { return b.Item == "weber" && !b.Over }) {
		t.Errorf("the appointments are %v", s.state.Contact.Bookings)
	}
	s.appointed()
}

// TestTwoTimesAtOnce begins to book in a second flow while the first waits for its time to be held.
func TestTwoTimesAtOnce(t *testing.T) {
	s := shopperAt(t, "market")
	s.says("/visit", "Dr Aydin")
	s.slow = true
	s.says("5 March 2026 10:00", "/second", "6 March 2026 9:00")
	s.hurry()
	s.obeys()
	s.appointed()
	if len(s.state.Contact.Bookings) == 0 {
		t.Error("nothing is booked")
	}
}

// TestOldTimeStaysUntilTheNewIsSold moves an appointment to a time that somebody else gets, as the store was away too long: it stays where it was.
func TestOldTimeStaysUntilTheNewIsSold(t *testing.T) {
	s := shopperAt(t, "market")
	s.says("/visit", "Dr Weber", "5 March 2026 10:00", "/cancel", "/appointments")
	s.taps("move")
	s.slow = true
	s.says("6 March 2026 10:00")
	s.work(0) // it is held
	s.now = s.now.Add(11 * time.Minute)
	s.market.lapse(s.now)
	s.market.left[shop.SlotKey("staff", "weber", time.Date(2026, 3, 6, 9, 0, 0, 0, time.UTC))] = -1
	s.hurry()
	s.sleeps(time.Hour)
	b := s.state.Contact.Bookings
	if len(b) != 1 || b[0].Over || b[0].Start != time.Date(2026, 3, 5, 9, 0, 0, 0, time.UTC).Unix() {
		t.Errorf("the appointments are %v", b)
	}
	s.appointed()
}

// TestOnesOwnTimeIsFree leaves while a time is being held, and comes back for it.
func TestOnesOwnTimeIsFree(t *testing.T) {
	s := shopperAt(t, "market")
	s.says("/visit", "Dr Weber")
	s.slow = true
	s.says("5 March 2026 10:00", "/cancel")
	s.hurry()
	s.says("/visit", "Dr Weber", "5 March 2026 10:00")
	if b := s.state.Contact.Bookings; len(b) != 1 || b[0].Start != time.Date(2026, 3, 5, 9, 0, 0, 0, time.UTC).Unix() {
		t.Errorf("the appointments are %v, after %q", b, s.sent[len(s.sent)-1].Text)
	}
}
