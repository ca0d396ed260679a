package console

import (
	"context"
	"errors"
	"time"
)

// Phones are the customers that the page shows. Implementations must be safe
// for concurrent use, and so must their phones.
type Phones interface {
	// New makes a customer. language is that of their app, such as "de".
	New(name, language string) Phone
	// Get finds a customer by id.
	Get(id int64) (Phone, bool)
	// All returns the customers in the order in which they were made.
	All() []Phone
	// Subscribe returns what happens on all phones from now on, until cancel
	// is called. The channel is closed when a reader is too slow or nothing
	// more will come; the reader then subscribes again and reads the phones
	// anew.
	Subscribe() (events <-chan Event, cancel func())
	// Pass lets time go by for all customers and the bot.
	Pass(d time.Duration)
}

// Phone is one customer's phone, in the private chat with the bot.
type Phone interface {
	// Customer tells whose phone it is and how the chat stands.
	Customer() Customer
	// Messages is what the chat shows now, oldest first.
	Messages() []Message
	// About is what the bot says of itself in the customer's language.
	About(ctx context.Context) (About, error)
	// File returns the content of a message's file, or [ErrNotFound].
	File(ctx context.Context, id string) ([]byte, error)

	// SetProfile changes what Telegram tells the bot of the customer from their
	// next deed on.
	SetProfile(Profile)
	// Start presses the start button; payload is that of a deep link or "".
	Start(payload string)
	// Say sends a text.
	Say(text string)
	// Reply sends a text as an answer to a message, or returns [ErrNotFound]
	// if there is none.
	Reply(message int64, text string) error
	// Edit changes a text that the customer has sent, or returns [ErrNotFound]
	// if there is none.
	Edit(message int64, text string) error
	// React puts an emoji at a message in the place of the one before, or takes
	// it back with "". It returns [ErrNotFound] if there is no such message.
	React(message int64, emoji string) error
	// Send shares something that the page has ready.
	Send(Attachment)
	// Press presses the button with this data under a message, or returns
	// [ErrNotFound] if there is none any more.
	Press(message int64, data string) error
	// Tap taps the key with this label of the reply keyboard, or returns
	// [ErrNotFound] if it is not shown any more.
	Tap(key string) error
	// SetBlocked blocks the bot or takes that back.
	SetBlocked(blocked bool)
	// Staff has the shop's staff say how far the customer's newest order is,
	// or returns [ErrNoOrder] or [ErrOrderState].
	Staff(ctx context.Context, state, note string) error

	Payer
}

// ErrNotFound is returned for a button, key or file that is not there.
var ErrNotFound = errors.New("console: not found")

// What [Phone.Staff] cannot do.
var (
	ErrNoOrder    = errors.New("console: no order yet")
	ErrOrderState = errors.New("console: the order cannot become that")
)

// Attachment is something that a customer can send besides text.
type Attachment string

// The kinds of [Attachment]. Each phone has one of each ready.
const (
	Contact  Attachment = "contact"  // the customer's own card
	Stranger Attachment = "stranger" // the card of somebody else
	Photo    Attachment = "photo"
	Album    Attachment = "album" // three photos at once
	Video    Attachment = "video"
	Voice    Attachment = "voice"
	Document Attachment = "document"
	Location Attachment = "location"
)
