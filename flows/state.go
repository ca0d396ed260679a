package flows

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"repartee/flows/shop"
	"repartee/flows/value"
)

// State is all that is known of one contact: where the talk stands and who it is. It is one value with one JSON form; a turn never changes the one it is given.
type State struct {
	Format  int     `json:"f"` // of this JSON, see stateFormat
	Contact Contact `json:"c"`
	Session Session `json:"s"`
}

const stateFormat = 2 // until 1, askings were objects

// Contact is a person, with what stays across conversations.
type Contact struct {
	Key       string            `json:"key,omitempty"` // a random pseudonym, for numbers and reports
	FirstName string            `json:"first,omitempty"`
	LastName  string            `json:"last,omitempty"`
	Username  string            `json:"user,omitempty"`
	Telegram  string            `json:"tl,omitempty"`   // the language Telegram tells
	Language  string            `json:"lang,omitempty"` // chosen by /language
	Zone      string            `json:"zone,omitempty"` // the time zone the customer is in; "" the bot\'s
	Fields    map[string]Answer `json:"fields,omitempty"`
	Tags      []string          `json:"tags,omitempty"`
	Source    string            `json:"src,omitempty"`   // the payload of the first deep link; "referral" for one that a customer shared
	Referrer  string            `json:"ref,omitempty"`   // the referral code of the customer who shared it
	Since     int64             `json:"since,omitempty"` // first contact, Unix seconds
	Heard     int64             `json:"heard,omitempty"` // last word, Unix seconds
	Visits    int               `json:"visits,omitempty"`
	OptedOut  int64             `json:"out,omitempty"`     // /stop, Unix seconds
	Blocked   int64             `json:"blocked,omitempty"` // cannot be reached since, Unix seconds
	Varied    map[string]int    `json:"vary,omitempty"`    // how often each varied text was said
	Arms      map[string]string `json:"arms,omitempty"`    // of each split, by "flow.step": the arm that this customer gets
	Chosen    []string          `json:"chosen,omitempty"`  // the last items chosen, as "catalog.item"
	Orders    []shop.Order      `json:"orders,omitempty"`  // what was ordered, the oldest first; see ordersKept
	Vouchers  map[string]int    `json:"vouch,omitempty"`   // how often each voucher was used, by its code
	Bookings  []Booking         `json:"books,omitempty"`   // appointments, in the order they were made
	Works     []Work            `json:"works,omitempty"`   // what is to be done outside whatever becomes of the talk
	Expires   int64             `json:"expires,omitempty"` // when the first field is to be forgotten, Unix seconds
}

const chosenKept = 20

// Session is where the talk stands: the open flows, the one spoken in last, and what of it can still be pressed or is still to come.
type Session struct {
	Frames   []Frame `json:"frames,omitempty"`
	Serial   int     `json:"serial,omitempty"` // of the last asking
	Asked    []Asked `json:"asked,omitempty"`  // the last askings that had buttons, oldest first
	Timers   []Timer `json:"timers,omitempty"`
	Keyboard bool    `json:"kb,omitempty"` // a reply keyboard is shown

	Publication int     `json:"pub,omitempty"`   // of the files that this session keeps to while it is in flows that drain
	Last        int     `json:"last,omitempty"`  // publication of the files that it ran on last
	Aside       []Aside `json:"aside,omitempty"` // flows that wait and let the customer talk of other things
	Jobs        []Open  `json:"jobs,omitempty"`  // what is being done outside
	Album       string  `json:"album,omitempty"` // the group of pictures that answered a question; "!" before one that answered none
	Spoke       int64   `json:"spoke,omitempty"` // when the bot last spoke first, Unix seconds
	Hold        string  `json:"hold,omitempty"`  // of a time that the customer is about to book
	Held        string  `json:"held,omitempty"`  // what that is, by the key of the stock
	Cart        *Cart   `json:"cart,omitempty"`  // what the customer means to buy; nil: nothing
}

// Aside is a flow, with those that called it, that waits for a time or an event.
type Aside struct {
	Frames []Frame `json:"frames"`
	At     int64   `json:"at,omitempty"`    // when the wait is over, Unix seconds; 0: only the event ends it
	Event  string  `json:"event,omitempty"` // that ends it before
}

// Open is a job whose result is awaited.
type Open struct {
	ID       string `json:"id"`
	Deadline int64  `json:"until,omitempty"` // Unix seconds; 0: it is done
	Tries    int    `json:"tries,omitempty"` // that are left
	Words    string `json:"words,omitempty"` // of a model's job: what the customer said
	Result   []byte `json:"res,omitempty"`   // what came, while the customer talks of something else
	Failed   bool   `json:"fail,omitempty"`  // nothing came

	Stock *StockJob `json:"stock,omitempty"` // where it is work on the stock
	Order string    `json:"order,omitempty"` // where a link to this order's invoice is made
}

