package flows

import (
	"encoding/json"
	"slices"
	"time"

	"repartee/flows/shop"
)

// Heard is an input as it was understood, so that the conversation can be played again: without the customer's name, without his words, and with stand-ins for what
// he told of himself. The same value of the same customer has the same stand-in, and it reads as the same type.
type Heard struct {
	Who         string `json:"who"`             // the customer's pseudonym
	Publication int    `json:"pub"`             // of the files that the turn ran on
	Input       Input  `json:"in"`              // its Order and Job are left out: they are others when it is played again
	Order       int    `json:"order,omitempty"` // which of the contact's orders it is about, from 1, the newest first
	Job         int    `json:"job,omitempty"`   // which of the session's jobs it is the result of, from 1; below zero, which of the contact's works
	Given       *State `json:"given,omitempty"` // what was known of the customer, where a conversation begins

	Out map[string]int64 `json:"out,omitempty"` // of Facts.Stock, what was not to be had; left out where that is very much
}

// mostOut is how much of the stock is noted that is not to be had.
const mostOut = 64

// unheard are words that nothing understands, in the place of such.
const unheard = "xqzv"

// newHeard begins to note what the turn is about. The words are those that are understood later, see say.
func (t *Turn) newHeard(before State) *Heard {
	h := &Heard{Publication: t.publication, Input: t.in}
	in := &h.Input
	in.From, in.Text, in.Caption, in.FileID, in.Phone = Person{Language: t.in.From.Language}, "", "", "", ""
	in.ID, in.Seed, in.Me, in.Order, in.Job, in.Kept, in.Approved, in.Failed = "", [16]byte{}, "", "", "", nil, nil, ""
	for _, name := range []struct{ from, to *string }{{&t.in.From.FirstName, &in.From.FirstName}, {&t.in.From.LastName, &in.From.LastName}, {&t.in.From.Username, &in.From.Username}} {
		if *name.from != "" {
			*name.to = "Alex"
		}
	}
	switch t.in.What {
	case Message:
		in.Text = unheard
	case Card:
		in.Phone = standInPhone("")
	case Media:
		in.FileID = "file"
	case Staffed:
		if t.in.Text != "" {
			in.Text = "A note."
		}
	}
	if t.in.Press != "" {
		in.Press = "press"
	}
	if t.in.Failed != "" {
		in.Failed = "failed"
	}
	if t.in.Album != "" {
		in.Album = standInText(before.Contact.Key, t.in.Album)
	}
	if t.in.Spot != nil {
		in.Spot = &Spot{Latitude: float64(int(t.in.Spot.Latitude)), Longitude: float64(int(t.in.Spot.Longitude))}
	}
	in.Result = t.heardResult(&before)
	h.refer(&before, &t.in)
	h.pay(&t.in)
	for key, left := range t.facts.Stock {
		if left > 0 {
			continue
		}
		if h.Out == nil {
			h.Out = map[string]int64{}
		}
		if h.Out[key] = left; len(h.Out) > mostOut {
			h.Out = nil
			break
		}
	}
	if t.beginsConversation(&before) {
		h.Given = t.knownOf(&before)
	}
	return h
}

// refer says which order and which job of the state an input is about.
func (h *Heard) refer(before *State, in *Input) {
	if i := slices.IndexFunc(before.Contact.Orders, func(o shop.Order) bool { return o.Number == in.Order }); in.Order != "" && i >= 0 {
		h.Order = len(before.Contact.Orders) - i
	}
	if i := slices.IndexFunc(before.Session.Jobs, func(o Open) bool { return o.ID == in.Job }); in.Job != "" && i >= 0 {
		h.Job = i + 1
	} else if i := slices.IndexFunc(before.Contact.Works, func(w Work) bool { return w.ID == in.Job }); in.Job != "" && i >= 0 {
		h.Job = -i - 1
	}
}

