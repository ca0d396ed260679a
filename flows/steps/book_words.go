package steps

import (
	"strconv"
	"strings"
	"time"

	"repartee/flows"
	"repartee/flows/value"
)

// reads understands "tomorrow at 5", "Friday", "next week" and, where a day is chosen, "10:30" and "10".
func (f finding) reads(t *flows.Turn, words string) (flows.Choice, bool) {
	if !f.item(t).Known() {
		return flows.Choice{}, false
	}
	if at, misread := value.Read(&value.Type{Base: value.TypeDateTime}, words, t.Locale()); misread == nil {
		return flows.Choice{ID: "at", Value: at}, true
	}
	if at, ok := f.timeOfDay(t, words); ok {
		return flows.Choice{ID: "at", Value: value.DateTime(at)}, true
	}
	date, misread := value.Read(&value.Type{Base: value.TypeDate}, words, t.Locale())
	switch {
	case misread == nil:
		return flows.Choice{ID: "on", Value: date}, true
	case misread.Near.Kind() == value.KindDate:
		return flows.Choice{ID: "from", Value: value.Record(named("from", misread.Near))}, true
	}
	return flows.Choice{}, false
}

// timeOfDay understands a time where the day is chosen; a bare hour, where one free time of the day begins at it.
func (f finding) timeOfDay(t *flows.Turn, words string) (time.Time, bool) {
	day, err := time.Parse(dayForm, t.Paying().Day)
	if err != nil {
		return time.Time{}, false
	}
	if at, misread := value.Read(&value.Type{Base: value.TypeTime}, words, t.Locale()); misread == nil {
		return timeOn(t, day, at.AsMinutes()), true
	}
	hour, err := strconv.Atoi(strings.TrimSpace(words))
	if err != nil {
		return time.Time{}, false
	}
	var fits []time.Time
	for _, at := range f.free(t) {
		there := at.In(zoneOf(t))
		if dayIn(t, at) == t.Paying().Day && there.Minute() == 0 && (there.Hour() == hour || there.Hour() == hour+12) {
			fits = append(fits, at)
		}
	}
	if len(fits) != 1 {
		return time.Time{}, false
	}
	return fits[0], true
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
