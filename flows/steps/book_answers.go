package steps

import (
	"slices"
	"time"

	"repartee/flows"
	"repartee/flows/value"
)

// take notes what was chosen; ok where that is a time which can be held now.
func (f finding) take(t *flows.Turn, r flows.Reply) (item value.Value, start time.Time, ok bool) {
	paying := t.Paying()
	item = f.item(t)
	switch {
	case !item.Known():
		paying.Item = itemKey(r.Value)
	case paying.Note != "" && r.Value.Kind() == value.KindBool:
		paying.Note, paying.Day = "", ""
		if r.Value.AsBool() {
			return item, time.Unix(paying.Start, 0), true
		}
	case r.Value.AsText() == otherItem:
		paying.Item, paying.Day = "", ""
	case r.Value.AsText() == otherDay:
		paying.Day = ""
	case r.Value.Kind() == value.KindDateTime:
		return f.takeTime(t, item, r)
	case r.Value.Kind() == value.KindDate:
		f.takeDay(t, r.Value.AsTime())
	case r.Value.Kind() == value.KindRecord:
		f.takeFrom(t, r.Value.Field("from").AsTime())
	}
	return item, time.Time{}, false
}

// takeTime takes a time that is free. Of any other that was typed the nearest one that is, is proposed; one that was pressed has been taken since it was shown.
func (f finding) takeTime(t *flows.Turn, item value.Value, r flows.Reply) (value.Value, time.Time, bool) {
	paying, free, wanted := t.Paying(), f.free(t), r.Value.AsTime()
	paying.Note = ""
	switch {
	case slices.ContainsFunc(free, wanted.Equal):
		return item, wanted, true
	case !wanted.After(t.Now()):
		t.SayPhrase("book_past")
	case r.How == flows.Pressed:
		t.SayPhrase("book_taken")
		f.stayOn(t, wanted)
	case len(free) > 0:
		paying.Start, paying.Note = nearest(free, wanted).Unix(), nearestTime
	}
	return item, time.Time{}, false
}

// stayOn keeps to the day of a time that is gone, if something else is free on it.
func (f finding) stayOn(t *flows.Turn, gone time.Time) {
	paying, day := t.Paying(), dayIn(t, gone)
	paying.Day = ""
	if slices.ContainsFunc(f.free(t), func(at time.Time) bool { return dayIn(t, at) == day }) {
		paying.Day = day
	}
}

// takeDay takes a day. Where nothing is free on it, the nearest time is proposed.
func (f finding) takeDay(t *flows.Turn, date time.Time) {
	paying, free, day := t.Paying(), f.free(t), date.Format(dayForm)
	paying.Note = ""
	switch {
	case slices.ContainsFunc(free, func(at time.Time) bool { return dayIn(t, at) == day }):
		paying.Day = day
	case day < dayIn(t, t.Now()):
		t.SayPhrase("book_past")
	case len(free) > 0:
		paying.Start, paying.Note = nearest(free, timeOn(t, date, 12*60)).Unix(), nearestDay
	}
}

// takeFrom proposes the first free time from a day on: customers say "next week", too.
func (f finding) takeFrom(t *flows.Turn, date time.Time) {
	paying, free := t.Paying(), f.free(t)
	if len(free) == 0 {
		return
	}
	from := timeOn(t, date, 0)
	first := free[len(free)-1]
	if i := slices.IndexFunc(free, func(at time.Time) bool { return !at.Before(from) }); i >= 0 {
		first = free[i]
	}
	paying.Start, paying.Note = first.Unix(), firstFrom
}

// nearest is the time that lies next to another one.
func nearest(free []time.Time, to time.Time) time.Time {
	return slices.MinFunc(free, func(a, b time.Time) int { return int(a.Sub(to).Abs() - b.Sub(to).Abs()) })
}

// held takes what came of holding a time; ok where it is the customer's now.
func (f finding) held(t *flows.Turn, r flows.Ending) (item value.Value, start time.Time, ok bool) {
	paying := t.Paying()
	item, start = f.item(t), time.Unix(paying.Start, 0)
	switch {
	case r.Stock != nil && r.Stock.OK && item.Known():
		return item, start, true
	case r.Stock != nil:
		paying.Taken = append(slices.Clone(paying.Taken), paying.Start)
		t.SayPhrase("book_taken")
	default:
		t.SayPhrase("sorry")
	}
	f.stayOn(t, start)
	return item, start, false
}

// back goes one question back.
func (f finding) back(t *flows.Turn) bool {
	paying := t.Paying()
	switch {
	case paying.Note != "":
		paying.Note = ""
	case paying.Day != "":
		paying.Day = ""
	case paying.Item != "" && len(f.bookable(t)) > 1:
		paying.Item = ""
	default:
		return false
	}
	return true
}
