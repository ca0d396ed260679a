package shop

import (
	"slices"
	"strings"

	"repartee/flows/value"
)

// Text is the week as a customer reads it, in one line: days with the same times stand together, days without any are left out. "" for hours that never open.
func (h *Hours) Text(loc value.Locale) string {
	names := shortDays(loc)
	var parts []string
	for at := 0; at < 7; {
		spans, from := h.onDay(at), at
		for at++; at < 7 && slices.Equal(h.onDay(at), spans); at++ {
			continue
		}
		if len(spans) == 0 {
			continue
		}
		days := names[from]
		switch at - from {
		case 1:
		case 2:
			days += ", " + names[at-1]
		default:
			days += "–" + names[at-1]
		}
		parts = append(parts, days+" "+spanText(spans, loc))
	}
	return strings.Join(parts, ", ")
}

// shortDays are the days of the week from Monday, as a language shortens them.
func shortDays(loc value.Locale) (names [7]string) {
	letters := 3
	if loc.Language == "de" {
		letters = 2
	}
	for i, option := range value.Weekdays() {
		name := []rune(option.LabelIn(loc.Language))
		names[i] = string(name[:min(letters, len(name))])
	}
	return names
}

// onDay gives the times of a day of the week that begins with Monday.
func (h *Hours) onDay(number int) []Span { return h.week[(number+1)%7] }

func spanText(spans []Span, loc value.Locale) string {
	var texts []string
	for _, span := range spans {
		clock := func(minutes int) string { return value.Format(value.TimeOfDay(minutes%day), nil, loc) }
		texts = append(texts, clock(span.From)+"–"+clock(span.To))
	}
	return value.Join(texts, loc)
}
