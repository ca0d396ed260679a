package flows

import (
	"slices"

	"repartee/flows/shop"
)

// Cart is what a customer means to buy, and what is known of it from the last look.
type Cart struct {
	shop.Cart
	Left    map[string]int64 `json:"left,omitempty"`    // by the stock's key, what was told to be left when there was too little
	Freed   map[string]int64 `json:"freed,omitempty"`   // by the same keys, what was held for the customer until then: it is being given back
	Told    int64            `json:"told,omitempty"`    // when that was, Unix seconds
	Earlier string           `json:"earlier,omitempty"` // the id that it had until a payment for it was under way
	Held    int64            `json:"held,omitempty"`    // until when the stock of it is held, Unix seconds
	Remind  int64            `json:"remind,omitempty"`  // when it is asked about, Unix seconds
	Spoke   bool             `json:"spoke,omitempty"`   // the customer has said something since the last reminder
	Round   int              `json:"round,omitempty"`   // how often it was
	Flow    string           `json:"flow,omitempty"`    // and the step that says so
	Step    string           `json:"step,omitempty"`
}

func (c *Cart) clone() *Cart {
	if c == nil {
		return nil
	}
	made := *c
	made.Lines = slices.Clone(c.Lines)
	return &made // Left is never changed, only exchanged
}

func (c *Cart) quantity(line shop.Line) int64 {
	if c == nil {
		return 0
	}
	return c.Quantity(line.Key(), line.Variant)
}

// Paying is how far the talk at a `pay` or a `book` has come: what was chosen of it so far.
type Paying struct {
	Payment string        `json:"by,omitempty"`      // the way to pay
	Address *shop.Address `json:"address,omitempty"` // given in the talk
	Way     string        `json:"way,omitempty"`     // of shipping
	Order   string        `json:"order,omitempty"`   // the number of the order that is to be paid
	Link    string        `json:"link,omitempty"`    // to its invoice
	Item    string        `json:"item,omitempty"`    // of an appointment
	Day     string        `json:"day,omitempty"`
	Start   int64         `json:"start,omitempty"` // Unix seconds
	Hold    string        `json:"hold,omitempty"`  // of that time
	Taken   []int64       `json:"taken,omitempty"` // times that the stock said are taken, Unix seconds
	Note    string        `json:"note,omitempty"`  // what a kind has to remember beside that
}

// Work is something that must be done outside, whatever becomes of the talk: it is begun again until its result comes.
type Work struct {
	ID    string     `json:"id"`
	At    int64      `json:"at"`              // when it is begun again, Unix seconds
	Tries int        `json:"tries,omitempty"` // so far
	Order string     `json:"order,omitempty"` // that it is about; "" for the time of an appointment, whose id is that of the hold
	Stock *StockJob  `json:"stock,omitempty"`
	Back  *RefundJob `json:"back,omitempty"`
}

// Booking is an appointment.
type Booking struct {
	ID       string `json:"id"` // also of its hold
	Catalog  string `json:"c"`
	Item     string `json:"i"`
	Name     string `json:"n"`     // of the item
	Start    int64  `json:"start"` // Unix seconds
	End      int64  `json:"end"`
	Flow     string `json:"flow"` // where it was made, and the step whose reminders it has
	Step     string `json:"step"`
	Field    string `json:"field"`          // that it is kept in there
	UID      string `json:"uid,omitempty"`  // what calendars know it by: the id that it had first
	Reminded int    `json:"rem,omitempty"`  // how many reminders are over
	Sent     bool   `json:"sent,omitempty"` // one was sent
	Next     int64  `json:"next,omitempty"` // when the next is due, Unix seconds
	Changed  int    `json:"seq,omitempty"`  // how often it was moved
	Over     bool   `json:"over,omitempty"` // it was cancelled

	Was *Slot `json:"was,omitempty"` // as it was before it was moved, until the new time is the customer's for good
}

// Slot is the time that an appointment had before it was moved.
type Slot struct {
	ID      string `json:"id"` // of its hold
	Catalog string `json:"c"`
	Item    string `json:"i"`
	Name    string `json:"n"`
	Start   int64  `json:"start"`
	End     int64  `json:"end"`
}

// ordersKept is how many orders that are done stay in the state: what is older is only in the store.
const ordersKept = 20

func cloneOrders(orders []shop.Order) []shop.Order {
	orders = slices.Clone(orders)
	for i := range orders {
		orders[i].Charges = slices.Clone(orders[i].Charges)
	}
	return orders
}
