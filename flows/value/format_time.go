package value

import (
	"strconv"
	"strings"
	"time"
)

// formatDate writes the month as a word, which no two countries read differently;
// in languages without a lexicon it is the ISO form.
func formatDate(v Value, loc Locale) string {
	t := v.AsTime()
	l := lexiconOf(loc.Language)
	if !speaks(l, loc) {
		return t.Format(time.DateOnly)
	}
	return l.date(t.Day(), l.months[t.Month()-1], t.Year())
}

// formatDuration writes the two largest units: 3 days, 1 hour and 30 minutes.
func formatDuration(v Value, loc Locale) string {
	l := lexiconOf(loc.Language)
	var parts []string
	for i, p := range durationParts(int64(v.months), v.num) {
		if i < 2 {
			parts = append(parts, strconv.FormatInt(p.count, 10)+noBreak+l.unit(p))
		}
	}
	if len(parts) == 0 {
		return "0" + noBreak + l.units[5][1]
	}
	return strings.Join(parts, " "+l.and+" ")
}

func (l *lexicon) unit(p durationCount) string {
	for i, name := range [...]string{"y", "mo", "d", "h", "m", "s"} {
		if name == p.unit {
			if abs(p.count) == 1 {
				return l.units[i][0]
			}
			return l.units[i][1]
		}
	}
	return p.unit
}

// Weekdays are the days of the week as options, from Monday: mon, tue ... sun,
// with their names as labels.
func Weekdays() []Option {
	days := make([]Option, 0, 7)
	for i, id := range [...]string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"} {
		days = append(days, Option{ID: id, Label: map[string]string{
			"": english.weekdays[i], "en": english.weekdays[i], "de": german.weekdays[i], "fr": french.weekdays[i],
		}})
	}
	return days
}

// WeekdayOf is the id of the day of the week that a date is on.
func WeekdayOf(date Value) Value {
	if date.kind != KindDate {
		return Value{}
	}
	return Text(strings.ToLower(date.AsTime().Weekday().String()[:3]))
}
