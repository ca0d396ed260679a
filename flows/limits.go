package flows

// Limits of the channel, in UTF-16 units unless said: https://core.telegram.org/bots/api#sendmessage
const (
	MessageLimit = 4096
	CaptionLimit = 1024 // of a text under a picture, in UTF-16 units
	LabelLimit   = 64   // our own: longer labels are cut off on phones
	NoticeLimit  = 200  // of the answer to a press
	PayloadLimit = 64   // characters of a deep link's payload
)
