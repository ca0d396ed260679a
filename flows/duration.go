package flows

import (
	"fmt"
	"strings"
	"time"

	"repartee/flows/value"
)

// ParseDuration reads a span as it is written in a flow: 30s, 5m, 20h, 3d, 2w, 6mo, 2y.
func ParseDuration(text string) (Duration, error) {
	v, ok := value.ParseDuration(strings.TrimSpace(text))
	if !ok {
		return Duration{}, fmt.Errorf("%q is no duration; write it as 30s, 5m, 20h, 3d, 2w, 6mo or 2y", text)
	}
	months, span := v.AsDuration()
	return Duration{Months: months, Span: span}, nil
}

// String is the span as it is written in a flow, in the largest unit that comes out even; "" for the zero Duration.
func (d Duration) String() string {
	var text strings.Builder
	if d.Months%12 == 0 && d.Months > 0 {
		fmt.Fprintf(&text, "%dy", d.Months/12)
	} else if d.Months > 0 {
		fmt.Fprintf(&text, "%dmo", d.Months)
	}
	if d.Span > 0 {
		unit, name := spanUnit(d.Span)
		fmt.Fprintf(&text, "%d%s", d.Span/unit, name)
	}
	return text.String()
}

// spanUnit is the largest unit that a span is so many times. Weeks are told in days, as most write them.
func spanUnit(span time.Duration) (unit time.Duration, name string) {
	switch {
	case span%(24*time.Hour) == 0:
		return 24 * time.Hour, "d"
	case span%time.Hour == 0:
		return time.Hour, "h"
	case span%time.Minute == 0:
		return time.Minute, "m"
	}
	return time.Second, "s"
}
