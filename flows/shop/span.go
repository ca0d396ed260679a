package shop

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Span is a part of a day, in minutes after its midnight: from From until just before To. Past midnight To is more than 1440.
type Span struct{ From, To int }

const day = 24 * 60

// weekdays are the names of the days as they are written in hours, in the order of time.Weekday.
var weekdays = [...]string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

// ParseDays reads the days of a week as hours name them: mon, mon-fri, sat-mon, or several with commas. The error is a sentence for the author.
func ParseDays(s string) ([]time.Weekday, error) {
	var days []time.Weekday
	for part := range strings.SplitSeq(s, ",") {
		from, to, ranged := strings.Cut(strings.TrimSpace(part), "-")
		first := slices.Index(weekdays[:], strings.TrimSpace(from))
		last := first
		if ranged {
			last = slices.Index(weekdays[:], strings.TrimSpace(to))
		}
		if first < 0 || last < 0 {
			return nil, fmt.Errorf("`%s` is no day; the days are mon, tue, wed, thu, fri, sat, sun, or several as mon-fri", strings.TrimSpace(part))
		}
		for d := first; ; d = (d + 1) % 7 {
			days = append(days, time.Weekday(d))
			if d == last {
				break
			}
		}
	}
	return days, nil
}

// ParseSpans reads the hours of a day: 08:00-18:30, several with commas, past midnight as 18:00-02:00, all day as 24h, none as closed. They come back in the order of
// the clock. The error is a sentence for the author.
func ParseSpans(s string) ([]Span, error) {
	switch s = strings.TrimSpace(s); s {
	case "24h":
		return []Span{{0, day}}, nil
	case "closed":
		return nil, nil
	}
	var spans []Span
	for part := range strings.SplitSeq(s, ",") {
		span, err := parseSpan(strings.TrimSpace(part))
		if err != nil {
			return nil, err
		}
		spans = append(spans, span)
	}
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Compare(a.From, b.From) })
	for i, span := range spans {
		if i > 0 && span.From < spans[i-1].To {
			return nil, fmt.Errorf("%s begins before %s is over", span, spans[i-1])
		}
	}
	return spans, nil
}

// String is the span as it is written: 18:00-02:00.
func (s Span) String() string { return clock(s.From) + "-" + clock(s.To) }

func clock(minutes int) string {
	if minutes > day {
		minutes -= day
	}
	return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60)
}

func parseSpan(s string) (Span, error) {
	from, to, ok := strings.Cut(strings.ReplaceAll(s, "–", "-"), "-")
	if !ok {
		return Span{}, fmt.Errorf("`%s` has no end; write it as 08:00-18:30", s)
	}
	span := Span{}
	var err error
	if span.From, err = parseClock(strings.TrimSpace(from)); err != nil {
		return Span{}, err
	}
	if span.To, err = parseClock(strings.TrimSpace(to)); err != nil {
		return Span{}, err
	}
	switch {
	case span.From == day:
		return Span{}, errors.New("a day begins at 00:00, not at 24:00")
	case span.From == span.To:
		return Span{}, fmt.Errorf("`%s` is no time at all; for all day write 24h", s)
	case span.To < span.From:
		span.To += day
	}
	return span, nil
}

// parseClock reads a time of the day, 00:00 to 24:00, in minutes.
func parseClock(s string) (int, error) {
	hours, minutes, ok := strings.Cut(s, ":")
	h, errH := strconv.ParseUint(hours, 10, 8)
	m, errM := strconv.ParseUint(minutes, 10, 8)
	if !ok || errH != nil || errM != nil || len(minutes) != 2 || len(hours) > 2 || h > 24 || m > 59 || h == 24 && m > 0 {
		return 0, fmt.Errorf("`%s` is no time of the day; write it as 08:00", s)
	}
	return int(h*60 + m), nil
}