// pay leaves of a payment what it came to.
func (h *Heard) pay(in *Input) {
	if in.Money == nil {
		return
	}
	money := Money{Way: in.Money.Way, Own: in.Money.Own, Charge: shop.Charge{ID: "charge", Amount: in.Money.Charge.Amount, Currency: in.Money.Charge.Currency}}
	if a := in.Money.Address; a != nil {
		money.Address = &shop.Address{Name: "Alex", Country: a.Country, City: "City", Line1: "Street 1", PostCode: "00000"}
	}
	h.Input.Money = &money
}

// beginsConversation tells of a word with which a visit begins while the customer is in the middle of nothing.
func (t *Turn) beginsConversation(before *State) bool {
	s, c := &before.Session, &before.Contact
	if !t.in.Customer() || len(s.Frames)+len(s.Aside)+len(s.Jobs)+len(c.Works) > 0 || s.Cart != nil {
		return false
	}
	return c.Visits == 0 || t.in.At.Unix()-c.Heard > int64(visitGap/time.Second)
}

// given is what is known of a customer, as far as flows may ask for it.
func (t *Turn) knownOf(before *State) *State {
	c := &before.Contact
	given := State{Format: stateFormat, Contact: Contact{
		Key: c.Key, Telegram: c.Telegram, Language: c.Language, Zone: c.Zone, Tags: c.Tags, Since: c.Since, Heard: c.Heard, Visits: c.Visits, OptedOut: c.OptedOut,
		Varied: c.Varied, Arms: c.Arms, Chosen: c.Chosen, Vouchers: c.Vouchers, Expires: c.Expires,
	}}
	for name, answer := range c.Fields {
		if given.Contact.Fields == nil {
			given.Contact.Fields = map[string]Answer{}
		}
		answer.Value, answer.Words = t.standIn(c.Key, t.set.fields[name], answer.Value), ""
		given.Contact.Fields[name] = answer
	}
	for i := range c.Orders {
		o := &c.Orders[i]
		given.Contact.Orders = append(given.Contact.Orders, shop.Order{
			Number: o.Number, State: o.State, At: o.At, Expires: o.Expires, Changed: o.Changed, Lines: o.Lines, Totals: o.Totals, Method: o.Method, Payment: o.Payment, Flow: o.Flow, Step: o.Step,
		})
	}
	given.Contact.Bookings = c.Bookings
	given.Session.Last = before.Session.Last
	return &given
}

// tellHeard puts what was heard in front of the events.
func (t *Turn) tellHeard() {
	if t.noted == nil {
		return
	}
	t.noted.Who = t.state.Contact.Key
	if t.noted.Given != nil {
		t.noted.Given.Contact.Key = t.noted.Who
	}
	t.events = slices.Insert(t.events, 0, Event{Name: Recorded, Heard: t.noted})
}

// heardResult leaves of what a job gave what does not tell of the customer.
func (t *Turn) heardResult(before *State) []byte {
	i := slices.IndexFunc(before.Session.Jobs, func(o Open) bool { return o.ID == t.in.Job })
	if len(t.in.Result) == 0 || i < 0 || before.Session.Jobs[i].Words != "" || before.Session.Jobs[i].Stock != nil {
		return t.in.Result // of the stock, or a model: numbers, and ids of the author's
	}
	if before.Session.Jobs[i].Order != "" {
		return []byte(`{"url":"https://t.me/$invoice"}`)
	}
	body, _ := t.resting(t.in.Job)
	calling, ok := body.(Calling)
	var given map[string]json.RawMessage
	if !ok || json.Unmarshal(t.in.Result, &given) != nil {
		return nil
	}
	call, _ := calling.Calls()
	for name, raw := range given {
		field := call.gives[name]
		if field == nil {
			delete(given, name)
			continue
		}
		var words string
		if private(field, field.typ) {
			_ = json.Unmarshal(raw, &words) // what is no text is left empty
			given[name], _ = json.Marshal(standInWords(before.Contact.Key, field.typ, words))
		}
	}
	left, _ := json.Marshal(given) // it was read from JSON
	return left
}
