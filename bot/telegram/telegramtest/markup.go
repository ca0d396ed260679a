package telegramtest

import (
	"bytes"
	"encoding/json"
	"net/url"
	"strings"
	"unicode/utf16"

	"repartee/bot/telegram"
)

// markup is a reply_markup that was found right: one of the fields is set.
type markup struct {
	inline *inlineKeyboard
	reply  *replyKeyboard
	remove bool
	force  bool
}

type inlineKeyboard struct {
	Rows [][]inlineButton `json:"inline_keyboard"`
}

type inlineButton struct {
	Text              string          `json:"text"`
	IconCustomEmojiID string          `json:"icon_custom_emoji_id,omitempty"`
	Style             string          `json:"style,omitempty"`
	URL               *string         `json:"url,omitempty"`
	CallbackData      *string         `json:"callback_data,omitempty"`
	WebApp            json.RawMessage `json:"web_app,omitempty"`
	LoginURL          json.RawMessage `json:"login_url,omitempty"`
	SwitchInline      *string         `json:"switch_inline_query,omitempty"`
	SwitchInlineHere  *string         `json:"switch_inline_query_current_chat,omitempty"`
	SwitchInlineChat  json.RawMessage `json:"switch_inline_query_chosen_chat,omitempty"`
	CopyText          *copyText       `json:"copy_text,omitempty"`
	CallbackGame      json.RawMessage `json:"callback_game,omitempty"`
	Pay               bool            `json:"pay,omitempty"`
}

type copyText struct {
	Text string `json:"text"`
}

// parseMarkup reads the reply_markup of a call; nil if it has none.
func parseMarkup(f *form, private bool) (*markup, *refusal) {
	raw := f.text("reply_markup")
	if raw == "" {
		return nil, nil
	}
	var m struct {
		inlineKeyboard
		replyKeyboard
		Remove     *bool `json:"remove_keyboard"`
		ForceReply *bool `json:"force_reply"`
	}
	if err := decodeStrict(raw, &m); err != nil {
		return nil, badRequest("can't parse reply markup: %v", err)
	}
	switch {
	case m.inlineKeyboard.Rows != nil:
		return inlineMarkup(&m.inlineKeyboard)
	case m.replyKeyboard.Rows != nil:
		return replyMarkup(&m.replyKeyboard, private)
	case m.Remove != nil && *m.Remove:
		return &markup{remove: true}, nil
	case m.ForceReply != nil && *m.ForceReply:
		return &markup{force: true}, nil
	default:
		return nil, badRequest("can't parse reply markup: object is none of the four kinds")
	}
}

// parseInline reads a reply_markup where only buttons under a message may be.
func parseInline(f *form) (*inlineKeyboard, *refusal) {
	m, no := parseMarkup(f, true)
	switch {
	case no != nil:
		return nil, no
	case m == nil:
		return nil, nil
	case m.inline == nil:
		return nil, badRequest("inline keyboard expected")
	case len(m.inline.Rows) == 0:
		return nil, nil
	default:
		return m.inline, nil
	}
}

func inlineMarkup(k *inlineKeyboard) (*markup, *refusal) {
	total := 0
	for _, row := range k.Rows {
		if len(row) == 0 || len(row) > telegram.MaxRowButtons {
			return nil, badRequest("a row of an inline keyboard has 1 to %d buttons, not %d", telegram.MaxRowButtons, len(row))
		}
		for i := range row {
			if no := row[i].check(); no != nil {
				return nil, no
			}
			total++
		}
	}
	if total > telegram.MaxInlineButtons {
		return nil, badRequest("REPLY_MARKUP_TOO_LONG")
	}
	return &markup{inline: k}, nil
}

func (b *inlineButton) check() *refusal {
	if strings.TrimSpace(b.Text) == "" {
		return badRequest("can't parse inline keyboard button: text must be non-empty")
	}
	if n := b.purposes(); n != 1 {
		return badRequest("can't parse inline keyboard button: %q needs exactly one purpose, has %d", b.Text, n)
	}
	switch {
	case b.CallbackData != nil && (*b.CallbackData == "" || len(*b.CallbackData) > telegram.MaxCallbackData):
		return badRequest("BUTTON_DATA_INVALID: %d bytes, must be 1 to %d", len(*b.CallbackData), telegram.MaxCallbackData)
	case b.URL != nil && !goodURL(*b.URL):
		return badRequest("inline keyboard button URL %q is invalid: wrong HTTP URL", *b.URL)
	case b.CopyText != nil && (b.CopyText.Text == "" || units(b.CopyText.Text) > telegram.MaxCopyText):
		return badRequest("BUTTON_COPY_TEXT_INVALID")
	default:
		return nil
	}
}

func (b *inlineButton) purposes() int {
	n := 0
	for _, has := range []bool{
		b.URL != nil, b.CallbackData != nil, b.WebApp != nil, b.LoginURL != nil, b.SwitchInline != nil, b.SwitchInlineHere != nil,
		b.SwitchInlineChat != nil, b.CopyText != nil, b.CallbackGame != nil, b.Pay,
	} {
		if has {
			n++
		}
	}
	return n
}

func goodURL(s string) bool {
	u, err := url.Parse(s)
	if err != nil || strings.ContainsAny(s, " \n\t") {
		return false
	}
	switch u.Scheme {
	case "http", "https":
		return strings.Contains(u.Host, ".") || u.Hostname() == "localhost"
	case "tg":
		return true
	default:
		return false
	}
}

// units counts as Telegram does: UTF-16 code units.
func units(s string) int { return len(utf16.Encode([]rune(s))) }

func decodeStrict(raw string, into any) error {
	d := json.NewDecoder(bytes.NewReader([]byte(raw)))
	d.DisallowUnknownFields()
	return d.Decode(into)
}
