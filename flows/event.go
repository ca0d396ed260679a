package flows

// Event is something that a turn decided, for numbers, reports and tests. It holds no words of the customer.
type Event struct {
	Name   EventName `json:"e"`
	Flow   string    `json:"flow,omitempty"`
	Step   string    `json:"step,omitempty"`
	Detail string    `json:"d,omitempty"` // an option, an outcome, a goal, a tag

	Value string `json:"v,omitempty"` // of a Reached: what it is worth; an amount with its currency, as "12.50 EUR"

	Arms map[string]string `json:"arms,omitempty"` // of the splits the customer has been in, by "flow.step"

	Heard *Heard `json:"heard,omitempty"` // of a Recorded
}

// EventName is the kind of an event.
type EventName string

// The kinds of event.
const (
	Visited       EventName = "visited"        // a visit began
	Started       EventName = "started"        // a flow began; Detail: how
	Stepped       EventName = "stepped"        // a step was taken
	Asks          EventName = "asked"          // a question was put
	Answered      EventName = "answered"       // Detail: the option, where there are options
	Refused       EventName = "refused"        // an answer did not fit; Detail: the reason
	GaveUp        EventName = "gave_up"        // the tries were used up
	Skipped       EventName = "skipped"        // a question was skipped
	Interrupted   EventName = "interrupted"    // another flow was started while a question was open; Detail: that flow
	Returned      EventName = "returned"       // back at the open question
	WentBack      EventName = "went_back"      // an earlier question is open again
	Reminded      EventName = "reminded"       // a reminder was sent
	Silent        EventName = "silent"         // the reminders were used up
	Reached       EventName = "reached"        // a goal; Detail: its name, "" for the flow's own
	Ended         EventName = "ended"          // a flow came to its end
	NotUnderstood EventName = "not_understood" // nothing was open and nothing fitted
	StaleButton   EventName = "stale_button"   // a button was pressed that no longer means anything
	Remembered    EventName = "remembered"     // a question was skipped, since its answer is known
	Told          EventName = "told"           // an answer of the FAQ; Detail: its id
	Doubted       EventName = "doubted"        // "Did you mean ...?"; Detail: what was nearest
	Recommended   EventName = "recommended"    // Detail: the item
	Chose         EventName = "chose"          // an item was chosen; Detail: "catalog.item"
	Rated         EventName = "rated"          // Detail: what is rated and the rating, as "advice 4"
	Reaction      EventName = "reaction"       // an emoji at a message; Detail: the emoji
	Split         EventName = "split"          // the customer got an arm; Detail: the arm
	Waits         EventName = "waits"          // a flow steps aside until a time or an event
	Resumed       EventName = "resumed"        // a wait is over
	Called        EventName = "called"         // a call was begun; Detail: its name
	CallEnded     EventName = "call_ended"     // Detail: its name and done, failed or late
	Referred      EventName = "referred"       // came by the link of another customer
	Expired       EventName = "expired"        // a field was forgotten since its time was over; Detail: the field
	Lost          EventName = "lost"           // the open question is gone from the flow
	CartChanged   EventName = "cart"           // something was put in or out; Detail: "catalog.item quantity"
	Ordered       EventName = "ordered"        // an order was made; Detail: how it is to be paid; Value: its total
	Settles       EventName = "paid"           // an order was paid; Value: its total
	Declined      EventName = "declined"       // a payment was refused before it was made; Detail: why
	SoldOut       EventName = "sold_out"       // Detail: the item
	OrderChanged  EventName = "order_state"    // Detail: the new state
	GaveMoneyBack EventName = "refunded"       // Detail: extra, of a payment too many; Value: how much
	Abandoned     EventName = "abandoned"      // a reminder of the cart was sent
	Booked        EventName = "booked"         // an appointment was made; Detail: "catalog.item"
	Unbooked      EventName = "unbooked"       // an appointment was cancelled; Detail: "catalog.item"
	Forgot        EventName = "forgot"         // the customer had everything erased
	Recorded      EventName = "heard"          // what the turn is about, where conversations are recorded
)

// EventNames are all kinds of event, for what names them in files.
func EventNames() []EventName {
	return []EventName{
		Visited, Started, Stepped, Asks, Answered, Refused, GaveUp, Skipped, Interrupted, Returned, WentBack, Reminded, Silent, Reached, Ended,
		NotUnderstood, StaleButton, Remembered, Told, Doubted, Recommended, Chose, Rated, Reaction, Split, Waits, Resumed, Called, CallEnded,
		Referred, Expired, Lost, CartChanged, Ordered, Settles, Declined, SoldOut, OrderChanged, GaveMoneyBack, Abandoned, Booked, Unbooked,
		Forgot,
	}
}
