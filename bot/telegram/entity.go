package telegram

// Entity marks a part of a text: bold, a link, a command. Offset and Length
// count UTF-16 code units.
//
// https://core.telegram.org/bots/api#messageentity
type Entity struct {
	Type          string `json:"type"`
	Offset        int    `json:"offset"`
	Length        int    `json:"length"`
	URL           string `json:"url,omitempty"`
	Language      string `json:"language,omitempty"`
	CustomEmojiID string `json:"custom_emoji_id,omitempty"`
}

// LinkPreview says how the preview of a link is shown, or that it is not.
//
// https://core.telegram.org/bots/api#linkpreviewoptions
type LinkPreview struct {
	IsDisabled       bool   `json:"is_disabled,omitempty"`
	URL              string `json:"url,omitempty"`
	PreferSmallMedia bool   `json:"prefer_small_media,omitempty"`
	PreferLargeMedia bool   `json:"prefer_large_media,omitempty"`
	ShowAboveText    bool   `json:"show_above_text,omitempty"`
}

// ReplyParameters name the message that is replied to.
//
// https://core.telegram.org/bots/api#replyparameters
type ReplyParameters struct {
	MessageID                int64 `json:"message_id"`
	AllowSendingWithoutReply bool  `json:"allow_sending_without_reply,omitempty"`
}
