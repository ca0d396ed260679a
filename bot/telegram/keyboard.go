package telegram

import "encoding/json"

// ReplyMarkup is what stands below a message or in place of the customer's
// keyboard: [InlineKeyboard], [ReplyKeyboard], [ReplyKeyboardRemove] or
// [ForceReply].
type ReplyMarkup interface{ replyMarkup() }

// InlineKeyboard are buttons under a message, in rows.
//
// https://core.telegram.org/bots/api#inlinekeyboardmarkup
type InlineKeyboard struct {
	Rows [][]InlineButton `json:"inline_keyboard"`
}

// InlineButton is one button under a message. Beside Text it has exactly one
// of the other fields.
//
// https://core.telegram.org/bots/api#inlinekeyboardbutton
type InlineButton struct {
	Text         string    `json:"text"`
	URL          string    `json:"url,omitempty"`
	CallbackData string    `json:"callback_data,omitempty"`
	CopyText     *CopyText `json:"copy_text,omitempty"`
	Pay          bool      `json:"pay,omitempty"`
}

// CopyText is a text that a button puts on the customer's clipboard.
type CopyText struct {
	Text string `json:"text"`
}

// ReplyKeyboard takes the place of the customer's keyboard.
//
// https://core.telegram.org/bots/api#replykeyboardmarkup
type ReplyKeyboard struct {
	Rows        [][]KeyboardButton `json:"keyboard"`
	Persistent  bool               `json:"is_persistent,omitempty"`
	Resize      bool               `json:"resize_keyboard,omitempty"`
	OneTime     bool               `json:"one_time_keyboard,omitempty"`
	Placeholder string             `json:"input_field_placeholder,omitempty"`
}

// KeyboardButton sends its text, or shares the customer's own contact or
// location. Both work in private chats only.
//
// https://core.telegram.org/bots/api#keyboardbutton
type KeyboardButton struct {
	Text            string `json:"text"`
	RequestContact  bool   `json:"request_contact,omitempty"`
	RequestLocation bool   `json:"request_location,omitempty"`
}

// ReplyKeyboardRemove gives the customer's own keyboard back.
//
// https://core.telegram.org/bots/api#replykeyboardremove
type ReplyKeyboardRemove struct{}

// ForceReply opens the customer's keyboard as if to reply to the message.
//
// https://core.telegram.org/bots/api#forcereply
type ForceReply struct {
	Placeholder string
}

func (InlineKeyboard) replyMarkup()      {}
func (ReplyKeyboard) replyMarkup()       {}
func (ReplyKeyboardRemove) replyMarkup() {}
func (ForceReply) replyMarkup()          {}

// MarshalJSON writes the one field that the object consists of.
func (ReplyKeyboardRemove) MarshalJSON() ([]byte, error) {
	return []byte(`{"remove_keyboard":true}`), nil
}

// MarshalJSON adds the flag that makes it a ForceReply.
func (f ForceReply) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		ForceReply  bool   `json:"force_reply"`
		Placeholder string `json:"input_field_placeholder,omitempty"`
	}{true, f.Placeholder})
}
