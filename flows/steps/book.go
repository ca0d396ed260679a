package steps

import (
	"repartee/flows"
	"repartee/flows/value"
)

// Book finds a free time with the customer and makes an appointment of it; or it moves one to another time, or cancels it.
type Book struct {
	flows.Question `yaml:",inline"`
	flows.Listing  `yaml:",inline"`
	Book           flows.BookChange `yaml:"book,required" doc:"The field that keeps the appointment: .start .end .item; or {change: appointment}, {cancel: appointment}."`
	Text           flows.Text       `yaml:"text" doc:"The question for the day; without it a plain one."`
	Label          flows.Label      `yaml:"label" doc:"What the button of each item says; without it the item's name."`
	Ahead          flows.Duration   `yaml:"ahead" doc:"How far ahead times are offered; without it 60 days."`
	Remind         []flows.Reminder `yaml:"remind" doc:"What is said before the appointment, as [{before: 24h, text: Until tomorrow!}]."`
	None           flows.Target     `yaml:"none" doc:"Where the talk goes on when nothing is free, or there is no appointment to change or cancel; without it with the next step."`

	item *value.Type
}

// Name is the field's, with what is done to it.
func (b *Book) Name() string {
	switch {
	case b.Book.Change != nil:
		return "change_" + b.Book.Change.Name
	case b.Book.Cancel != nil:
		return "cancel_" + b.Book.Cancel.Name
	}
	return b.Book.Field.Name
}

// field is the one that keeps the appointment.
func (b *Book) field() flows.FieldName {
	switch {
	case b.Book.Change != nil:
		return *b.Book.Change
	case b.Book.Cancel != nil:
		return *b.Book.Cancel
	}
	return b.Book.Field
}

// Source is where the items come from; nil where an appointment is changed.
func (b *Book) Source() *flows.Listing { return sourceOf(&b.Listing) }

// Declares gives the field that keeps the appointment.
func (b *Book) Declares() *flows.Field {
	if b.Book.Field.Name == "" {
		return nil
	}
	return &flows.Field{Ref: b.Book.Field.Ref, Name: flows.ID(b.Book.Field.Name), Type: "booking"}
}

// Sets is the field.
func (b *Book) Sets() []string { return []string{b.field().Name} }

// bookDone is the outcome that there is an appointment, at another time, or none any more.
const bookDone = "done"

// Outcomes is that it is done.
func (b *Book) Outcomes() []string { return []string{bookDone} }

// Reminders are what is said before the appointment.
func (b *Book) Reminders() []flows.Reminder { return b.Remind }

// Check settles the source.
func (b *Book) Check(k *flows.Checker) {
	ways := 0
	for _, written := range []bool{b.Book.Field.Name != "", b.Book.Change != nil, b.Book.Cancel != nil} {
		if written {
			ways++
		}
	}
	switch {
	case ways != 1:
		k.Fail(b.Book.Ref, "two-ways", "write `book: appointment`, `book: {change: appointment}` or `book: {cancel: appointment}`", "a step does one thing with an appointment")
	case b.Book.Field.Name != "":
		needsSource(k, &b.Listing, b.Book.Ref, "book")
	case b.From.Name != "":
		k.Fail(b.From.Ref, "key-unused", "leave out `from`", "the item is that of the appointment")
	default:
		k.Booked(b.field())
	}
	b.item = k.Listing(&b.Listing)
	if b.item != nil {
		k.Bookable(&b.Listing)
	}
}

// Run begins with the item; or with the appointment that is there. What was booked in this run is not booked again after an earlier answer was changed.
func (b *Book) Run(t *flows.Turn) flows.Move {
	if t.Finished() {
		return flows.Next()
	}
	t.PayingOver()
	if _, ok := t.BookingOf(b.field().Name); !ok && b.Book.Field.Name == "" {
		return t.To(&b.None)
	}
	return b.proceed(t)
}

// talk is the search for a time, as this step leads it.
func (b *Book) talk() finding {
	return finding{text: &b.Text, label: &b.Label, ahead: b.Ahead, typ: b.item, items: b.items}
}

// items are those that can be booked; of an appointment that is changed its own.
func (b *Book) items(t *flows.Turn) []value.Value {
	if b.Book.Field.Name != "" {
		return t.List(&b.Listing)
	}
	booking, ok := t.BookingOf(b.field().Name)
	if !ok {
		return nil
	}
	if item, ok := t.BookedItem(booking); ok {
		return []value.Value{item}
	}
	return nil
}

// proceed asks for what is still open.
func (b *Book) proceed(t *flows.Turn) flows.Move {
	if b.Book.Cancel != nil {
		return t.Ask(b)
	}
	if !b.talk().settle(t) {
		t.PayingOver()
		if !b.None.Written() {
			t.SayPhrase("book_none")
		}
		return t.To(&b.None)
	}
	return t.Ask(b)
}

// Offer asks for the item, the day or the time; or whether the appointment is to be cancelled.
func (b *Book) Offer(t *flows.Turn) flows.Offer {
	if b.Book.Cancel == nil {
		return b.talk().offer(t)
	}
	booking, ok := t.BookingOf(b.field().Name)
	if !ok {
		return flows.Offer{}
	}
	return askCancel(t, booking)
}

// Reads understands a day and a time in the customer's words.
func (b *Book) Reads(t *flows.Turn, words string) (flows.Choice, bool) {
	if b.Book.Cancel != nil {
		return flows.Choice{}, false
	}
	return b.talk().reads(t, words)
}

// Back goes one question back.
func (b *Book) Back(t *flows.Turn) bool { return b.Book.Cancel == nil && b.talk().back(t) }

// Take goes on with what was chosen. A time that is chosen is held first: somebody else may have taken it.
func (b *Book) Take(t *flows.Turn, r flows.Reply) flows.Move {
	if r.Skipped {
		t.PayingOver()
		return flows.Next()
	}
	if b.Book.Cancel != nil {
		return b.cancelled(t, r)
	}
	if item, start, ok := b.talk().take(t, r); ok {
		return t.HoldTime(item, start)
	}
	return b.proceed(t)
}

func (b *Book) cancelled(t *flows.Turn, r flows.Reply) flows.Move {
	if booking, ok := t.BookingOf(b.field().Name); ok && r.Value.AsBool() {
		cancel(t, booking)
		t.Came(bookDone)
		t.Finish()
	}
	return flows.Next()
}

// Resume makes the appointment when its time is held.
func (b *Book) Resume(t *flows.Turn, r flows.Ending) flows.Move {
	item, start, ok := b.talk().held(t, r)
	if !ok {
		return b.proceed(t)
	}
	var made flows.Booking
	if old, changes := t.BookingOf(b.field().Name); changes && b.Book.Change != nil {
		made = t.Rebook(old, item, start)
	} else {
		made = t.Book(b.Book.Field.Name, item, start)
	}
	tellBooked(t, made)
	t.PayingOver()
	t.Came(bookDone)
	t.Finish()
	return flows.Next()
}