// Frame is one open flow.
type Frame struct {
	Flow     string            `json:"flow"`
	Step     string            `json:"step,omitempty"` // the step it rests at
	Back     Back              `json:"back,omitempty"`
	Link     string            `json:"link,omitempty"`
	Fields   map[string]Answer `json:"fields,omitempty"`
	Goals    []string          `json:"goals,omitempty"`
	Won      bool              `json:"won,omitempty"`    // the flow's goal was counted
	Serial   int               `json:"serial,omitempty"` // of the open question's asking; 0: it rests at no question
	Tries    int               `json:"tries,omitempty"`
	Reopened bool              `json:"re,omitempty"`     // the question was gone back to: its old answer is offered
	Picked   []string          `json:"picked,omitempty"` // of a many_of question: what is ticked so far
	Later    []string          `json:"later,omitempty"`  // questions answered in this run that lie behind one that was gone back to
	Trail    []string          `json:"trail,omitempty"`  // the questions answered in this run, in order

	Silent  []string       `json:"silent,omitempty"` // questions of the trail that were not put, since their answer is known
	Confirm bool           `json:"conf,omitempty"`   // what is remembered was told, and whether it still holds is asked
	Near    *Answer        `json:"near,omitempty"`   // what was most likely meant; "Did you mean ...?" is asked
	Page    string         `json:"page,omitempty"`   // of the open question's buttons or cards
	Rounds  map[string]int `json:"rounds,omitempty"` // of each repeat that is under way, by its step
	Job     string         `json:"job,omitempty"`    // that the flow rests for
	Event   string         `json:"event,omitempty"`  // that a wait ended with; "" for its time

	Passed map[string]string `json:"passed,omitempty"` // waits and calls that are over, with what was given to them
	Called []Run             `json:"called,omitempty"` // runs of other flows that have ended, to go back into

	Came []Run `json:"came,omitempty"` // the run that jumped here, to go back into

	Paying *Paying `json:"pay,omitempty"` // how far an order has come at a `pay`, or an appointment at a `book`

	Publication int `json:"pub,omitempty"` // that it began with, of a flow that begins anew when its files change
}

// Run is a run of another flow that a step called.
type Run struct {
	Step  string `json:"step"`
	Frame Frame  `json:"frame"`
}

const (
	calledKept = 4
	jumpsKept  = 3
)

// Back says where the talk goes on when the flow above has ended.
type Back string

// The values of Back. A frame whose Back is BackNone ends the talk with its own end.
const (
	BackNone Back = ""
	BackNext Back = "next" // called by a step: on to the step after it
	BackAsk  Back = "ask"  // an excursion: the open question is asked again
	BackTalk Back = "talk" // an interruption: as BackAsk, after a returning text
)

// Timer is something that comes by itself.
type Timer struct {
	At     int64 `json:"at"`              // Unix seconds
	Serial int   `json:"serial"`          // of the asking that it waits on
	Round  int   `json:"round,omitempty"` // how many reminders were sent
}

// Answer is a kept answer with its source. In JSON it is [value, time, flow, how, words, publication], the end left out where empty.
type Answer struct {
	Value value.Value
	At    int64  // Unix seconds
	Flow  string // where it was given
	How   How
	Words string // as typed, where they differ from the value; of a consent what it was given to

	Publication int // of the flow's files
}

// How tells how an answer came about.
type How string

// The values of How.
const (
	Typed   How = "t"
	Pressed How = "p"
	Shared  How = "s" // a contact card
	Sent    How = "f" // a picture, a file, a place
	Near    How = "n" // typed, nearly; confirmed by the customer
	Guessed How = "m" // typed; a model chose what it means
	Worked  How = "w" // by a set, with or take
)

// MarshalJSON writes the short array.
func (a Answer) MarshalJSON() ([]byte, error) { return a.appendJSON(nil), nil }

// UnmarshalJSON reads the short array.
func (a *Answer) UnmarshalJSON(data []byte) error {
	parts := []any{&a.Value, &a.At, &a.Flow, &a.How, &a.Words, &a.Publication}
	if err := json.Unmarshal(data, &parts); err != nil {
		return fmt.Errorf("read an answer: %w", err)
	}
	return nil
}

// Encode gives the JSON of the state, for a store.
func (s State) Encode() ([]byte, error) {
	s.Format = stateFormat
	const usual, perAnswer = 1024, 64 // bytes; more is made room for where needed
	return s.appendJSON(make([]byte, 0, usual+perAnswer*len(s.Contact.Fields))), nil
}

