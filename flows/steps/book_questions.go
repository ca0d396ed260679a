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
	free := f.free(t)
	days := dayChoices(t, free)
	if len(days) == 0 {
		return offer
	}
	var ways []flows.Choice
	if len(f.items(t)) > 1 {
		ways = append(ways, findingChoice(t, otherItem))
	}
	offer.Choices, offer.Rows = inPages(t, days, daysGrid, ways)
	offer.Choices = append(offer.Choices, dayChoices(t, f.full(t, free))...)
	return offer
}

// dayChoices are the days on which times lie.
func dayChoices(t *flows.Turn, times []time.Time) []flows.Choice {
	var days []flows.Choice
	for _, at := range times {
		there := at.In(zoneOf(t))
		id := there.Format(dayForm)
		if n := len(days); n == 0 || days[n-1].ID != id {
			days = append(days, flows.Choice{ID: id, Label: dayLabel(t, at), Value: value.Date(there.Year(), there.Month(), there.Day())})
		}
	}
	return days
}

// findingChoice is a way back to what was chosen before.
func findingChoice(t *flows.Turn, id string) flows.Choice {
	return flows.Choice{ID: id, Label: t.Phrase("book_"+id, nil).Text, Value: value.Text(id)}
}

// askTime offers the free times of a day.
func (f finding) askTime(t *flows.Turn) flows.Offer {
	day, free := t.Paying().Day, f.free(t)
	offer := flows.Offer{Text: flows.PhraseText("book_taken"), Hint: t.Phrase("book_hint", nil).Text}
	times := timeChoices(t, free, day)
	if len(times) > 0 {
		at := times[0].Value.AsTime()
		offer.Text, offer.Said = nil, said(t.Phrase("book_time", named("day", value.Text(inZone(t, dayLabel(t, at))))))
	}
	offer.Choices, offer.Rows = inPages(t, times, timesGrid, []flows.Choice{findingChoice(t, otherDay)})
	offer.Choices = append(offer.Choices, timeChoices(t, f.full(t, free), day)...)
	return offer
}

// timeChoices are those of the times that lie on a day.
func timeChoices(t *flows.Turn, times []time.Time, day string) []flows.Choice {
	var choices []flows.Choice
	for _, at := range times {
		if dayIn(t, at) == day {
			choices = append(choices, flows.Choice{ID: strconv.FormatInt(at.Unix(), 10), Label: clock(t, at), Value: value.DateTime(at)})
		}
	}
	return choices
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
