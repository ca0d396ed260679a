package telegram

// User is a person or a bot.
//
// https://core.telegram.org/bots/api#user
type User struct {
	ID                      int64  `json:"id"`
	IsBot                   bool   `json:"is_bot"`
	FirstName               string `json:"first_name"`
	LastName                string `json:"last_name"`
	Username                string `json:"username"`
	LanguageCode            string `json:"language_code"`               // IETF, of the customer's app; may be empty
	CanReadAllGroupMessages bool   `json:"can_read_all_group_messages"` // only from [Client.Me]
}

// Chat is where a message stands.
//
// https://core.telegram.org/bots/api#chat
type Chat struct {
	ID        int64  `json:"id"`
	Type      string `json:"type"` // private, group, supergroup or channel
	Title     string `json:"title"`
	Username  string `json:"username"`
	FirstName string `json:"first_name"`
	LastName  string `json:"last_name"`
	IsForum   bool   `json:"is_forum"`
}

// Private reports a chat with one person.
func (c Chat) Private() bool { return c.Type == "private" }

// Message is what somebody wrote or sent.
//
// https://core.telegram.org/bots/api#message
type Message struct {
	ID              int64              `json:"message_id"`
	ThreadID        int64              `json:"message_thread_id"`
	From            *User              `json:"from"` // nil in channels
	SenderChat      *Chat              `json:"sender_chat"`
	Date            int64              `json:"date"` // Unix time; 0 if the message can no longer be read
	EditDate        int64              `json:"edit_date"`
	Chat            Chat               `json:"chat"`
	ReplyTo         *Message           `json:"reply_to_message"`
	MediaGroupID    string             `json:"media_group_id"`
	Text            string             `json:"text"`
	Entities        []Entity           `json:"entities"`
	Caption         string             `json:"caption"`
	CaptionEntities []Entity           `json:"caption_entities"`
	Photo           []PhotoSize        `json:"photo"` // the same picture, smallest first
	Voice           *Attachment        `json:"voice"`
	Audio           *Attachment        `json:"audio"`
	Video           *Attachment        `json:"video"`
	VideoNote       *Attachment        `json:"video_note"`
	Animation       *Attachment        `json:"animation"` // also has Document set
	Document        *Attachment        `json:"document"`
	Sticker         *Sticker           `json:"sticker"`
	Contact         *Contact           `json:"contact"`
	Location        *Location          `json:"location"`
	WebAppData      *WebAppData        `json:"web_app_data"`
	Payment         *SuccessfulPayment `json:"successful_payment"`
	Refund          *RefundedPayment   `json:"refunded_payment"`
	MigrateToChatID int64              `json:"migrate_to_chat_id"`
}

// PhotoSize is one size of a picture.
//
// https://core.telegram.org/bots/api#photosize
type PhotoSize struct {
	FileID   string `json:"file_id"`
	UniqueID string `json:"file_unique_id"`
	Width    int    `json:"width"`
	Height   int    `json:"height"`
	FileSize int64  `json:"file_size"`
}

// Attachment is a voice message, a sound, a video or a file: the fields that
// they share. FileID belongs to this bot alone; UniqueID is the same for all
// bots but cannot be used to get the file.
type Attachment struct {
	FileID   string `json:"file_id"`
	UniqueID string `json:"file_unique_id"`
	Duration int    `json:"duration"` // seconds
	FileName string `json:"file_name"`
	MIMEType string `json:"mime_type"`
	FileSize int64  `json:"file_size"` // bytes; 0 if unknown
}

// Sticker is a sticker, of which only the emoji says anything.
type Sticker struct {
	FileID string `json:"file_id"`
	Emoji  string `json:"emoji"`
}

// Contact is a card from somebody's address book. It is the sender's own only
// if UserID is the sender's id.
//
// https://core.telegram.org/bots/api#contact
type Contact struct {
	PhoneNumber string `json:"phone_number"`
	FirstName   string `json:"first_name"`
	LastName    string `json:"last_name"`
	UserID      int64  `json:"user_id"`
}

// Location is a point on the map, in degrees.
type Location struct {
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
}

// WebAppData is what a Mini App has sent.
type WebAppData struct {
	Data       string `json:"data"`
	ButtonText string `json:"button_text"`
}

// SuccessfulPayment tells that money has moved. It can arrive late or twice:
// the telegram charge id tells payments apart.
//
// https://core.telegram.org/bots/api#successfulpayment
type SuccessfulPayment struct {
	Currency         string     `json:"currency"`
	TotalAmount      int64      `json:"total_amount"` // in the smallest unit
	InvoicePayload   string     `json:"invoice_payload"`
	ShippingOptionID string     `json:"shipping_option_id"`
	OrderInfo        *OrderInfo `json:"order_info"`
	TelegramChargeID string     `json:"telegram_payment_charge_id"`
	ProviderChargeID string     `json:"provider_payment_charge_id"`
}

// RefundedPayment tells that a payment was given back, by the bot or by
// Telegram itself. Of payments through a provider Telegram does not tell.
//
// https://core.telegram.org/bots/api#refundedpayment
type RefundedPayment struct {
	Currency         string `json:"currency"`     // always [Stars] so far
	TotalAmount      int64  `json:"total_amount"` // in the smallest unit
	InvoicePayload   string `json:"invoice_payload"`
	TelegramChargeID string `json:"telegram_payment_charge_id"`
	ProviderChargeID string `json:"provider_payment_charge_id"`
}
