package flows

import (
	"strconv"
	"strings"
	"time"

	"repartee/flows/expr"
	"repartee/flows/shop"
)

// Effect is something a turn wants done outside. The runtime does it after the turn's state is committed.
type Effect interface{ effect() }

// Send sends a message to the contact. With Media the text is the caption of the first; several of them are an album, which has no buttons.
type Send struct {
	Text     string
	Entities []expr.Entity
	Media    []Attachment
	Location *Spot           // a place on the map; the message has no text then
	Buttons  [][]PressButton // under the message
	Keyboard [][]Key         // instead of the customer's keyboard
	Unkey    bool            // takes such a keyboard away
}

// Attachment is a picture or a file that is sent. It is known by exactly one of Hash, FileID and Data.
type Attachment struct {
	Medium Medium // Photo, Video, Voice or File
	Name   string // of the file, as the customer sees it
	Hash   string // of a file of the set's media folder: SHA-256 in hex, see Set.Media
	FileID string // of a file that Telegram has already
	Data   []byte // of a file that was put together in this turn, at most 32 KiB
}

// Spot is a place on the map, in degrees.
type Spot struct{ Latitude, Longitude float64 }

// ParseSpot reads a place as authors write it: 52.53, 13.41.
func ParseSpot(text string) (Spot, bool) {
	north, east, ok := strings.Cut(text, ",")
	latitude, err := strconv.ParseFloat(strings.TrimSpace(north), 64)
	longitude, err2 := strconv.ParseFloat(strings.TrimSpace(east), 64)
	ok = ok && err == nil && err2 == nil && latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180
	return Spot{Latitude: latitude, Longitude: longitude}, ok
}

// PressButton is a button under a message: with Data it comes back as a Press, with URL it opens a page.
type PressButton struct {
	Label string
	Data  string
	URL   string
}

// Key is one key of a reply keyboard: it types its label, or shares the customer's own contact card or where he is.
type Key struct {
	ID            string // of the choice that its label stands for
	Label         string
	ShareContact  bool
	ShareLocation bool
}

// Edit puts another text, another picture and other buttons into a message that was sent before. A picture cannot be taken away, only exchanged.
type Edit struct {
	Message  int
	Text     string
	Entities []expr.Entity
	Media    *Attachment // nil: the message has none, before and after
	Buttons  [][]PressButton
}

// Delete takes a message out of the chat: one of the bot's, or one of the customer's with something secret in it.
type Delete struct{ Message int }

// Typing shows that the bot is at work. It is lost in a crash.
type Typing struct{}

// Job is work outside that takes its time: a call, or a model's opinion. It stands open in the state until its Result comes; the runtime may begin it more than
// once with the same ID, which is its idempotency key.
type Job struct {
	ID       string
	Name     string    // of the call; "" for the model
	Deadline time.Time // the answer counts until then
	HTTP     *HTTPJob
	Func     *FuncJob
	Model    *ModelJob
	Stock    *StockJob
	Refund   *RefundJob
	Link     *Invoice // makes a link to an invoice; the result is {"url": ...}
}

// StockJob changes what is held of the stock that all customers share. Each of its operations may be repeated. The result is {"ok": true}, or where something is
// no longer there {"ok": false, "left": {key: how many}} and nothing is held.
type StockJob struct {
	Op    StockOp     `json:"op"`
	Hold  string      `json:"hold"`            // what the hold is known by
	Items []shop.Held `json:"items,omitempty"` // of StockHold and StockSell: all of it, or nothing
	Until int64       `json:"until,omitempty"` // of StockHold: when it ends by itself, Unix seconds
}

// StockOp is what is done to the stock.
type StockOp string

// The operations on the stock.
const (
	StockHold    StockOp = "hold"    // holds the items until a time, in the place of what the hold had before
	StockSell    StockOp = "sell"    // they are gone for good; taken from what is left where the hold has ended
	StockRelease StockOp = "release" // gives back what is held and not sold
	StockReturn  StockOp = "return"  // gives back what was sold
)

// StockResult is what came of a StockJob.
type StockResult struct {
	OK   bool             `json:"ok"`
	Left map[string]int64 `json:"left,omitempty"` // where not OK: what is left of the items that there is too little of
}

// RefundJob gives a payment in Telegram Stars back. One that was given back already is done.
type RefundJob struct {
	Charge string `json:"charge"`
	Payer  int64  `json:"payer"`
}

// Invoice asks the customer to pay an order. The runtime puts the customer into its payload.
type Invoice struct {
	Order       string // its number
	Title       string // at most 32 characters
	Description string // at most 255
	Photo       string // an address; "": none
	Currency    string
	Prices      []Price
	Provider    string // name of the environment variable with the provider's token; "" for Telegram Stars
	MaxTip      int64  // minor units
	Tips        []int64
	Collect     []Detail
	Shipping    bool            // the form asks where it is to be sent
	Flexible    bool            // and then for the way
	Buttons     [][]PressButton // below the button that pays
	Label       string          // of the button that pays
}

// Price is one line of an invoice, in minor units.
type Price struct {
	Label  string `json:"label"`
	Amount int64  `json:"amount"`
}

// HTTPJob is a request of a declared call.
type HTTPJob struct {
	Method string // GET, POST, PUT, PATCH or DELETE
	URL    string
	Token  string // name of the environment variable with the bearer token; "": none
	Body   []byte // JSON; nil: none
	Within time.Duration
}

// FuncJob calls a Go function of the embedding program.
type FuncJob struct {
	Name   string
	Args   []byte // JSON object
	Within time.Duration
}

// ModelJob asks a language model which of the declared choices the customer's words mean.
type ModelJob struct {
	Words    string
	Language string
	Question string        // the open question; "" where nothing is open
	Choices  []ModelChoice // what may be answered; nothing else counts
	Within   time.Duration
}

// ModelChoice is one of the things that words can mean.
type ModelChoice struct{ ID, Label string }

// Tell puts an event into the inbox of another contact: the one whose referral code this is.
type Tell struct {
	Code  string // as in Input.Me of that contact
	Event string
}

// EditButtons changes the buttons under a message that was sent before; none takes them away.
type EditButtons struct {
	Message int
	Buttons [][]PressButton
}

// AnswerPress ends the waiting mark on a pressed button; with Text it shows a short notice.
type AnswerPress struct {
	Press string
	Text  string
}

func (Send) effect()        {}
func (Edit) effect()        {}
func (Delete) effect()      {}
func (Typing) effect()      {}
func (Job) effect()         {}
func (Invoice) effect()     {}
func (Tell) effect()        {}
func (EditButtons) effect() {}
func (AnswerPress) effect() {}
