package steps

import (
	"slices"
	"time"

	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// finding is the talk in which a free time is found: the item, the day and the time of the day. How far it has come is in Turn.Paying.
type finding struct {
	text  *flows.Text
	label *flows.Label
	ahead flows.Duration
	typ   *value.Type
	items func(t *flows.Turn) []value.Value
}

// aheadDays is how many days ahead times are offered where nothing is written.
const aheadDays = 60

// What can be chosen beside items, days and times.
const (
	otherDay  = "other_day"
	otherItem = "other_item"
)

// What the note says while a time is proposed: it is the nearest to the one that the customer named, to a day on which nothing is free, or the first from a day on.
const (
	nearestTime = "nearest"
	nearestDay  = "no_day"
	firstFrom   = "first"
)

// item is the one that was chosen; unknown while none is.
func (f finding) item(t *flows.Turn) value.Value {
	chosen := t.Paying().Item
	items := f.items(t)
	if i := slices.IndexFunc(items, func(item value.Value) bool { return chosen != "" && itemKey(item) == chosen }); i >= 0 {
		return items[i]
	}
	return value.Value{}
}

func itemKey(item value.Value) string {
	return item.Field("catalog").AsText() + "." + item.Field("id").AsText()
}

// settle chooses the item where there is only one with a free time; false: nothing is free.
func (f finding) settle(t *flows.Turn) bool {
	paying := t.Paying()
	if f.item(t).Known() {
		if len(f.free(t)) > 0 {
			return true
		}
		paying.Item = ""
	}
	items := f.bookable(t)
	if len(items) == 1 {
		paying.Item = itemKey(items[0])
	}
	return len(items) > 0
}

// bookable are the items with a free time.
func (f finding) bookable(t *flows.Turn) []value.Value {
	var items []value.Value
	for _, item := range f.items(t) {
		if len(f.freeOf(t, item)) > 0 {
			items = append(items, item)
		}
	}
	return items
}

func (f finding) free(t *flows.Turn) []time.Time { return f.freeOf(t, f.item(t)) }

// freeOf are the free times of an item, without those that the stock has said are taken.
func (f finding) freeOf(t *flows.Turn, item value.Value) []time.Time {
	taken := t.Paying().Taken
	return slices.DeleteFunc(t.FreeTimes(item, t.Now(), f.until(t)), func(at time.Time) bool { return slices.Contains(taken, at.Unix()) })
}

// until is how far ahead times are offered.
func (f finding) until(t *flows.Turn) time.Time {
	if f.ahead.Zero() {
		return t.Now().AddDate(0, 0, aheadDays)
	}
	return f.ahead.After(t.Now())
}

// full are the times of the item at hand that have no room left. They are not offered, but a press on one that somebody took meanwhile is understood.
func (f finding) full(t *flows.Turn, free []time.Time) []time.Time {
	item := f.item(t)
	hours := t.Hours(item.Field("hours").AsText())
	_, length := item.Field("length").AsDuration()
	_, buffer := item.Field("buffer").AsDuration()
	return slices.DeleteFunc(shop.Slots(hours, length, buffer, t.Now(), f.until(t)), func(at time.Time) bool { return slices.ContainsFunc(free, at.Equal) })
}
