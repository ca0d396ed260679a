package telegramtest

import (
	"encoding/json"
	"strings"

	"repartee/bot/telegram"
)

type replyKeyboard struct {
	Rows        [][]keyboardButton `json:"keyboard"`
	Persistent  bool               `json:"is_persistent,omitempty"`
	Resize      bool               `json:"resize_keyboard,omitempty"`
	OneTime     bool               `json:"one_time_keyboard,omitempty"`
	Placeholder string             `json:"input_field_placeholder,omitempty"`
	Selective   bool               `json:"selective,omitempty"`
}

// keyboardButton may also be written as its text alone.
type keyboardButton struct {
	keyboardButtonFields
}

type keyboardButtonFields struct {
	Text              string          `json:"text"`
	IconCustomEmojiID string          `json:"icon_custom_emoji_id,omitempty"`
	Style             string          `json:"style,omitempty"`
	RequestUsers      json.RawMessage `json:"request_users,omitempty"`
	RequestChat       json.RawMessage `json:"request_chat,omitempty"`
	RequestManagedBot json.RawMessage `json:"request_managed_bot,omitempty"`
	RequestContact    bool            `json:"request_contact,omitempty"`
	RequestLocation   bool            `json:"request_location,omitempty"`
	RequestPoll       json.RawMessage `json:"request_poll,omitempty"`
	WebApp            json.RawMessage `json:"web_app,omitempty"`
}

// UnmarshalJSON implements [json.Unmarshaler].
func (b *keyboardButton) UnmarshalJSON(raw []byte) error {
	if len(raw) > 0 && raw[0] == '"' {
		return json.Unmarshal(raw, &b.Text)
	}
	return decodeStrict(string(raw), &b.keyboardButtonFields)
}

// replyMarkup checks a keyboard that takes the place of the customer's.
func replyMarkup(k *replyKeyboard, private bool) (*markup, *refusal) {
	if len(k.Rows) == 0 {
		return nil, badRequest("can't parse reply keyboard: it has no buttons")
	}
	if units(k.Placeholder) > telegram.MaxPlaceholder {
		return nil, badRequest("input_field_placeholder has %d characters, must be at most %d", units(k.Placeholder), telegram.MaxPlaceholder)
	}
	for _, row := range k.Rows {
		if len(row) == 0 {
			return nil, badRequest("can't parse reply keyboard: a row has no buttons")
		}
		for i := range row {
			if no := row[i].check(private); no != nil {
				return nil, no
			}
		}
	}
	return &markup{reply: k}, nil
}

func (b *keyboardButton) check(private bool) *refusal {
	requests := 0
	for _, has := range []bool{
		b.RequestUsers != nil, b.RequestChat != nil, b.RequestManagedBot != nil, b.RequestContact, b.RequestLocation,
		b.RequestPoll != nil, b.WebApp != nil,
	} {
		if has {
			requests++
		}
	}
	switch {
	case strings.TrimSpace(b.Text) == "":
		return badRequest("can't parse keyboard button: text must be non-empty")
	case requests > 1:
		return badRequest("can't parse keyboard button: %q asks for %d things", b.Text, requests)
	case b.RequestContact && !private:
		return badRequest("phone number can be requested in private chats only")
	case b.RequestLocation && !private:
		return badRequest("location can be requested in private chats only")
	default:
		return nil
	}
}