// ErrNewer says that a newer version of the program wrote a state.
var ErrNewer = errors.New("a newer version of the program wrote it")

// DecodeState reads what Encode wrote. No bytes are a new contact. Of a format that this program does not know the error is ErrNewer, whatever else is in it.
func DecodeState(data []byte) (State, error) {
	if len(data) == 0 {
		return State{Format: stateFormat}, nil
	}
	s, ok := readState(data)
	var err error
	if !ok {
		s = State{}
		err = json.Unmarshal(data, &s)
	}
	if s.Format > stateFormat {
		return State{}, fmt.Errorf("read a state of format %d: %w", s.Format, ErrNewer)
	}
	if err != nil {
		return State{}, fmt.Errorf("read a state: %w", err)
	}
	return s, nil
}

// Wake is when the state next has something to do by itself; the zero time for never.
func (s State) Wake() time.Time {
	first := s.Contact.Expires
	earlier := func(at int64) {
		if at != 0 && (first == 0 || at < first) {
			first = at
		}
	}
	for _, timer := range s.Session.Timers {
		earlier(timer.At)
	}
	for _, aside := range s.Session.Aside {
		earlier(aside.At)
	}
	for _, job := range s.Session.Jobs {
		earlier(job.Deadline)
	}
	for i := range s.Contact.Orders {
		earlier(s.Contact.Orders[i].Due())
	}
	for _, work := range s.Contact.Works {
		earlier(work.At)
	}
	for i := range s.Contact.Bookings {
		earlier(s.Contact.Bookings[i].Next)
	}
	if cart := s.Session.Cart; cart != nil {
		earlier(cart.Remind)
	}
	return unix(first)
}

// Place is where the talk stands: the flow and the step that is open, both "" where nothing is.
func (s State) Place() (flow, step string) {
	if len(s.Session.Frames) == 0 {
		return "", ""
	}
	top := s.Session.Frames[len(s.Session.Frames)-1]
	return top.Flow, top.Step
}

// clone copies all that a turn may change, so that the state it was given stays as it is; but for the customer's fields, see Turn.ownFields.
func (s State) clone() State {
	s.Format = stateFormat
	s.Contact.Tags = slices.Clone(s.Contact.Tags)
	s.Contact.Varied = maps.Clone(s.Contact.Varied)
	s.Contact.Arms = maps.Clone(s.Contact.Arms)
	s.Contact.Chosen = slices.Clone(s.Contact.Chosen)
	s.Contact.Orders = cloneOrders(s.Contact.Orders)
	s.Contact.Vouchers = maps.Clone(s.Contact.Vouchers)
	s.Contact.Bookings = slices.Clone(s.Contact.Bookings)
	s.Contact.Works = slices.Clone(s.Contact.Works)
	s.Session.Cart = s.Session.Cart.clone()
	s.Session.Frames = cloneFrames(s.Session.Frames)
	s.Session.Asked = cloneToGrow(s.Session.Asked)
	s.Session.Timers = slices.Clone(s.Session.Timers)
	s.Session.Aside = slices.Clone(s.Session.Aside)
	for i := range s.Session.Aside {
		s.Session.Aside[i].Frames = cloneFrames(s.Session.Aside[i].Frames)
	}
	s.Session.Jobs = slices.Clone(s.Session.Jobs)
	return s
}

// cloneToGrow copies a list that a turn mostly adds one to.
func cloneToGrow[T any](list []T) []T {
	if list == nil {
		return nil
	}
	return append(make([]T, 0, len(list)+1), list...)
}

func cloneFrames(frames []Frame) []Frame {
	frames = slices.Clone(frames)
	for i := range frames {
		frame := &frames[i]
		frame.Fields = maps.Clone(frame.Fields)
		frame.Goals = slices.Clone(frame.Goals)
		frame.Picked = slices.Clone(frame.Picked)
		frame.Trail = cloneToGrow(frame.Trail)
		frame.Later = slices.Clone(frame.Later)
		frame.Silent = slices.Clone(frame.Silent)
		frame.Passed = maps.Clone(frame.Passed)
		frame.Rounds = maps.Clone(frame.Rounds)
		frame.Called = slices.Clone(frame.Called)
		for j := range frame.Called {
			frame.Called[j].Frame = cloneFrames([]Frame{frame.Called[j].Frame})[0]
		}
		frame.Came = slices.Clone(frame.Came)
		for j := range frame.Came {
			frame.Came[j].Frame = cloneFrames([]Frame{frame.Came[j].Frame})[0]
		}
		if frame.Paying != nil {
			paying := *frame.Paying
			frame.Paying = &paying
		}
		if frame.Near != nil {
			near := *frame.Near
			frame.Near = &near
		}
	}
	return frames
}
