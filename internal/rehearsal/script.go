package rehearsal

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"repartee/flows"
	"repartee/flows/talk"
	"repartee/flows/value"
	"repartee/internal/console"
)

// script is the talk of one customer as a test, in the making.
type script struct {
	set  *flows.Set
	zone *time.Location
	talk talk.Talk
	at   time.Time // up to where the lines tell
	gap  time.Duration
}

// shortest is a pause that need not be told.
const shortest = time.Minute

// scriptOf writes the turns of a customer down. exact tells pauses to the second.
func scriptOf(w *world, p console.Phone, name string, exact bool) (*script, error) {
	set, zone := w.loaded.Set, w.loaded.Set.Zone()
	turns := w.record.of(p.Customer().ID)
	if len(turns) == 0 {
		return nil, &console.Refusal{Words: "There is nothing to be saved yet: say something first."}
	}
	s := &script{set: set, zone: zone, at: turns[0].at, gap: shortest}
	if exact {
		s.gap = time.Second
	}
	s.talk = talk.Talk{Name: strings.NewReplacer("_", " ", "-", " ").Replace(name), Given: talk.Given{Name: p.Customer().Name, Clock: s.at.In(zone).Format("2006-01-02T15:04"), Calls: stubsOf(set, turns)}}
	if language := languageOf(set, p.Customer().Language); language != set.Languages[0] {
		s.talk.Languages = []string{language}
	}
	for i := range turns {
		if err := s.turn(&turns[i]); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// languageOf is the language of the set for a customer with an app in another one.
func languageOf(set *flows.Set, app string) string {
	base, _, _ := strings.Cut(app, "-")
	if slices.Contains(set.Languages, base) {
		return base
	}
	return set.Languages[0]
}

func (s *script) line(t talk.Turn) { s.talk.Turns = append(s.talk.Turns, t) }

// turn writes what came about, and what the bot said to it.
func (s *script) turn(t *turn) error {
	if len(t.inputs) == 0 && len(t.texts) == 0 {
		return nil // the bot never heard of it
	}
	pause := t.at.Sub(s.at)
	byTime := t.by.who == 0 && slices.ContainsFunc(t.inputs, func(in flows.Input) bool { return in.What == flows.Wake })
	if byTime || pause >= s.gap {
		s.after(pause, byTime)
	}
	s.at = t.at
	if err := s.did(t); err != nil {
		return err
	}
	for _, text := range t.texts {
		s.line(talk.Turn{Bot: talk.InAll(text)})
	}
	return nil
}

// after lets time go by: at least as long as it took where something came by itself.
func (s *script) after(pause time.Duration, byTime bool) {
	unit := s.gap
	if byTime {
		pause += unit - 1
	}
	if pause /= unit; pause > 0 {
		s.line(talk.Turn{After: &flows.Duration{Span: pause * unit}})
	}
}

// did writes what the customer did, in the way that talks write it.
func (s *script) did(t *turn) error {
	if t.by.who != 0 && t.by.deed.What == pays {
		s.paid(&t.by.deed)
		return nil
	}
	for i := range t.inputs {
		in := &t.inputs[i]
		switch in.What {
		case flows.Message:
			s.line(talk.Turn{They: talk.InAll(in.Text)})
		case flows.Press:
			s.line(talk.Turn{Tap: &talk.Tap{Button: *talk.InAll(s.button(in.Data, &t.by.deed))}})
		case flows.Card:
			s.line(talk.Turn{Contact: in.Phone})
		case flows.Media:
			if err := s.media(in); err != nil {
				return err
			}
		case flows.Reacted:
			s.line(talk.Turn{React: in.Event})
		case flows.Happened:
			s.line(talk.Turn{Event: in.Event})
		case flows.Staffed:
			s.line(talk.Turn{Order: in.Event})
		}
	}
	return nil
}

func (s *script) media(in *flows.Input) error {
	switch in.Medium {
	case flows.Photo:
		s.line(talk.Turn{Photo: "photo"})
	case flows.Voice:
		s.line(talk.Turn{Voice: "voice"})
	case flows.File:
		s.line(talk.Turn{File: "letter.pdf"})
	case flows.Location:
		s.line(talk.Turn{Location: fmt.Sprintf("%g, %g", in.Spot.Latitude, in.Spot.Longitude)})
	default:
		return &console.Refusal{Words: "A " + string(in.Medium) + " cannot be written into a test. Take it back, and save the talk then."}
	}
	return nil
}

func (s *script) paid(d *deed) {
	how := talk.PayTurn{How: talk.PayPaid, Country: d.Payment.To.Country, PostCode: d.Payment.To.PostCode, Way: d.Payment.Way}
	if d.Payment.Tip > 0 {
		how.Tip = fmt.Sprint(flows.Plain(value.NumberOf(value.Money(d.Payment.Tip, s.set.Currency))))
	}
	switch {
	case d.Payment.Declined:
		how.How = talk.PayDeclined
	case d.Payment.TooLate:
		how.How = talk.PayExpired
	}
	s.line(talk.Turn{Pay: &how})
	if d.Payment.Twice {
		s.line(talk.Turn{Pay: &talk.PayTurn{How: talk.PayTwice}})
	}
}

// button names a button by the id of what it means, which is the same in all languages; else by its label.
func (s *script) button(data string, d *deed) string {
	for _, way := range s.set.Ways() {
		if id, option := strings.CutPrefix(way.Name, "option "); option && flows.Means(data, id) {
			return id
		}
	}
	for _, catalog := range s.set.Catalogs() {
		for _, id := range catalog.IDs() {
			if flows.Means(data, id) {
				return id
			}
		}
	}
	for _, id := range []string{"yes", "no", "skip", "back", "why", "done", "keep"} {
		if flows.Means(data, id) {
			return id
		}
	}
	if d.On != nil && d.On.Label != "" {
		return d.On.Label
	}
	return data
}
