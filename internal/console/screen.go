package console

// Profile is what Telegram tells a bot of a customer.
//
// https://core.telegram.org/bots/api#user
type Profile struct {
	Name     string `json:"name"` // the first one
	LastName string `json:"last_name,omitempty"`
	Username string `json:"username,omitempty"` // without @
	Language string `json:"language"`           // of their app, an IETF tag such as "de"
}

// Customer is a customer and how their chat with the bot stands.
type Customer struct {
	ID int64 `json:"id"`
	Profile
	Blocked  bool      `json:"blocked,omitempty"`
	Keyboard *Keyboard `json:"keyboard,omitempty"` // the reply keyboard, if one is shown
}

// About is what a bot says of itself before the first message, and the
// commands that it lists.
type About struct {
	Description string    `json:"description"`
	Commands    []Command `json:"commands"`
}

// Command is a line in the menu of commands.
type Command struct {
	Name        string `json:"name"` // without /
	Description string `json:"description"`
}

// Message is a message as a phone shows it.
type Message struct {
	ID       int64      `json:"id"`
	FromBot  bool       `json:"from_bot"`
	Date     int64      `json:"date"` // seconds since 1970
	Edited   bool       `json:"edited,omitempty"`
	Text     string     `json:"text,omitempty"` // or the caption
	Entities []Entity   `json:"entities,omitempty"`
	Media    string     `json:"media,omitempty"` // photo, document, video, voice, location or contact; "" for a text
	File     string     `json:"file,omitempty"`  // the id for [Phone.File]
	FileName string     `json:"file_name,omitempty"`
	Album    string     `json:"album,omitempty"` // shared by pictures that were sent together
	ReplyTo  int64      `json:"reply_to,omitempty"`
	Reaction string     `json:"reaction,omitempty"` // the customer's emoji at it
	Point    *Point     `json:"point,omitempty"`    // with a location
	Card     *Card      `json:"card,omitempty"`     // with a contact
	Invoice  *Invoice   `json:"invoice,omitempty"`
	Receipt  int64      `json:"receipt,omitempty"` // of an invoice that was paid: the message that tells so
	Money    *Money     `json:"money,omitempty"`   // tells of a payment; the message holds nothing else
	Buttons  [][]Button `json:"buttons,omitempty"`
}

// Entity formats a part of a text. Offset and Length count UTF-16 units, as
// Telegram does.
//
// https://core.telegram.org/bots/api#messageentity
type Entity struct {
	Type   string `json:"type"`
	Offset int    `json:"offset"`
	Length int    `json:"length"`
	URL    string `json:"url,omitempty"`
}

// Point is a place on the map, in degrees.
type Point struct {
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
}

// Card is a shared contact.
type Card struct {
	Name  string `json:"name"`
	Phone string `json:"phone"`
}

// Button is a button under a message. It has one of Data, URL, Copy and Pay.
type Button struct {
	Text string `json:"text"`
	Data string `json:"data,omitempty"` // goes to the bot
	URL  string `json:"url,omitempty"`  // is opened
	Copy string `json:"copy,omitempty"` // goes to the clipboard
	Pay  bool   `json:"pay,omitempty"`  // opens the form that pays the invoice
}

// Keyboard is a reply keyboard.
type Keyboard struct {
	Rows        [][]Key `json:"rows"`
	Placeholder string  `json:"placeholder,omitempty"`
}

// Key is a key of a [Keyboard]: it sends its text or shares what it asks for.
type Key struct {
	Text   string     `json:"text"`
	Shares Attachment `json:"shares,omitempty"` // contact, location or ""
}
