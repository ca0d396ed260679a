package expr

// Formatted is a text as the Bot API wants it: plain, with entities beside it.
type Formatted struct {
	Text     string
	Entities []Entity
}

// Entity is a part of a text that looks different or leads somewhere, in the
// Bot API's own form: https://core.telegram.org/bots/api#messageentity
type Entity struct {
	Type   string `json:"type"`   // bold, italic, code or text_link
	Offset int    `json:"offset"` // in UTF-16 units
	Length int    `json:"length"` // in UTF-16 units
	URL    string `json:"url,omitempty"`
}
