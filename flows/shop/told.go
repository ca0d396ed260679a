package shop

import (
	"fmt"
	"slices"
	"strings"
)

// String is the hours as they are written: "mon 08:00-18:30, sat 09:00-14:00, holidays DE-BE, closed 2026-12-24".
func (h *Hours) String() string {
	var parts []string
	for number := range 7 {
		if spans := h.onDay(number); len(spans) > 0 {
			parts = append(parts, weekdays[(number+1)%7]+" "+spansText(spans))
		}
	}
	if h.region != nil {
		parts = append(parts, "holidays "+h.region.Code)
	}
	var closed []string
	for _, c := range h.closed {
		closed = append(closed, c.String())
	}
	slices.Sort(closed)
	for _, c := range closed {
		parts = append(parts, "closed "+c)
	}
	return strings.Join(parts, ", ")
}

func spansText(spans []Span) string {
	var all []string
	for _, span := range spans {
		all = append(all, span.String())
	}
	return strings.Join(all, " and ")
}

// String is the day, or the days, as they are written: 2026-12-24, or 12-24..01-02 for each year.
func (c Closed) String() string {
	if c.from == c.to {
		return c.from.told(c.yearly)
	}
	return c.from.told(c.yearly) + ".." + c.to.told(c.yearly)
}

func (d date) told(yearly bool) string {
	if yearly {
		return fmt.Sprintf("%02d-%02d", d.month, d.day)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// String is the hours of the day as they are written: 21:00-08:00.
func (q Quiet) String() string {
	if q.Zero() {
		return ""
	}
	return q.span.String()
}
