package flows

// Event is something that a turn decided, for numbers, reports and tests. It holds no words of the customer.
type Event struct {
	Name   EventName `json:"e"`
	Flow   string    `json:"flow,omitempty"`
	Step   string    `json:"step,omitempty"`
	Detail string    `json:"d,omitempty"` // an option, an outcome, a goal, a tag
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
	Lost          EventName = "lost"           // the open question is gone from the flow
	Forgot        EventName = "forgot"         // the customer had everything erased
)
