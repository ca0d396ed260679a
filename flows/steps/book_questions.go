package steps

import (
	"strconv"
	"time"

	"repartee/flows"
	"repartee/flows/value"
)

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
			offer.Text, offer.Said = nil, said(t.Phrase("book_time", named("day", value.Text(inZone(t, dayLabel(t, at))))))
		}
		times = append(times, flows.Choice{ID: strconv.FormatInt(at.Unix(), 10), Label: clock(t, at), Value: value.DateTime(at)})
	}
	offer.Choices, offer.Rows = inPages(t, times, timesGrid, []flows.Choice{findingChoice(t, otherDay)})
	return offer
}

// propose proposes a free time in place of what the customer named.
func (f finding) propose(t *flows.Turn) flows.Offer {
	at := time.Unix(t.Paying().Start, 0)
	names := named("time", value.Text(timeLabel(t, at)))
	offer := flows.Offer{Said: said(t.Phrase("book_"+t.Paying().Note, names)), Type: &value.Type{Base: value.TypeYesNo}, Choices: yesOrNo(t)}
	offer.Choices[1].Label = t.Phrase("book_"+otherDay, nil).Text
	offer.Choices[1].Synonyms = []string{t.Phrase("no", nil).Text}
	return offer
}
