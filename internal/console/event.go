package console

// EventKind says what has happened on a phone.
type EventKind string

// The kinds of [Event]. They are also the names of the server-sent events.
const (
	MessageShown     EventKind = "message" // new or edited
	MessageGone      EventKind = "gone"
	ActionShown      EventKind = "action"
	PressAnswered    EventKind = "answer"
	CustomersChanged EventKind = "customers" // somebody has come, or has blocked the bot, or takes that back
	Rebuilt          EventKind = "rebuilt"   // all phones are to be read anew: something was taken back, or the files have changed
	Turned           EventKind = "turn"      // a turn of a customer is done: there is more to be inspected
	FilesChanged     EventKind = "files"     // see [Workbench.Files]
)

// Event is a change on the phone of a customer.
type Event struct {
	Kind      EventKind `json:"-"`
	Customer  int64     `json:"customer"`
	Message   *Message  `json:"message,omitempty"` // with MessageShown
	MessageID int64     `json:"id,omitempty"`      // with MessageGone
	Action    string    `json:"action,omitempty"`  // with ActionShown: typing, ...
	Text      string    `json:"text,omitempty"`    // with PressAnswered; may be ""
	Alert     bool      `json:"alert,omitempty"`   // with PressAnswered: to be closed by hand
}
