package impact

import (
	"cmp"
	"slices"

	"repartee/flows"
)

// Report is what a change does to all contacts. It names nobody.
type Report struct {
	Contacts  int       `json:"contacts"`         // that were looked at
	Unread    int       `json:"unread,omitempty"` // whose state this program cannot read
	Open      int       `json:"open"`             // who are in the middle of something
	Stranded  int       `json:"stranded"`         // whom the change puts where nobody meant them to be
	Places    []Place   `json:"places,omitempty"`
	Answers   []Answer  `json:"answers,omitempty"`
	Carts     Carts     `json:"carts"`
	Invoices  Invoices  `json:"invoices"`
	Reminders Reminders `json:"reminders"`
	Waits     Waits     `json:"waits"`
}

// Place is how many people stand at a step, and what becomes of them.
type Place struct {
	Flow   string     `json:"flow"`
	Step   string     `json:"step,omitempty"`
	Now    string     `json:"now,omitempty"` // what the step is called then; absent where it is gone
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

func (r *Report) place(p flows.Place) *Place {
	line := Place{Flow: p.Flow, Step: p.Step, Now: p.Now, Waits: p.Waits, Below: !p.Open && !p.Waits, Fate: p.Fate}
	at := slices.IndexFunc(r.Places, func(o Place) bool {
		o.People, o.New = 0, 0
		return o == line
	})
	if at < 0 {
		r.Places, at = append(r.Places, line), len(r.Places)
	}
	return &r.Places[at]
}

func (r *Report) answer(u flows.Unfit) *Answer {
	at := slices.IndexFunc(r.Answers, func(a Answer) bool { return a.Flow == u.Flow && a.Field == u.Field && a.Why == u.Why })
	if at < 0 {
		r.Answers, at = append(r.Answers, Answer{Flow: u.Flow, Field: u.Field, Why: u.Why, Forgotten: u.Why.Forgotten()}), len(r.Answers)
	}
	return &r.Answers[at]
}

func (r *Report) count(e *Effect) {
	one := func(n *int, yes bool) {
		if yes {
			*n++
		}
	}
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

// Sort puts the report into the order in which it is read: whom the change strands first.
func (r *Report) Sort() {
	slices.SortFunc(r.Places, func(a, b Place) int {
		return cmp.Or(-cmp.Compare(a.New, b.New), cmp.Compare(a.Flow, b.Flow), cmp.Compare(a.Step, b.Step), cmp.Compare(a.Fate, b.Fate), cmp.Compare(order(a), order(b)))
	})
	slices.SortFunc(r.Answers, func(a, b Answer) int {
		return cmp.Or(cmp.Compare(a.Flow, b.Flow), cmp.Compare(a.Field, b.Field), cmp.Compare(a.Why, b.Why))
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
