package telegram

// EditMessageText replaces the text of a message and, since the keyboard is
// replaced too, its buttons: without ReplyMarkup they go.
//
// https://core.telegram.org/bots/api#editmessagetext
type EditMessageText struct {
	ChatID             int64           `json:"chat_id"`
	MessageID          int64           `json:"message_id"`
	Text               string          `json:"text"`
	Entities           []Entity        `json:"entities,omitempty"`
	LinkPreviewOptions *LinkPreview    `json:"link_preview_options,omitempty"`
	ReplyMarkup        *InlineKeyboard `json:"reply_markup,omitempty"`
}

// EditMessageCaption replaces the caption of a picture or file, and its
// buttons: without ReplyMarkup they go.
//
// https://core.telegram.org/bots/api#editmessagecaption
type EditMessageCaption struct {
	ChatID    int64 `json:"chat_id"`
	MessageID int64 `json:"message_id"`
	Caption
	ReplyMarkup *InlineKeyboard `json:"reply_markup,omitempty"`
}

// EditMessageMedia puts another picture or file with its caption into a
// message, and replaces its buttons: without ReplyMarkup they go.
//
// https://core.telegram.org/bots/api#editmessagemedia
type EditMessageMedia struct {
	ChatID      int64           `json:"chat_id"`
	MessageID   int64           `json:"message_id"`
	Media       InputMedia      `json:"media"`
	ReplyMarkup *InlineKeyboard `json:"reply_markup,omitempty"`
}

// EditMessageReplyMarkup replaces the buttons under a message; nil removes
// them.
//
// https://core.telegram.org/bots/api#editmessagereplymarkup
type EditMessageReplyMarkup struct {
	ChatID      int64           `json:"chat_id"`
	MessageID   int64           `json:"message_id"`
	ReplyMarkup *InlineKeyboard `json:"reply_markup,omitempty"`
}

// DeleteMessage takes a message back. Bots can do so for 48 hours.
//
// https://core.telegram.org/bots/api#deletemessage
type DeleteMessage struct {
	ChatID    int64 `json:"chat_id"`
	MessageID int64 `json:"message_id"`
}

// AnswerCallbackQuery ends the waiting sign on a pressed button. Each press is
// to be answered once, within seconds.
//
// https://core.telegram.org/bots/api#answercallbackquery
type AnswerCallbackQuery struct {
	CallbackQueryID string `json:"callback_query_id"`
	Text            string `json:"text,omitempty"`
	ShowAlert       bool   `json:"show_alert,omitempty"`
}

// Method implements [Request].
func (EditMessageText) Method() string { return "editMessageText" }

// Method implements [Request].
func (EditMessageCaption) Method() string { return "editMessageCaption" }

// Method implements [Request].
func (EditMessageMedia) Method() string { return "editMessageMedia" }

// Method implements [Request].
func (EditMessageReplyMarkup) Method() string { return "editMessageReplyMarkup" }

// Method implements [Request].
func (DeleteMessage) Method() string { return "deleteMessage" }

// Method implements [Request].
func (AnswerCallbackQuery) Method() string { return "answerCallbackQuery" }
