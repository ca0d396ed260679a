package telegram

// Delivery holds what all sending calls share. ChatID is required.
type Delivery struct {
	ChatID              int64            `json:"chat_id"`
	ThreadID            int64            `json:"message_thread_id,omitempty"` // a forum topic; leave 0 for the general one
	DisableNotification bool             `json:"disable_notification,omitempty"`
	ProtectContent      bool             `json:"protect_content,omitempty"`
	ReplyParameters     *ReplyParameters `json:"reply_parameters,omitempty"`
	ReplyMarkup         ReplyMarkup      `json:"reply_markup,omitempty"`
}

// Caption is the text beside a picture or file.
type Caption struct {
	Caption         string   `json:"caption,omitempty"`
	CaptionEntities []Entity `json:"caption_entities,omitempty"`
}

// SendMessage sends a text.
//
// https://core.telegram.org/bots/api#sendmessage
type SendMessage struct {
	Delivery
	Text               string       `json:"text"`
	Entities           []Entity     `json:"entities,omitempty"`
	LinkPreviewOptions *LinkPreview `json:"link_preview_options,omitempty"`
}

// SendPhoto sends a picture: a file id, an https URL, or attach://name with a
// [File] of that field.
//
// https://core.telegram.org/bots/api#sendphoto
type SendPhoto struct {
	Delivery
	Caption
	Photo string `json:"photo"`
}

// SendDocument sends a file; see [SendPhoto] for what Document may be.
//
// https://core.telegram.org/bots/api#senddocument
type SendDocument struct {
	Delivery
	Caption
	Document string `json:"document"`
}

// SendVideo sends a video; see [SendPhoto] for what Video may be.
//
// https://core.telegram.org/bots/api#sendvideo
type SendVideo struct {
	Delivery
	Caption
	Video string `json:"video"`
}

// SendVoice sends a voice message; see [SendPhoto] for what Voice may be.
//
// https://core.telegram.org/bots/api#sendvoice
type SendVoice struct {
	Delivery
	Caption
	Voice string `json:"voice"`
}

// SendLocation sends a point on the map.
//
// https://core.telegram.org/bots/api#sendlocation
type SendLocation struct {
	Delivery
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
}

// SendMediaGroup sends an album of 2 to 10 items. It cannot carry a keyboard.
//
// https://core.telegram.org/bots/api#sendmediagroup
type SendMediaGroup struct {
	ChatID              int64        `json:"chat_id"`
	ThreadID            int64        `json:"message_thread_id,omitempty"`
	DisableNotification bool         `json:"disable_notification,omitempty"`
	ProtectContent      bool         `json:"protect_content,omitempty"`
	Media               []InputMedia `json:"media"`
}

// InputMedia is one item of an album. An album shows a caption below it only
// if no more than one item has one.
//
// https://core.telegram.org/bots/api#inputmedia
type InputMedia struct {
	Type  string `json:"type"`  // photo, video, document or audio
	Media string `json:"media"` // as in SendPhoto
	Caption
}

// SendChatAction shows "typing" for at most five seconds.
//
// https://core.telegram.org/bots/api#sendchataction
type SendChatAction struct {
	ChatID   int64  `json:"chat_id"`
	ThreadID int64  `json:"message_thread_id,omitempty"`
	Action   string `json:"action"` // typing, upload_photo, ...
}

// Method implements [Request].
func (SendMessage) Method() string { return "sendMessage" }

// Method implements [Request].
func (SendPhoto) Method() string { return "sendPhoto" }

// Method implements [Request].
func (SendDocument) Method() string { return "sendDocument" }

// Method implements [Request].
func (SendVideo) Method() string { return "sendVideo" }

// Method implements [Request].
func (SendVoice) Method() string { return "sendVoice" }

// Method implements [Request].
func (SendLocation) Method() string { return "sendLocation" }

// Method implements [Request].
func (SendMediaGroup) Method() string { return "sendMediaGroup" }

// Method implements [Request].
func (SendChatAction) Method() string { return "sendChatAction" }
