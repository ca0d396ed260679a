package shop

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestCalendar(t *testing.T) {
	start := time.Date(2026, time.March, 31, 9, 30, 0, 0, berlin(t))
	made := time.Date(2026, time.March, 2, 8, 0, 0, 0, time.UTC)
	event := CalendarEvent{
		UID: "7K3Q-2M9F@example.com", Sequence: 2, Made: made, Start: start, End: start.Add(50 * time.Minute),
		Summary: `Dr. Ahmed; first visit, 50 min \ online`, Description: "Please bring:\r\n- your card\n- this letter\a", Location: "Große Straße 12, 10115 Berlin, Hinterhaus, zweiter Aufgang rechts, über die Höfe",
	}
	want := `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Repartee//Repartee//EN
METHOD:PUBLISH
BEGIN:VEVENT
UID:7K3Q-2M9F@example.com
DTSTAMP:20260302T080000Z
DTSTART:20260331T073000Z
DTEND:20260331T082000Z
SUMMARY:Dr. Ahmed\; first visit\, 50 min \\ online
DESCRIPTION:Please bring:\n- your card\n- this letter
LOCATION:Große Straße 12\, 10115 Berlin\, Hinterhaus\, zweiter Aufgang re
 chts\, über die Höfe
STATUS:CONFIRMED
SEQUENCE:2
END:VEVENT
END:VCALENDAR
`
	if got := string(Calendar(event)); got != strings.ReplaceAll(want, "\n", "\r\n") {
		t.Errorf("it is\n%s", got)
	}

	event.Cancelled, event.Sequence, event.Description, event.Location = true, 3, "", ""
	got := string(Calendar(event))
	for _, line := range []string{"METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:3", "UID:7K3Q-2M9F@example.com"} {
		if !strings.Contains(got, "\r\n"+line+"\r\n") {
			t.Errorf("without %s:\n%s", line, got)
		}
	}
	if strings.Contains(got, "DESCRIPTION") || strings.Contains(got, "LOCATION") {
		t.Errorf("with what there is not:\n%s", got)
	}
}

// TestCalendarLines shows that any text comes back as it was, from lines that are as short as they must be and hold whole characters only.
func TestCalendarLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringOfN(rapid.RuneFrom([]rune("aä€😀,;\\\n")), 0, 300, -1)).Draw(t, "text")
		file := Calendar(CalendarEvent{UID: "a", Summary: "-" + text})
		for line := range bytes.SplitSeq(bytes.TrimSuffix(file, []byte("\r\n")), []byte("\r\n")) {
			if len(line) > 75 || !utf8.Valid(line) || bytes.ContainsAny(line, "\r\n") {
				t.Fatalf("%q", line)
			}
		}
		unfolded := strings.ReplaceAll(string(file), "\r\n ", "")
		_, summary, _ := strings.Cut(unfolded, "SUMMARY:-")
		summary, _, _ = strings.Cut(summary, "\r\n")
		read := strings.NewReplacer(`\\`, `\`, `\;`, ";", `\,`, ",", `\n`, "\n").Replace(summary)
		want := strings.Map(func(r rune) rune {
			if r < ' ' && r != '\t' && r != '\n' || r == 0x7f {
				return -1
			}
			return r
		}, strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text))
		if read != want {
			t.Fatalf("%q reads %q", want, read)
		}
	})
}
