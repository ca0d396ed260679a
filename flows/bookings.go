package flows

import (
	"slices"
	"time"

	"repartee/flows/shop"
	"repartee/flows/value"
)

const (
	bookingColumn = "booking" // of a kept appointment: its id
	bookingsKept  = 20
	askingTime    = 10 * time.Minute // that a free time is held while the customer is asked
)

// Bookings are the appointments that are still to come, the earliest first.
func (t *Turn) Bookings() []Booking {
	var coming []Booking
	for _, b := range t.state.Contact.Bookings {
		if !b.Over && b.End > t.in.At.Unix() {
			coming = append(coming, b)
		}
	}
	slices.SortFunc(coming, func(a, b Booking) int { return int(a.Start - b.Start) })
	return coming
}

// booking finds an appointment by its id, or by the one that it had before it was moved: then as it is now. Nil where the state has it no longer.
func (t *Turn) booking(id string) *Booking {
	for i := range slices.Backward(t.state.Contact.Bookings) {
		if b := &t.state.Contact.Bookings[i]; b.ID == id || b.UID == id {
			return b
		}
	}
	return nil
}

// BookedBy is the step that an appointment was made at; nil where it is gone.
func (t *Turn) BookedBy(b Booking) Body {
	if step := t.set.step(b.Flow, b.Step); step != nil {
		return step.Body
	}
	return nil
}

// BookingOf gives the appointment that is kept in a field, if it still stands.
func (t *Turn) BookingOf(field string) (Booking, bool) {
	kept, ok := t.Kept(field)
	if !ok {
		return Booking{}, false
	}
	b := t.booking(kept.Value.Field(bookingColumn).AsText())
	if b == nil || b.Over {
		return Booking{}, false
	}
	return *b, true
}

