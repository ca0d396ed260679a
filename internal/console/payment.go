package console

import (
	"context"
	"time"
)

// Payer is what a phone can pay with: test money.
type Payer interface {
	// Invoice reads what is to be paid, or returns [ErrNotFound].
	Invoice(Bill) (Invoice, error)
	// Ways asks the bot how it sends the goods to an address. A bot that does
	// not is a [*Refused].
	Ways(ctx context.Context, b Bill, to Recipient) ([]Way, error)
	// Pay pays. What comes in between is a [*Refused].
	Pay(ctx context.Context, b Bill, p Payment) error
}

// Bill is where an invoice stands: in a message or behind a link.
type Bill struct {
	Message int64  `json:"message"`
	Link    string `json:"link"`
}

// Invoice asks a customer to pay. Amounts are in minor units of the currency.
//
// https://core.telegram.org/bots/api#sendinvoice
type Invoice struct {
	Title       string   `json:"title"`
	Description string   `json:"description"`
	Currency    string   `json:"currency"`
	Digits      int      `json:"digits"` // of the currency that are decimals
	Lines       []Line   `json:"lines"`
	Total       int64    `json:"total"`
	MaxTip      int64    `json:"max_tip,omitempty"`
	Tips        []int64  `json:"tips,omitempty"` // that are suggested
	Asks        []string `json:"asks,omitempty"` // for: name, phone, email, address
	Flexible    bool     `json:"flexible,omitempty"`
	Stars       int64    `json:"stars,omitempty"` // that the customer has, of an invoice in Telegram Stars
}

// Line is a line of an invoice.
type Line struct {
	Label  string `json:"label"`
	Amount int64  `json:"amount"`
}

// Recipient is who gets the goods, as far as the invoice asks for it.
//
// https://core.telegram.org/bots/api#orderinfo
type Recipient struct {
	Name     string `json:"name"`
	Phone    string `json:"phone"`
	Email    string `json:"email"`
	Street   string `json:"street"`
	Street2  string `json:"street2"`
	PostCode string `json:"post_code"`
	City     string `json:"city"`
	State    string `json:"state"`
	Country  string `json:"country"` // ISO 3166-1 alpha-2
}

// Way is a way to send the goods, with what it costs.
type Way struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	Price int64  `json:"price"`
}

// Payment is how a customer pays.
type Payment struct {
	To       Recipient     `json:"to"`
	Way      string        `json:"way"` // of shipping, by its id
	Tip      int64         `json:"tip"`
	Declined bool          `json:"declined"` // the bank does not pay
	TooLate  bool          `json:"too_late"` // Telegram gives up waiting for the bot
	Twice    bool          `json:"twice"`    // Telegram tells the bot of it twice
	Rest     time.Duration `json:"-"`        // that the customer waits before
}

// Money tells that a payment has come to the bot, or back to the customer.
type Money struct {
	Currency string `json:"currency"`
	Digits   int    `json:"digits"`
	Amount   int64  `json:"amount"`
	Back     bool   `json:"back,omitempty"`
}

// Reason is why a payment did not come about.
type Reason string

// The reasons of a [Refused].
const (
	ByBot    Reason = "bot"      // the bot refused, in its own words
	NoAnswer Reason = "silence"  // the bot did not answer in time
	Declined Reason = "declined" // the bank
	TooFew   Reason = "stars"    // the customer has too few Telegram Stars
	Missing  Reason = "missing"  // the form asks for more
)

// Refused is an error of a payment that did not come about.
type Refused struct {
	Reason Reason
	Text   string // the bot's words, with ByBot
}

// Error implements error.
func (r *Refused) Error() string { return "console: not paid: " + string(r.Reason) + " " + r.Text }
