package steps

import (
	"slices"
	"strings"
	"time"

	"repartee/flows"
	"repartee/flows/value"
)

// reads understands "tomorrow at 5", "next Friday" and, where a day is chosen, "10:30". Days on which nothing is free stand for the nearest free time.
func (f finding) reads(t *flows.Turn, words string) (flows.Choice, bool) {
	if !f.item(t).Known() {
		return flows.Choice{}, false
	}
	if at, misread := value.Read(&value.Type{Base: value.TypeDateTime}, words, t.Locale()); misread == nil {
		return flows.Choice{ID: "at", Value: at}, true
	}
	if date, misread := value.Read(&value.Type{Base: value.TypeDate}, words, t.Locale()); misread == nil {
		return f.onDay(t, date.AsTime().Format(dayForm))
	}
	day, err := time.Parse(dayForm, t.Paying().Day)
	if err != nil {
		return flows.Choice{}, false
	}
	at, misread := value.Read(&value.Type{Base: value.TypeTime}, words, t.Locale())
	if misread != nil {
		return flows.Choice{}, false
	}
	return flows.Choice{ID: "at", Value: value.DateTime(timeOn(t, day, int(at.AsMinutes())))}, true
}

// onDay is the choice of a day; of one without a free time that of its noon, to which the nearest is found.
func (f finding) onDay(t *flows.Turn, day string) (flows.Choice, bool) {
	if slices.ContainsFunc(f.free(t), func(at time.Time) bool { return dayIn(t, at) == day }) {
		return flows.Choice{ID: day, Value: value.Text(day)}, true
	}
	date, err := time.Parse(dayForm, day)
	return flows.Choice{ID: "at", Value: value.DateTime(timeOn(t, date, 12*60))}, err == nil
}

// timeOn is a time of a day by the customer's clock.
func timeOn(t *flows.Turn, day time.Time, minutes int) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day(), 0, minutes, 0, 0, zoneOf(t))
}

func zoneOf(t *flows.Turn) *time.Location {
	if zone := t.Locale().Zone; zone != nil {
		return zone
	}
	return time.UTC
}

// dayIn is the day that a time lies on for the customer, as 2026-03-02.
func dayIn(t *flows.Turn, at time.Time) string { return at.In(zoneOf(t)).Format(dayForm) }

// dayLabel is a day with its name: "Monday, 2 March 2026".
func dayLabel(t *flows.Turn, at time.Time) string {
	there := at.In(zoneOf(t))
	date := value.Date(there.Year(), there.Month(), there.Day())
	weekday := value.WeekdayOf(date).AsText()
	for _, day := range value.Weekdays() {
		if day.ID == weekday {
			weekday = day.LabelIn(t.Locale().Language)
		}
	}
	return t.Phrase("day_name", map[string]value.Value{"weekday": value.Text(weekday), "date": date}).Text
}

// timeLabel is a time with its day. Where the customer is in another zone than the bot, it says by which clock.
func timeLabel(t *flows.Turn, at time.Time) string {
	return inZone(t, dayLabel(t, at)+", "+clock(t, at))
}

// inZone says by the clock of which city a time is meant, where that is not the bot's own.
func inZone(t *flows.Turn, text string) string {
	zone := zoneOf(t).String()
	if zone == t.Set().Zone().String() {
		return text
	}
	city := strings.ReplaceAll(zone[strings.LastIndexByte(zone, '/')+1:], "_", " ")
	return t.Phrase("time_in_zone", map[string]value.Value{"time": value.Text(text), "city": value.Text(city)}).Text
}

// clock is the time of the day for the customer: 09:00.
func clock(t *flows.Turn, at time.Time) string {
	there := at.In(zoneOf(t))
	return value.Format(value.TimeOfDay(there.Hour()*60+there.Minute()), nil, t.Locale())
}
