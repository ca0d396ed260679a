package flows

import (
	"time"

	"repartee/flows/shop"
)

// Input is one thing that happened: what a turn is about. ID and Seed come from the runtime, so that a turn that runs twice makes the same of it.
type Input struct {
	ID   string    `json:"id"`
	At   time.Time `json:"at"`
	Seed [16]byte  `json:"seed"`
	What What      `json:"what"`

	From   Person `json:"from,omitzero"`
	Text   string `json:"text,omitempty"`   // of a Message
	Data   string `json:"data,omitempty"`   // of a Press: the button's data
	Press  string `json:"press,omitempty"`  // of a Press: what the answer to it is addressed to
	On     int    `json:"on,omitempty"`     // of a Press: the message that the button is under
	Phone  string `json:"phone,omitempty"`  // of a Card
	Own    bool   `json:"own,omitempty"`    // of a Card: it is the sender's own
	Medium Medium `json:"medium,omitempty"` // of a Media

	Message int    `json:"msg,omitempty"`    // of what the customer sent: the message's id
	FileID  string `json:"file,omitempty"`   // of a Media: what Telegram knows the file by
	Caption string `json:"cap,omitempty"`    // of a Media
	Album   string `json:"album,omitempty"`  // of a Media: the group that it was sent in
	Spot    *Spot  `json:"spot,omitempty"`   // of a Media: where the customer is
	Job     string `json:"job,omitempty"`    // of a Result
	Result  []byte `json:"result,omitempty"` // of a Result: a JSON object, of a model {"choice": id}
	Failed  string `json:"failed,omitempty"` // of a Result: why there is none, in words for the operator
	Until   int64  `json:"until,omitempty"`  // of a Result: the deadline of the try that it is of, Unix seconds
	Event   string `json:"event,omitempty"`  // of a Happened: its name; of a Reacted: the emoji, "" where it was taken back
	Me      string `json:"me,omitempty"`     // the contact's referral code

	Order    string           `json:"order,omitempty"`    // of a Settled, CheckedOut, Staffed or GaveBack: the number of the order
	Money    *Money           `json:"money,omitempty"`    // of a Settled or GaveBack
	Refusal  Refusal          `json:"refusal,omitempty"`  // of a CheckedOut: why the payment was refused; "" where it was approved
	Left     map[string]int64 `json:"left,omitempty"`     // of a CheckedOut with RefusedSoldOut: what is left of what there is too little of
	Kept     *shop.Order      `json:"kept,omitempty"`     // of a Settled, GaveBack or Staffed: the order as the store has it, since the state may have it no longer
	Approved []string         `json:"approved,omitempty"` // orders for which a payment is under way: they cannot be cancelled now
}

// Money is a payment of an order, or one that was given back.
type Money struct {
	Charge  shop.Charge   `json:"charge"`
	Way     string        `json:"way,omitempty"`     // of shipping, that was chosen in Telegram's form
	Address *shop.Address `json:"address,omitempty"` // that was given there
	Own     bool          `json:"own,omitempty"`     // the customer paid it himself
}

// Refusal says why a payment was refused before it was made.
type Refusal string

// Why a payment is refused.
const (
	RefusedUnknown Refusal = "unknown"  // there is no such order
	RefusedOver    Refusal = "over"     // the order was changed or cancelled
	RefusedExpired Refusal = "expired"  // its time is over
	RefusedPaid    Refusal = "paid"     // it is paid already
	RefusedBusy    Refusal = "busy"     // somebody else is paying it
	RefusedPayer   Refusal = "payer"    // it is another customer's
	RefusedAmount  Refusal = "amount"   // the sum or the currency is not that of the order
	RefusedPrice   Refusal = "price"    // a price has changed
	RefusedSoldOut Refusal = "sold_out" // something is no longer there
	RefusedAddress Refusal = "address"  // nothing is sent there
	RefusedInvoice Refusal = "invoice"  // Telegram takes no such invoice: the sum is too small or too great
	RefusedTrouble Refusal = "trouble"  // it could not be checked in time
)

// What is the kind of an input.
type What string

// The kinds of input.
const (
	Message    What = "message"    // typed words, a command among them
	Press      What = "press"      // a button under a message
	Card       What = "card"       // a contact card
	Media      What = "media"      // a photo, a voice message, ...
	Wake       What = "wake"       // a timer of the state is due
	Blocked    What = "blocked"    // the customer stopped the bot, or cannot be reached
	Unblocked  What = "unblocked"  // the customer started it again
	Result     What = "result"     // a job is done, or failed
	Happened   What = "happened"   // an event from outside, or from another contact
	Reacted    What = "reacted"    // an emoji at a message of the bot
	Settled    What = "settled"    // a payment has come
	GaveBack   What = "gave_back"  // Telegram tells that a payment was given back
	CheckedOut What = "checkout"   // a payment was approved or refused before it was made
	Staffed    What = "staffed"    // staff changed the state of an order: Event is the new one, Text a note for the customer
	Unreadable What = "unreadable" // what was posted makes no sense to this version; nothing comes of it
)

// Medium is what a Media input consists of.
type Medium string

// The media that a customer can send, or is sent.
const (
	Photo    Medium = "photo"
	Video    Medium = "video"
	Voice    Medium = "voice"
	File     Medium = "file"
	Location Medium = "location"
	Other    Medium = "other"
)

// Person is who sent an input, as Telegram tells.
type Person struct {
	FirstName string `json:"first,omitempty"`
	LastName  string `json:"last,omitempty"`
	Username  string `json:"user,omitempty"`
	Language  string `json:"lang,omitempty"`
}

// Customer tells whether the customer himself did something.
func (in Input) Customer() bool {
	switch in.What {
	case Message, Press, Card, Media:
		return true
	}
	return false
}

// Books tells whether the input can be about money or what is sold: what comes of it must be written, whatever becomes of the talk.
func (in Input) Books() bool {
	switch in.What {
	case Settled, GaveBack, CheckedOut, Staffed:
		return true
	case Result:
		return in.Job != ""
	}
	return false
}
