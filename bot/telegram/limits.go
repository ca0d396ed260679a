package telegram

import "time"

// What Telegram takes at most. Characters are UTF-16 code units and are
// counted after entities are taken out, unless bytes are said.
const (
	MaxText          = 4096 // https://core.telegram.org/bots/api#sendmessage
	MaxCaption       = 1024 // https://core.telegram.org/bots/api#sendphoto
	MaxCallbackData  = 64   // bytes; https://core.telegram.org/bots/api#inlinekeyboardbutton
	MaxCallbackText  = 200  // https://core.telegram.org/bots/api#answercallbackquery
	MaxStartPayload  = 64   // of A-Za-z0-9_-; https://core.telegram.org/bots/features#deep-linking
	MaxCopyText      = 256  // https://core.telegram.org/bots/api#copytextbutton
	MaxPlaceholder   = 64   // https://core.telegram.org/bots/api#replykeyboardmarkup
	MinAlbum         = 2    // https://core.telegram.org/bots/api#sendmediagroup
	MaxAlbum         = 10
	MaxInlineButtons = 100 // in one keyboard; not documented, observed
	MaxRowButtons    = 8   // in one row under a message; not documented, observed

	// MaxButtonLabel is ours: Telegram takes longer labels and its apps cut
	// them.
	MaxButtonLabel = 64
)

// Commands and profile. https://core.telegram.org/bots/api#setmycommands
const (
	MaxCommands           = 100
	MaxCommand            = 32 // of a-z0-9_
	MaxCommandDescription = 256
	MaxName               = 64  // https://core.telegram.org/bots/api#setmyname
	MaxDescription        = 512 // https://core.telegram.org/bots/api#setmydescription
	MaxShortDescription   = 120 // https://core.telegram.org/bots/api#setmyshortdescription
)

// Payments. https://core.telegram.org/bots/api#sendinvoice
const (
	MaxInvoiceTitle       = 32
	MaxInvoiceDescription = 255
	MaxInvoicePayload     = 128 // bytes
	MaxSuggestedTips      = 4
	MaxStartParameter     = 64             // of A-Za-z0-9_-
	MaxAmount             = 9999_9999_9999 // in the smallest unit; each currency has a lower one for the total: https://core.telegram.org/bots/payments#supported-currencies
	CheckoutDeadline      = 10 * time.Second
)

// Files, in bytes. https://core.telegram.org/bots/api#sending-files and
// https://core.telegram.org/bots/api#getfile
const (
	MaxPhotoUpload = 10 << 20
	MaxUpload      = 50 << 20
	MaxDownload    = 20 << 20
)

// Receiving. https://core.telegram.org/bots/api#getupdates and
// https://core.telegram.org/bots/api#setwebhook
const (
	MaxPollTimeout     = 50 * time.Second // what the server makes of anything longer
	MaxPollUpdates     = 100
	MaxSecretToken     = 256 // of A-Za-z0-9_-
	MaxConnections     = 100
	DefaultConnections = 40
	PressLifetime      = 150 * time.Second // how long the server keeps presses and payment queries
	UpdateLifetime     = 24 * time.Hour    // and everything else
)

// Pace of sending. https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
const (
	BulkMessagesPerSecond  = 25 // to all chats, when writing to many: Telegram says about 30, and others write meanwhile
	ChatMessagesPerSecond  = 1  // to one chat, in the long run
	ChatBurst              = 3  // "short bursts" are not counted in the documentation; this is ours
	GroupMessagesPerMinute = 20
	ChatActionLifetime     = 5 * time.Second // https://core.telegram.org/bots/api#sendchataction
	DeleteLifetime         = 48 * time.Hour  // https://core.telegram.org/bots/api#deletemessage
)
