package shop

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// CalendarEvent is an appointment as calendars know it.
type CalendarEvent struct {
	UID         string    // the same for all versions of an appointment, and nobody else's: "7K3Q-2M9F@example.com"
	Sequence    int       // its version, from 0
	Made        time.Time // when this version was made
	Start, End  time.Time
	Summary     string
	Description string
	Location    string
	Cancelled   bool // calendars take it out
}

// Calendar writes an iCalendar file with one event, its times in UTC: https://www.rfc-editor.org/rfc/rfc5545
func Calendar(e CalendarEvent) []byte {
	method, status := "PUBLISH", "CONFIRMED"
	if e.Cancelled {
		method, status = "CANCEL", "CANCELLED"
	}
	var out []byte
	for _, property := range [...]struct{ name, value string }{
		{"BEGIN", "VCALENDAR"},
		{"VERSION", "2.0"},
		{"PRODID", "-//Repartee//Repartee//EN"},
		{"METHOD", method},
		{"BEGIN", "VEVENT"},
		{"UID", calendarText(e.UID)},
		{"DTSTAMP", calendarTime(e.Made)},
		{"DTSTART", calendarTime(e.Start)},
		{"DTEND", calendarTime(e.End)},
		{"SUMMARY", calendarText(e.Summary)},
		{"DESCRIPTION", calendarText(e.Description)},
		{"LOCATION", calendarText(e.Location)},
		{"STATUS", status},
		{"SEQUENCE", strconv.Itoa(e.Sequence)},
		{"END", "VEVENT"},
		{"END", "VCALENDAR"},
	} {
		if property.value != "" {
			out = appendFolded(out, property.name+":"+property.value)
		}
	}
	return out
}

func calendarTime(t time.Time) string { return t.UTC().Format("20060102T150405Z") }

// calendarText escapes what means something in a text, and leaves control characters out, which must not stand in one.
func calendarText(s string) string {
	s = calendarEscapes.Replace(strings.ToValidUTF8(s, "\ufffd"))
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, s)
}

var calendarEscapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

// lineOctets is the most that stands in one line without its end.
const lineOctets = 75

// appendFolded writes a line; what is too long for one goes on in further ones that begin with a blank, never within a character.
func appendFolded(out []byte, line string) []byte {
	for room := lineOctets; len(line) > room; room = lineOctets - 1 {
		end := room
		for !utf8.RuneStart(line[end]) {
			end--
		}
		out = append(out, line[:end]...)
		out = append(out, "\r\n "...)
		line = line[end:]
	}
	out = append(out, line...)
	return append(out, "\r\n"...)
}
