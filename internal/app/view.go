package app

import (
	"cmp"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"strings"

	"repartee/flows"
)

// view shows a state to staff.
type view struct {
	set      *flows.Set // nil: nobody knows what is personal
	personal bool       // is shown
}

func silent() *slog.Logger { return slog.New(slog.DiscardHandler) }

func (v view) standing(s *flows.State) *Standing {
	out := &Standing{Person: v.person(&s.Contact), Due: dueOf(s), Answers: v.answers(s)}
	for i := range s.Session.Frames {
		out.Flows = append(out.Flows, openOf(&s.Session.Frames[i], s.Session.Publication))
	}
	for _, aside := range s.Session.Aside {
		for i := range aside.Frames {
			open := openOf(&aside.Frames[i], s.Session.Publication)
			open.Until, open.Event = unix(aside.At), aside.Event
			out.Aside = append(out.Aside, open)
		}
	}
	for _, a := range s.Session.Asked {
		out.Asked = append(out.Asked, Asked{Serial: a.Serial, Flow: a.Flow, Step: a.Step, Chosen: a.Chosen != ""})
	}
	if cart := s.Session.Cart; cart != nil {
		for _, l := range cart.Lines {
			out.Cart = append(out.Cart, fmt.Sprintf("%d × %s", l.Quantity, l.StockKey()))
		}
	}
	for i := range s.Contact.Orders {
		o := &s.Contact.Orders[i]
		out.Orders = append(out.Orders, fmt.Sprintf("%s %s %s", o.Number, o.State, Amount(o.Totals.Total, o.Totals.Currency)))
	}
	return out
}

func (v view) person(c *flows.Contact) Person {
	p := Person{
		Name: strings.TrimSpace(c.FirstName + " " + c.LastName), Username: c.Username, Language: cmp.Or(c.Language, c.Telegram), Zone: c.Zone, Source: c.Source,
		Since: unix(c.Since), Heard: unix(c.Heard), OptedOut: unix(c.OptedOut), Blocked: unix(c.Blocked), Tags: c.Tags,
	}
	if !v.personal {
		p.Name, p.Username = masked(p.Name), masked(p.Username)
	}
	return p
}

func masked(text string) string {
	if text == "" {
		return ""
	}
	return "•••"
}

func openOf(f *flows.Frame, publication int) Open {
	return Open{Flow: f.Flow, Step: f.Step, Publication: cmp.Or(f.Publication, publication), Back: string(f.Back), Job: f.Job}
}

// answers are those that the customer has given for good, then those of the open flows.
func (v view) answers(s *flows.State) []Answer {
	out := v.answersOf(s.Contact.Fields, "")
	for i := range s.Session.Frames {
		f := &s.Session.Frames[i]
		out = append(out, v.answersOf(f.Fields, f.Flow)...)
	}
	return out
}

func (v view) answersOf(fields map[string]flows.Answer, run string) (out []Answer) {
	for name, a := range fields {
		shown := Answer{Field: name, Masked: v.masks(run, name), At: unix(a.At), Flow: a.Flow, How: howOf(a.How), Heard: a.How, Run: run}
		if !shown.Masked {
			if raw, err := json.Marshal(a.Value); err == nil {
				shown.Value = raw
			}
		}
		out = append(out, shown)
	}
	slices.SortFunc(out, func(a, b Answer) int { return cmp.Compare(a.Field, b.Field) })
	return out
}

// masks tells whether an answer is kept back. Of a field that is not declared nobody knows what it is; of free words, what they tell.
func (v view) masks(run, name string) bool {
	field := v.field(run, name)
	switch {
	case field == nil:
		return !v.personal
	case field.Secret:
		return true
	case v.personal:
		return false
	}
	return field.Personal || slices.Contains([]string{"text", "email", "phone", "location", "photo", "voice", "file", "list"}, field.Type)
}

func (v view) field(run, name string) *flows.Field {
	if v.set == nil {
		return nil
	}
	declared := v.set.Fields()
	if flow := v.set.Flow(run); flow != nil {
		declared = slices.Concat(flow.Fields, declared)
	}
	for _, f := range declared {
		if string(f.Name) == name {
			return f
		}
	}
	return nil
}

func howOf(how flows.How) string {
	switch how {
	case flows.Typed:
		return "typed"
	case flows.Pressed:
		return "pressed"
	case flows.Shared:
		return "shared"
	case flows.Sent:
		return "sent"
	case flows.Near:
		return "typed, nearly, and confirmed"
	case flows.Guessed:
		return "typed, and a model chose what it means"
	case flows.Worked:
		return "worked out"
	}
	return string(how)
}

// dueOf lists what comes by itself, the first in front.
func dueOf(s *flows.State) []Due {
	type moment struct {
		at   int64
		what string
	}
	var all []moment
	add := func(at int64, format string, args ...any) {
		if at != 0 {
			all = append(all, moment{at, fmt.Sprintf(format, args...)})
		}
	}
	for _, t := range s.Session.Timers {
		add(t.At, "the customer has been silent since question %d, reminders so far: %d", t.Serial, t.Round)
	}
	for _, a := range s.Session.Aside {
		add(a.At, "a wait is over")
	}
	for _, j := range s.Session.Jobs {
		add(j.Deadline, "deadline of job %s, tries left: %d", j.ID, j.Tries)
	}
	for _, w := range s.Contact.Works {
		add(w.At, "work for order %s is begun again, tries so far: %d", cmp.Or(w.Order, "-"), w.Tries)
	}
	for i := range s.Contact.Orders {
		add(s.Contact.Orders[i].Due(), "order %s is looked at", s.Contact.Orders[i].Number)
	}
	for _, b := range s.Contact.Bookings {
		add(b.Next, "reminder of an appointment of %s.%s", b.Catalog, b.Item)
	}
	if cart := s.Session.Cart; cart != nil {
		add(cart.Remind, "reminder of the cart")
	}
	add(s.Contact.Expires, "an answer is to be forgotten")
	slices.SortStableFunc(all, func(a, b moment) int { return cmp.Compare(a.at, b.at) })
	out := make([]Due, len(all))
	for i, m := range all {
		out[i] = Due{At: unix(m.at), What: m.what}
	}
	return out
}