// FreeTimes are the times of an item between two moments that are not in the past and have room left.
func (t *Turn) FreeTimes(item value.Value, from, to time.Time) []time.Time {
	from = later(from, t.in.At)
	hours := t.Hours(item.Field("hours").AsText())
	length := lengthOf(item)
	if hours == nil || length <= 0 || !to.After(from) {
		return nil
	}
	_, buffer := item.Field("buffer").AsDuration()
	var free []time.Time
	for _, start := range shop.Slots(hours, length, buffer, from, to) {
		if start.After(t.in.At) && t.roomAt(item, start) > 0 {
			free = append(free, start)
		}
	}
	return free
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func lengthOf(item value.Value) time.Duration {
	_, length := item.Field("length").AsDuration()
	return length
}

// roomAt is how many more can come at a time; the customer's own appointment does not count.
func (t *Turn) roomAt(item value.Value, start time.Time) int64 {
	key := slotKey(item, start)
	room := capacity(item) + t.facts.Stock[key]
	if key == t.state.Session.Held {
		room++ // the customer holds one himself
	}
	return room
}

func slotKey(item value.Value, start time.Time) string {
	return shop.SlotKey(item.Field(catalogColumn).AsText(), item.Field("id").AsText(), start)
}

func capacity(item value.Value) int64 {
	if n := item.Field("capacity"); n.Known() {
		return n.AsInt()
	}
	return 1
}

// slotHeld is one place at a time of an item.
func slotHeld(item value.Value, start time.Time) []shop.Held {
	return []shop.Held{{Key: slotKey(item, start), Quantity: 1, Supply: capacity(item)}}
}

// HoldTime rests at the step until a free time is held for the customer.
func (t *Turn) HoldTime(item value.Value, start time.Time) Move {
	paying := t.Paying()
	paying.Item, paying.Start = itemKey(item), start.Unix()
	session := &t.state.Session
	if session.Hold == "" || session.Hold != paying.Hold { // else the new time takes the place of the one that was held before
		if session.Hold != "" {
			t.work(Work{Stock: &StockJob{Op: StockRelease, Hold: session.Hold}})
		}
		session.Hold = t.jobID("booking")
		paying.Hold = session.Hold
	}
	session.Held = slotKey(item, start)
	return t.RestForStock(StockJob{Op: StockHold, Hold: paying.Hold, Items: slotHeld(item, start), Until: t.in.At.Add(askingTime).Unix()})
}

// Book makes an appointment of the time that is held, keeps it in a field and lets its reminders come.
func (t *Turn) Book(field string, item value.Value, start time.Time) Booking {
	b := Booking{
		ID: t.Paying().Hold, Catalog: item.Field(catalogColumn).AsText(), Item: item.Field("id").AsText(), Name: item.Field("name").AsText(),
		Start: start.Unix(), End: start.Add(lengthOf(item)).Unix(), Flow: t.flowID(), Step: t.step.name, Field: field,
	}
	b.UID = b.ID
	t.keepBooking(b, item)
	t.event(Booked, t.step, b.Catalog+"."+b.Item)
	t.Keep(field, t.Worked(t.bookingValue(&b)))
	return b
}

func (t *Turn) keepBooking(b Booking, item value.Value) {
	if t.state.Session.Hold == b.ID {
		t.state.Session.Hold, t.state.Session.Held = "", ""
	}
	t.Paying().Hold = ""
	t.work(Work{Stock: &StockJob{Op: StockSell, Hold: b.ID, Items: slotHeld(item, unix(b.Start))}})
	t.remindNext(&b)
	bookings := slices.Concat(t.state.Contact.Bookings, []Booking{b})
	for len(bookings) > bookingsKept {
		i := slices.IndexFunc(bookings, func(b Booking) bool { return b.Over || b.End < t.in.At.Unix() })
		if i < 0 {
			break // all are still to come
		}
		bookings = slices.Delete(bookings, i, i+1)
	}
	t.state.Contact.Bookings = bookings
}

// Rebook moves an appointment to the time that is held. The old one is free for others again as soon as the new one is his for good.
func (t *Turn) Rebook(old Booking, item value.Value, start time.Time) Booking {
	t.state.Contact.Bookings = slices.DeleteFunc(t.state.Contact.Bookings, func(b Booking) bool { return b.ID == old.ID })
	b := old
	b.ID, b.Start, b.End = t.Paying().Hold, start.Unix(), start.Add(lengthOf(item)).Unix()
	b.Catalog, b.Item, b.Name = item.Field(catalogColumn).AsText(), item.Field("id").AsText(), item.Field("name").AsText()
	b.Changed, b.Reminded, b.Next, b.Over, b.Sent = old.Changed+1, 0, 0, false, false
	if old.Was != nil { // moved before that was settled
		t.work(Work{Stock: &StockJob{Op: StockReturn, Hold: old.Was.ID}})
	}
	b.Was = &Slot{ID: old.ID, Catalog: old.Catalog, Item: old.Item, Name: old.Name, Start: old.Start, End: old.End}
	t.keepBooking(b, item)
	t.event(Booked, t.step, b.Catalog+"."+b.Item)
	if kept, ok := t.Kept(b.Field); ok && kept.Value.Field(bookingColumn).AsText() == old.UID {
		t.Keep(b.Field, t.Worked(t.bookingValue(&b)))
	}
	return b
}

// BookedItem is the item of an appointment as the catalog has it now.
func (t *Turn) BookedItem(b Booking) (value.Value, bool) { return t.itemNow(b.Catalog, b.Item) }

// Unbook cancels an appointment: its time is free for others again.
func (t *Turn) Unbook(b Booking) {
	t.drop(b.ID)
	t.event(Unbooked, t.step, b.Catalog+"."+b.Item)
}

func (t *Turn) drop(id string) {
	b := t.bookingHeld(id)
	if b == nil || b.Over {
		return
	}
	if b.Was != nil { // its time is not given back yet
		t.work(Work{Stock: &StockJob{Op: StockReturn, Hold: b.Was.ID}})
		b.Was = nil
	}
	b.Over, b.Next = true, 0
	t.work(Work{Stock: &StockJob{Op: StockReturn, Hold: id}})
}

// bookingSold is told that a time is the customer's for good: the one before it is given back.
func (t *Turn) bookingSold(id string) {
	if b := t.bookingHeld(id); b != nil && b.Was != nil {
		t.work(Work{Stock: &StockJob{Op: StockReturn, Hold: b.Was.ID}})
		b.Was = nil
	}
}

// bookingGone is told that a time was taken by somebody else after all: its hold had ended. One that was to be moved stays where it was.
func (t *Turn) bookingGone(id string) Move {
	b := t.bookingHeld(id)
	if b == nil || b.Over {
		return Wait()
	}
	gone := t.bookingValue(b)
	if b.Was != nil {
		was := b.Was
		b.ID, b.Catalog, b.Item, b.Name, b.Start, b.End, b.Was, b.Reminded = was.ID, was.Catalog, was.Item, was.Name, was.Start, was.End, nil, 0
		t.remindNext(b)
	} else {
		b.Over, b.Next = true, 0
	}
	t.SayFormatted(t.Phrase("booking_gone", map[string]value.Value{"booking": gone}))
	return t.onWith(nil)
}

func (t *Turn) bookingHeld(id string) *Booking {
	i := slices.IndexFunc(t.state.Contact.Bookings, func(b Booking) bool { return b.ID == id })
	if i < 0 {
		return nil
	}
	return &t.state.Contact.Bookings[i]
}

// bookingValue is an appointment as expressions read it.
func (t *Turn) bookingValue(b *Booking) value.Value {
	item, ok := t.itemNow(b.Catalog, b.Item)
	if !ok {
		item = value.Record(map[string]value.Value{catalogColumn: value.Text(b.Catalog), "id": value.Text(b.Item), "name": value.Text(b.Name)})
	}
	return value.Record(map[string]value.Value{
		bookingColumn: value.Text(b.UID), "item": item, "start": value.DateTime(unix(b.Start)), "end": value.DateTime(unix(b.End)),
	})
}

// bookingNow gives a kept appointment as it is now; unknown where it was cancelled.
func (t *Turn) bookingNow(kept value.Value) value.Value {
	b := t.booking(kept.Field(bookingColumn).AsText())
	switch {
	case b == nil:
		return kept
	case b.Over:
		return value.Value{}
	}
	return t.bookingValue(b)
}

func (t *Turn) bookingValues() value.Value {
	var values []value.Value
	for _, b := range t.Bookings() {
		values = append(values, t.bookingValue(&b))
	}
	return value.List(values...)
}

// bookingType is what is known of an appointment.
func (c *compiler) bookingType() *value.Type {
	at := &value.Type{Base: value.TypeDateTime}
	return &value.Type{Base: value.TypeBooking, Fields: map[string]*value.Type{"start": at, "end": at, "item": c.anyItem}}
}
