package flows

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"repartee/flows/shop"
	"repartee/flows/value"
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

// heardChoice notes a choice that was typed as it is written. One that is not an option of the author's may be labelled with what the customer told.
func (t *Turn) heardChoice(q *open, choice Choice, words string) {
	if choice.Option != nil || q.offer.Many {
		t.heardSay(words)
		return
	}
	t.heardPress(choice)
}

// heardRead notes words that a kind reads by itself, as times are: as a press, or as they are where the choice has no button.
func (t *Turn) heardRead(q *open, choice Choice, words string) {
	if t.noted == nil {
		return
	}
	if _, ok := t.offered(q, hashID(choice.ID)); ok {
		t.heardPress(choice)
		return
	}
	t.heardSay(words)
}

// heardPress notes a choice as a press on its button.
func (t *Turn) heardPress(choice Choice) {
	if t.noted == nil {
		return
	}
	in := &t.noted.Input
	in.What, in.Text, in.Press, in.Data = Press, "", "press", buttonData(t.frame().Serial, choice.ID)
}

// heardNear notes words that are nearly an answer, where these cannot tell of the customer.
func (t *Turn) heardNear(q *open, words string) {
	if t.noted != nil && !private(t.set.field(t.flowID(), q.offer.Field), readAs(q)) {
		t.heardSay(words)
	}
}

// heardSay notes words that mean the same as the customer's: those of the bot's author, or a command.
func (t *Turn) heardSay(words string) {
	if t.noted != nil {
		t.noted.Input.Text = words
	}
}

// heardCommand notes a command. What stands behind it is kept where it is a link of the author's.
func (t *Turn) heardCommand(name, argument string) {
	if t.noted == nil {
		return
	}
	words := "/" + unheard
	known := []string{commandStart, commandRestart, commandMenu, commandBack, commandCancel}
	if slices.Contains(known, name) || t.set.command(name) != nil {
		words = "/" + name
	}
	if name == commandWhy {
		words = t.in.Text // the bot's own word for it
	}
	if linked := slices.ContainsFunc(t.set.linked, func(f *Flow) bool { _, ok := matchLink(f.Start.Link, argument); return ok }); linked {
		words += " " + argument
	}
	t.heardSay(words)
}

// heardStart notes what customers say for what was understood.
func (t *Turn) heardStart(u Understood) {
	if t.noted == nil || t.in.What != Message {
		return
	}
	if u.Exact { // they are the author's
		t.heardSay(t.in.Text)
		return
	}
	var words []string
	if u.entry != nil {
		words = t.set.AskedIn(u.entry, t.locale.Language)
	} else {
		words = t.set.StartWords(u.flow, t.locale.Language)
	}
	if len(words) > 0 {
		t.heardSay(words[0])
	}
}

// heardValue notes the answer to a question.
func (t *Turn) heardValue(q *open, v value.Value, words string) {
	if t.noted == nil {
		return
	}
	typ := readAs(q)
	field := t.set.field(t.flowID(), q.offer.Field)
	if !private(field, typ) {
		if typed := value.Format(v, typ, t.locale); readsAs(typ, typed, v, t.locale) {
			words = typed
		}
		t.heardSay(words)
		return
	}
	stand := t.standIn(t.state.Contact.Key, field, v)
	if typ.Base == value.TypeText || readsAs(typ, value.Format(stand, typ, t.locale), stand, t.locale) {
		t.heardSay(value.Format(stand, typ, t.locale))
	}
}

func readsAs(typ *value.Type, words string, v value.Value, loc value.Locale) bool {
	read, misread := value.Read(typ, words, loc)
	return misread == nil && value.Equal(read, v)
}

// private tells of an answer that is not kept as it is.
func private(field *Field, typ *value.Type) bool {
	if typ == nil {
		return true
	}
	switch typ.Base {
	case value.TypeText, value.TypeEmail, value.TypePhone, value.TypeLocation, value.TypePhoto, value.TypeVoice, value.TypeFile, value.TypeAny:
		return true
	case value.TypeOneOf, value.TypeManyOf, value.TypeYesNo, value.TypeConsent, value.TypeRating, value.TypeItem:
		return false // what the author has written, or a yes or no: it decides where the talk goes
	}
	return field != nil && (field.Personal || field.Secret)
}

// standIn replaces what tells of a customer by something of the same type. A field that nobody knows is taken for free words.
func (t *Turn) standIn(key string, field *Field, v value.Value) value.Value {
	var typ *value.Type
	if field != nil {
		typ = field.typ
	}
	if !private(field, typ) {
		if v.Kind() == value.KindRecord && itemKey(v) == "" {
			return value.Value{}
		}
		return v
	}
	switch v.Kind() {
	case value.KindText:
		return value.Text(standInWords(key, typ, v.AsText()))
	case value.KindDate:
		at := v.AsTime()
		sum := digest(key, at.Format(time.DateOnly))
		return value.Date(at.Year(), time.Month(1+sum[0]%12), 1+int(sum[1]%28))
	case value.KindList:
		var items []value.Value
		for _, item := range v.AsList() {
			items = append(items, t.standIn(key, nil, item))
		}
		return value.List(items...)
	case value.KindNumber:
		return value.Number(leading(v.AsNumber()))
	case value.KindMoney:
		minor, currency := v.AsMoney()
		return value.Money(leading(minor), currency)
	}
	return value.Value{}
}

// leading is a number with its first digit only.
func leading(n int64) int64 {
	unit := int64(1)
	for m := max(n, -n); m >= 10; m /= 10 {
		unit *= 10
	}
	return n / unit * unit
}

func standInWords(key string, typ *value.Type, words string) string {
	if typ == nil {
		return standInText(key, words)
	}
	switch typ.Base {
	case value.TypeEmail:
		return strings.ToLower(standInText(key, "customer")) + "@example.com"
	case value.TypePhone:
		return standInPhone(key + words)
	case value.TypePhoto, value.TypeVoice, value.TypeFile:
		return "file"
	}
	return standInText(key, words)
}

// standInPhone is a number of those that are reserved for films: https://www.bundesnetzagentur.de
func standInPhone(of string) string {
	sum := digest(of, "phone")
	return "+4930231250" + string(rune('0'+sum[0]%10)) + string(rune('0'+sum[1]%10))
}

// standInText puts another letter in the place of each letter, and another digit in the place of each digit, so that what has to look in some way still does.
func standInText(key, words string) string {
	sum := digest(key, words)
	next, n := sum, 0
	var b strings.Builder
	for _, r := range words {
		if n == len(next) {
			next, n = sha256.Sum256(next[:]), 0
		}
		random := rune(next[n])
		n++
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune('0' + random%10)
		case r >= 'A' && r <= 'Z':
			b.WriteRune('A' + random%26)
		case r >= 'a' && r <= 'z':
			b.WriteRune('a' + random%26)
		case r > 127:
			b.WriteRune('x')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func digest(key, words string) [32]byte {
	var size [8]byte
	binary.BigEndian.PutUint64(size[:], uint64(len(key)))
	return sha256.Sum256(append(append(size[:], key...), words...))
}
