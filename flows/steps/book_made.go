package steps

import (
	"strings"
	"time"

	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// tellBooked confirms an appointment, with a file for the customer's calendar.
func tellBooked(t *flows.Turn, b flows.Booking) {
	t.SendMessage(flows.Display{
		Text:  t.Phrase("book_done", bookingNames(t, b)),
		Media: []flows.Attachment{calendarFile(t, b, false)},
	})
}

// cancel takes an appointment back and says so, with a file that takes it out of the customer's calendar.
func cancel(t *flows.Turn, b flows.Booking) {
	t.Unbook(b)
	b.Changed++
	t.SendMessage(flows.Display{
		Text:  t.Phrase("book_cancelled", bookingNames(t, b)),
		Media: []flows.Attachment{calendarFile(t, b, true)},
	})
}

// bookingNames are what a phrase about an appointment can name.
func bookingNames(t *flows.Turn, b flows.Booking) map[string]value.Value {
	at := time.Unix(b.Start, 0)
	return map[string]value.Value{"item": value.Text(bookedName(t, b)), "time": value.Text(timeLabel(t, at))}
}

// bookedName is the item's name in the customer's language; as it was where the catalog has it no longer.
func bookedName(t *flows.Turn, b flows.Booking) string {
	if item, ok := t.BookedItem(b); ok {
		return item.Field("name").AsText()
	}
	return b.Name
}

// bookingText is an appointment in one line.
func bookingText(t *flows.Turn, b flows.Booking) string {
	return bookingLine(t, bookedName(t, b), time.Unix(b.Start, 0))
}

func bookingLine(t *flows.Turn, name string, at time.Time) string {
	return t.Phrase("book_line", map[string]value.Value{"item": value.Text(name), "time": value.Text(timeLabel(t, at))}).Text
}

// calendarFile is an appointment as calendars read it. Its id stays the same when it is moved.
func calendarFile(t *flows.Turn, b flows.Booking, over bool) flows.Attachment {
	uid := b.UID
	if uid == "" {
		uid = b.ID
	}
	event := shop.CalendarEvent{
		UID: uid + "@" + strings.ToLower(hostOf(t.Set().Name)), Sequence: b.Changed, Made: t.Now(), Start: time.Unix(b.Start, 0), End: time.Unix(b.End, 0),
		Summary: bookedName(t, b) + " – " + t.Set().Name, Location: t.Set().Phrase("address", t.Locale().Language), Cancelled: over,
	}
	return flows.Attachment{Medium: flows.File, Name: "appointment.ics", Data: shop.Calendar(event)}
}

// hostOf makes of the bot's name what can stand behind the @ of an id.
func hostOf(name string) string {
	return strings.Trim(strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, name), "-")
}

// askCancel asks whether an appointment is really to be cancelled.
func askCancel(t *flows.Turn, b flows.Booking) flows.Offer {
	return flows.Offer{
		Said: said(t.Phrase("book_cancel", bookingNames(t, b))),
		Type: &value.Type{Base: value.TypeYesNo},
		Choices: []flows.Choice{
			{ID: "yes", Label: t.Phrase("book_cancel_it", nil).Text, Synonyms: flows.CommandWords(t.Locale().Language, "cancel"), Value: value.Bool(true)},
			{ID: "no", Label: t.Phrase("book_keep_it", nil).Text, Value: value.Bool(false)},
		},
	}
}
