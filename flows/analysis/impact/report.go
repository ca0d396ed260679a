package impact

import (
	"cmp"
	"errors"
	"slices"

	"repartee/flows"
)

// Report is what a change does to all contacts. It names nobody.
type Report struct {
	Contacts  int       `json:"contacts"`          // that were looked at
	Newer     int       `json:"newer,omitempty"`   // of these, whose state a newer version of the program wrote: nothing is known of them
	Damaged   int       `json:"damaged,omitempty"` // of these, whose state cannot be read for another reason: nothing is known of them
	Open      int       `json:"open"`              // who are in the middle of something
	Stranded  int       `json:"stranded"`          // whom the change puts where nobody meant them to be
	Unkept    int       `json:"unkept,omitempty"`  // who are in flows that drain, in files that cannot be had any more: they go on in the new ones
	Places    []Place   `json:"places,omitempty"`
	Answers   []Answer  `json:"answers,omitempty"`
	Carts     Carts     `json:"carts"`
	Invoices  Invoices  `json:"invoices"`
	Reminders Reminders `json:"reminders"`
	Waits     Waits     `json:"waits"`

	places  map[Place]int // where they are found, by all but their numbers; until Sort
	answers map[Answer]int
}

// Place is how many people stand at a step, and what becomes of them.
type Place struct {
	Flow   string     `json:"flow"`
	Step   string     `json:"step,omitempty"`
	Now    string     `json:"now,omitempty"`    // what the step is called then; absent where it is gone
	NowIn  string     `json:"now_in,omitempty"` // what the flow is called then, if that is something else
	Waits  bool       `json:"waits,omitempty"`
	Below  bool       `json:"below,omitempty"` // another flow is open above it, and comes back to it
	Fate   flows.Fate `json:"fate"`
	People int        `json:"people"`
	New    int        `json:"stranded,omitempty"` // of these, whom the change strands
}

// Answer is how many kept answers do not fit.
type Answer struct {
	Flow      string       `json:"flow,omitempty"` // of a run; absent for a field of the customer
	Field     string       `json:"field"`
	Why       flows.Misfit `json:"why"`
	Forgotten bool         `json:"forgotten"`
	People    int          `json:"people"`
}

// Carts are the contacts with something in their cart.
type Carts struct {
	All      int `json:"all"`
	Gone     int `json:"gone"`     // in which something is not sold any more
	Repriced int `json:"repriced"` // in which something costs something else
}

// Invoices are the orders that can be paid now.
type Invoices struct {
	All     int `json:"all"`
	Refused int `json:"refused"` // whose payment will be refused
}

// Reminders are those that are under way for an open question.
type Reminders struct {
	All  int `json:"all"`
	Lost int `json:"lost"` // that come to nothing
}

// Waits are the flows that have stepped aside until a time or an event.
type Waits struct {
	All  int `json:"all"`
	Lost int `json:"lost"` // that end without a word
}

// Add counts the effect on one contact.
func (r *Report) Add(e *Effect) {
	r.Contacts++
	if len(e.Places) > 0 {
		r.Open++
	}
	if len(e.Stranded) > 0 {
		r.Stranded++
	}
	for _, p := range e.Places {
		r.place(p).People++
	}
	for _, p := range e.Stranded {
		r.place(p).New++
	}
	for _, u := range e.Unfit {
		r.answer(u).People++
	}
	r.count(e)
}

// AddUnread counts a contact whose state cannot be read.
func (r *Report) AddUnread(err error) {
	r.Contacts++
	if errors.Is(err, flows.ErrNewer) {
		r.Newer++
	} else {
		r.Damaged++
	}
}

func (r *Report) place(p flows.Place) *Place {
	line := Place{Flow: p.Flow, Step: p.Step, Now: p.Now, NowIn: p.NowIn, Waits: p.Waits, Below: !p.Open && !p.Waits, Fate: p.Fate}
	return counted(&r.Places, &r.places, line)
}

func (r *Report) answer(u flows.Unfit) *Answer {
	return counted(&r.Answers, &r.answers, Answer{Flow: u.Flow, Field: u.Field, Why: u.Why, Forgotten: u.Why.Forgotten()})
}

// counted is the line of a list that is like a line without numbers; at the end where there was none.
func counted[L comparable](lines *[]L, known *map[L]int, line L) *L {
	at, found := (*known)[line]
	if !found {
		if *known == nil {
			*known = map[L]int{}
		}
		at = len(*lines)
		(*known)[line] = at
		*lines = append(*lines, line)
	}
	return &(*lines)[at]
}

func (r *Report) count(e *Effect) {
	one := func(n *int, yes bool) {
		if yes {
			*n++
		}
	}
	one(&r.Unkept, e.Unkept)
	one(&r.Carts.All, e.Goods.Cart)
	one(&r.Carts.Gone, e.Goods.CartGone > 0)
	one(&r.Carts.Repriced, e.Goods.CartRepriced > 0)
	r.Invoices.All += e.Goods.Invoices
	r.Invoices.Refused += e.Goods.Refused
	one(&r.Reminders.All, e.Reminder)
	one(&r.Reminders.Lost, e.Silenced)
	for _, p := range e.Places {
		one(&r.Waits.All, p.Waits)
		one(&r.Waits.Lost, p.Waits && p.Fate == flows.Dropped)
	}
}

// Sort puts the report into the order in which it is read: whom the change strands first, and where the most people are before where there are few. Nothing is added
// after it.
func (r *Report) Sort() {
	r.places, r.answers = nil, nil
	slices.SortFunc(r.Places, func(a, b Place) int {
		return cmp.Or(cmp.Compare(b.New, a.New), cmp.Compare(b.People, a.People), cmp.Compare(a.Flow, b.Flow), cmp.Compare(a.Step, b.Step),
			cmp.Compare(a.Fate, b.Fate), cmp.Compare(order(a), order(b)), cmp.Compare(a.Now, b.Now))
	})
	slices.SortFunc(r.Answers, func(a, b Answer) int {
		return cmp.Or(cmp.Compare(b.People, a.People), cmp.Compare(a.Flow, b.Flow), cmp.Compare(a.Field, b.Field), cmp.Compare(a.Why, b.Why))
	})
}

// order puts what is open before what lies below it, and that before what waits.
func order(p Place) int {
	switch {
	case p.Waits:
		return 2
	case p.Below:
		return 1
	}
	return 0
}
