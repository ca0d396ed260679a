package rehearsal

import "repartee/internal/console"

// did says what a turn came of, as talks write it: they: hello, tap: yes, after: 20h. former are the customer's turns before it.
func (t *turn) did(former []turn) string {
	if t.by.who == 0 {
		if len(former) == 0 {
			return "after"
		}
		return "after: " + lasts(t.at.Sub(former[len(former)-1].at))
	}
	return t.by.deed.did()
}

func (d deed) did() string {
	switch d.What {
	case says, edits, replies:
		return "they: " + d.Text
	case starts:
		if d.Text == "" {
			return "they: /start"
		}
		return "they: /start " + d.Text
	case presses:
		return "tap: " + d.On.Label
	case taps:
		return "tap: " + d.Text
	case sends:
		return sentAs(console.Attachment(d.Text))
	case reacts:
		return "react: " + d.Text
	case staffed:
		return "order: " + d.Text
	case pays:
		return "pay: " + d.paidHow()
	}
	return string(d.What)
}

// sentAs is what a talk calls something that was sent.
func sentAs(a console.Attachment) string {
	switch a {
	case console.Document:
		return "file"
	case console.Stranger:
		return "contact (somebody else's)"
	}
	return string(a)
}

// paidHow is a payment in the words of a talk.
func (d deed) paidHow() string {
	switch {
	case d.Payment.Declined:
		return "declined"
	case d.Payment.TooLate:
		return "expired"
	case d.Payment.Twice:
		return "twice"
	}
	return "paid"
}
