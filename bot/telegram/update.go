package telegram

import "encoding/json"

// Update is one thing that Telegram tells: one of the pointers is set, or none
// for a kind that is not used here.
//
// https://core.telegram.org/bots/api#update
type Update struct {
	ID   int64           // rises by one, but starts anew after a week without updates
	Kind string          // the name of the field that it came in: message, callback_query, ...
	Raw  json.RawMessage // all that Telegram said
	Err  error           // set if Raw could not be understood; then nothing but ID, Kind and Raw is

	Message          *Message
	EditedMessage    *Message
	CallbackQuery    *CallbackQuery
	MyChatMember     *ChatMemberUpdated
	PreCheckoutQuery *PreCheckoutQuery
	ShippingQuery    *ShippingQuery
	Reaction         *MessageReactionUpdated
}

// UpdateKinds are the kinds that [Update] has a field for: what to ask for in
// allowed_updates. Left out there, Telegram keeps an earlier choice.
func UpdateKinds() []string {
	return []string{
		"message", "edited_message", "callback_query",
		"my_chat_member", "pre_checkout_query", "shipping_query", "message_reaction",
	}
}

// CallbackQuery is a press on an inline button. Data can be forged.
//
// https://core.telegram.org/bots/api#callbackquery
type CallbackQuery struct {
	ID              string   `json:"id"`
	From            User     `json:"from"`
	Message         *Message `json:"message"` // absent for inline messages; Date 0 if it can no longer be read
	InlineMessageID string   `json:"inline_message_id"`
	Data            string   `json:"data"`
}

// ChatMemberUpdated tells that the bot's place in a chat has changed. In a
// private chat the new status "kicked" means that the customer has blocked
// the bot, and "member" that they have unblocked it.
//
// https://core.telegram.org/bots/api#chatmemberupdated
type ChatMemberUpdated struct {
	Chat Chat       `json:"chat"`
	From User       `json:"from"`
	Date int64      `json:"date"`
	Old  ChatMember `json:"old_chat_member"`
	New  ChatMember `json:"new_chat_member"`
}

// ChatMember is somebody's standing in a chat.
type ChatMember struct {
	User   User   `json:"user"`
	Status string `json:"status"` // creator, administrator, member, restricted, left, kicked
}

// MessageReactionUpdated tells that somebody has put another emoji at a
// message, or taken it back. Telegram does not promise that it comes.
//
// https://core.telegram.org/bots/api#messagereactionupdated
type MessageReactionUpdated struct {
	Chat      Chat       `json:"chat"`
	MessageID int64      `json:"message_id"`
	User      *User      `json:"user"` // nil for an anonymous one
	New       []Reaction `json:"new_reaction"`
}

// Reaction is what stands at a message.
//
// https://core.telegram.org/bots/api#reactiontype
type Reaction struct {
	Type  string `json:"type"` // emoji, custom_emoji or paid
	Emoji string `json:"emoji"`
}

// PreCheckoutQuery asks whether a payment may go ahead. It must be answered
// within ten seconds.
//
// https://core.telegram.org/bots/api#precheckoutquery
type PreCheckoutQuery struct {
	ID               string     `json:"id"`
	From             User       `json:"from"`
	Currency         string     `json:"currency"`
	TotalAmount      int64      `json:"total_amount"` // in the smallest unit
	InvoicePayload   string     `json:"invoice_payload"`
	ShippingOptionID string     `json:"shipping_option_id"`
	OrderInfo        *OrderInfo `json:"order_info"`
}

// ShippingQuery asks for the ways of shipping to an address.
//
// https://core.telegram.org/bots/api#shippingquery
type ShippingQuery struct {
	ID              string  `json:"id"`
	From            User    `json:"from"`
	InvoicePayload  string  `json:"invoice_payload"`
	ShippingAddress Address `json:"shipping_address"`
}

// OrderInfo is what a payer has given with an order.
type OrderInfo struct {
	Name            string   `json:"name"`
	PhoneNumber     string   `json:"phone_number"`
	Email           string   `json:"email"`
	ShippingAddress *Address `json:"shipping_address"`
}

// Address is a postal address.
//
// https://core.telegram.org/bots/api#shippingaddress
type Address struct {
	CountryCode string `json:"country_code"` // ISO 3166-1 alpha-2
	State       string `json:"state"`
	City        string `json:"city"`
	StreetLine1 string `json:"street_line1"`
	StreetLine2 string `json:"street_line2"`
	PostCode    string `json:"post_code"`
}
