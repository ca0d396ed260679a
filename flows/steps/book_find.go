package steps

import (
	"slices"
	"strconv"
	"time"

	"repartee/flows"
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
	to := t.Now().AddDate(0, 0, aheadDays)
	if !f.ahead.Zero() {
		to = f.ahead.After(t.Now())
	}
	taken := t.Paying().Taken
	return slices.DeleteFunc(t.FreeTimes(item, t.Now(), to), func(at time.Time) bool { return slices.Contains(taken, at.Unix()) })
}

// offer asks for what is still open: the item, the day or the time.
func (f finding) offer(t *flows.Turn) flows.Offer {
	paying := t.Paying()
	switch {
	case !f.item(t).Known():
		return flows.Offer{Text: flows.PhraseText("book_whom"), Type: f.typ, Choices: itemChoices(t, f.bookable(t), f.typ, f.label)}
	case paying.Note != "":
		return f.propose(t)
	case paying.Day == "":
		return f.askDay(t)
	}
	return f.askTime(t)
}

// askDay offers the days on which something is free.
func (f finding) askDay(t *flows.Turn) flows.Offer {
	offer := flows.Offer{Text: f.text, Hint: t.Phrase("book_hint", nil).Text}
	if f.text.Empty() {
		offer.Text = flows.PhraseText("book_day")
	}
	var days, ways []flows.Choice
	for _, at := range f.free(t) {
		day := dayIn(t, at)
		if n := len(days); n == 0 || days[n-1].ID != day {
			days = append(days, flows.Choice{ID: day, Label: dayLabel(t, at), Value: value.Text(day)})
		}
	}
	if len(days) == 0 {
		return offer
	}
	if len(f.items(t)) > 1 {
		ways = append(ways, findingChoice(t, otherItem))
	}
	offer.Choices, offer.Rows = inPages(t, days, daysGrid, ways)
	return offer
}

// findingChoice is a way back to what was chosen before.
func findingChoice(t *flows.Turn, id string) flows.Choice {
	return flows.Choice{ID: id, Label: t.Phrase("book_"+id, nil).Text, Value: value.Text(id)}
}

// askTime offers the free times of a day.
func (f finding) askTime(t *flows.Turn) flows.Offer {
	day := t.Paying().Day
	offer := flows.Offer{Text: flows.PhraseText("book_taken"), Hint: t.Phrase("book_hint", nil).Text}
	var times []flows.Choice
	for _, at := range f.free(t) {
		if dayIn(t, at) != day {
			continue
		}
		if times == nil {
			offer.Text, offer.Said = nil, said(t.Phrase("book_time", map[string]value.Value{"day": value.Text(inZone(t, dayLabel(t, at)))}))
		}
		times = append(times, flows.Choice{ID: strconv.FormatInt(at.Unix(), 10), Label: clock(t, at), Value: value.DateTime(at)})
	}
	offer.Choices, offer.Rows = inPages(t, times, timesGrid, []flows.Choice{findingChoice(t, otherDay)})
	return offer
}

// propose proposes a free time in place of what the customer named.
func (f finding) propose(t *flows.Turn) flows.Offer {
	at := time.Unix(t.Paying().Start, 0)
	names := map[string]value.Value{"time": value.Text(timeLabel(t, at))}
	offer := flows.Offer{Said: said(t.Phrase("book_"+t.Paying().Note, names)), Type: &value.Type{Base: value.TypeYesNo}, Choices: yesOrNo(t)}
	offer.Choices[1].Label = t.Phrase("book_"+otherDay, nil).Text
	offer.Choices[1].Synonyms = []string{t.Phrase("no", nil).Text}
	return offer
}

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
		return f.takeTime(t, item, r.Value.AsTime())
	case r.Value.Kind() == value.KindDate:
		f.takeDay(t, r.Value.AsTime())
	case r.Value.Kind() == value.KindRecord:
		f.takeFrom(t, r.Value.Field("from").AsTime())
	default:
		paying.Note, paying.Day = "", r.Value.AsText()
	}
	return item, time.Time{}, false
}

// takeTime takes a time that is free; of any other the nearest one that is, is proposed.
func (f finding) takeTime(t *flows.Turn, item value.Value, wanted time.Time) (value.Value, time.Time, bool) {
	paying, free := t.Paying(), f.free(t)
	paying.Note = ""
	switch {
	case slices.ContainsFunc(free, wanted.Equal):
		return item, wanted, true
	case !wanted.After(t.Now()):
		t.SayPhrase("book_past")
	case len(free) > 0:
		paying.Start, paying.Note = nearest(free, wanted).Unix(), nearestTime
	}
	return item, time.Time{}, false
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
	if paying.Day = dayIn(t, start); !slices.ContainsFunc(f.free(t), func(at time.Time) bool { return dayIn(t, at) == paying.Day }) {
		paying.Day = ""
	}
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
