package telegramtest

import "encoding/json"

// The objects of the Bot API as this server writes them. They are its own, so
// that a slip in the client's cannot hide; a test holds their fields against
// the published description.

type wireUser struct {
	ID           int64  `json:"id"`
	IsBot        bool   `json:"is_bot"`
	FirstName    string `json:"first_name"`
	LastName     string `json:"last_name,omitempty"`
	Username     string `json:"username,omitempty"`
	LanguageCode string `json:"language_code,omitempty"`
}

type wireChat struct {
	ID        int64  `json:"id"`
	Type      string `json:"type"`
	Title     string `json:"title,omitempty"`
	Username  string `json:"username,omitempty"`
	FirstName string `json:"first_name,omitempty"`
	LastName  string `json:"last_name,omitempty"`
}

type wireMessage struct {
	MessageID           int64                  `json:"message_id"`
	From                *wireUser              `json:"from,omitempty"`
	Date                int64                  `json:"date"`
	Chat                wireChat               `json:"chat"`
	ReplyToMessage      *wireMessage           `json:"reply_to_message,omitempty"`
	EditDate            int64                  `json:"edit_date,omitempty"`
	HasProtectedContent bool                   `json:"has_protected_content,omitempty"`
	MediaGroupID        string                 `json:"media_group_id,omitempty"`
	Text                string                 `json:"text,omitempty"`
	Entities            []wireEntity           `json:"entities,omitempty"`
	LinkPreviewOptions  json.RawMessage        `json:"link_preview_options,omitempty"`
	EffectID            string                 `json:"effect_id,omitempty"`
	Photo               []wireFile             `json:"photo,omitempty"`
	Document            *wireFile              `json:"document,omitempty"`
	Video               *wireFile              `json:"video,omitempty"`
	Voice               *wireFile              `json:"voice,omitempty"`
	Caption             string                 `json:"caption,omitempty"`
	CaptionEntities     []wireEntity           `json:"caption_entities,omitempty"`
	Contact             *wireContact           `json:"contact,omitempty"`
	Location            *wireLocation          `json:"location,omitempty"`
	Invoice             *wireInvoice           `json:"invoice,omitempty"`
	SuccessfulPayment   *wireSuccessfulPayment `json:"successful_payment,omitempty"`
	RefundedPayment     *wireRefundedPayment   `json:"refunded_payment,omitempty"`
	ReplyMarkup         *inlineKeyboard        `json:"reply_markup,omitempty"`
}

type wireEntity struct {
	Type           string    `json:"type"`
	Offset         int       `json:"offset"`
	Length         int       `json:"length"`
	URL            string    `json:"url,omitempty"`
	User           *wireUser `json:"user,omitempty"`
	Language       string    `json:"language,omitempty"`
	CustomEmojiID  string    `json:"custom_emoji_id,omitempty"`
	UnixTime       int64     `json:"unix_time,omitempty"`
	DateTimeFormat string    `json:"date_time_format,omitempty"`
}

// wireFile is a photo size, document, video or voice message.
type wireFile struct {
	FileID       string `json:"file_id"`
	FileUniqueID string `json:"file_unique_id"`
	Width        int    `json:"width,omitempty"`
	Height       int    `json:"height,omitempty"`
	Duration     *int   `json:"duration,omitempty"`
	FileName     string `json:"file_name,omitempty"`
	MIMEType     string `json:"mime_type,omitempty"`
	FileSize     int64  `json:"file_size,omitempty"`
}

type wireContact struct {
	PhoneNumber string `json:"phone_number"`
	FirstName   string `json:"first_name"`
	UserID      int64  `json:"user_id,omitempty"`
}

type wireLocation struct {
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
}

type wireCallbackQuery struct {
	ID           string       `json:"id"`
	From         wireUser     `json:"from"`
	Message      *wireMessage `json:"message,omitempty"`
	ChatInstance string       `json:"chat_instance"`
	Data         string       `json:"data,omitempty"`
}

type wireChatMemberUpdated struct {
	Chat          wireChat       `json:"chat"`
	From          wireUser       `json:"from"`
	Date          int64          `json:"date"`
	OldChatMember wireChatMember `json:"old_chat_member"`
	NewChatMember wireChatMember `json:"new_chat_member"`
}

type wireChatMember struct {
	User      wireUser `json:"user"`
	Status    string   `json:"status"`
	UntilDate *int64   `json:"until_date,omitempty"` // with "kicked"
}

type wireReactionUpdated struct {
	Chat      wireChat       `json:"chat"`
	MessageID int64          `json:"message_id"`
	User      *wireUser      `json:"user,omitempty"`
	Date      int64          `json:"date"`
	Old       []wireReaction `json:"old_reaction"`
	New       []wireReaction `json:"new_reaction"`
}

type wireReaction struct {
	Type  string `json:"type"`
	Emoji string `json:"emoji"`
}

type wireCommand struct {
	Command     string `json:"command"`
	Description string `json:"description"`
}
