package bot

import (
	"fmt"

	"repartee/bot/telegram"
	"repartee/flows"
	"repartee/flows/expr"
)

// entries makes the Bot API calls of a turn's effects, for the outbox. The answer to a press is none of them: it is sent at once, and lost in a crash.
func entries(chat int64, effects []flows.Effect) ([]Entry, error) {
	var out []Entry
	for _, effect := range effects {
		var request telegram.Request
		switch effect := effect.(type) {
		case flows.Send:
			request = message(chat, effect)
		case flows.EditButtons:
			request = telegram.EditMessageReplyMarkup{ChatID: chat, MessageID: int64(effect.Message), ReplyMarkup: &telegram.InlineKeyboard{Rows: inline(effect.Buttons)}}
		default:
			continue
		}
		call, err := telegram.Encode(request)
		if err != nil {
			return nil, fmt.Errorf("encode a call: %w", err)
		}
		out = append(out, Entry{Policy: Resend, Call: call})
	}
	return out, nil
}

func message(chat int64, s flows.Send) telegram.SendMessage {
	m := telegram.SendMessage{Text: s.Text, Entities: entities(s.Entities)}
	m.ChatID = chat
	switch {
	case s.Keyboard != nil:
		m.ReplyMarkup = telegram.ReplyKeyboard{Rows: keys(s.Keyboard), Resize: true, OneTime: true}
	case len(s.Buttons) > 0:
		m.ReplyMarkup = telegram.InlineKeyboard{Rows: inline(s.Buttons)}
	case s.Unkey:
		m.ReplyMarkup = telegram.ReplyKeyboardRemove{}
	}
	return m
}

func entities(list []expr.Entity) []telegram.Entity {
	if len(list) == 0 {
		return nil
	}
	out := make([]telegram.Entity, len(list))
	for i, e := range list {
		out[i] = telegram.Entity{Type: e.Type, Offset: e.Offset, Length: e.Length, URL: e.URL}
	}
	return out
}

func inline(rows [][]flows.PressButton) [][]telegram.InlineButton {
	out := make([][]telegram.InlineButton, len(rows))
	for i, row := range rows {
		for _, button := range row {
			out[i] = append(out[i], telegram.InlineButton{Text: button.Label, CallbackData: button.Data, URL: button.URL})
		}
	}
	return out
}

func keys(rows [][]flows.Key) [][]telegram.KeyboardButton {
	out := make([][]telegram.KeyboardButton, len(rows))
	for i, row := range rows {
		for _, key := range row {
			out[i] = append(out[i], telegram.KeyboardButton{Text: key.Label, RequestContact: key.ShareContact})
		}
	}
	return out
}

// groupAnswer points from a group to the private chat, where flows run.
func (b *Bot) groupAnswer(j job) ([]Entry, error) {
	set := b.Set()
	language := j.input.From.Language
	m := telegram.SendMessage{Text: set.Phrase("group", language)}
	m.ChatID, m.ThreadID = j.chat, j.thread
	m.ReplyMarkup = telegram.InlineKeyboard{Rows: [][]telegram.InlineButton{{{Text: set.Phrase("group_button", language), URL: "https://t.me/" + b.Username + "?start=group"}}}}
	call, err := telegram.Encode(m)
	if err != nil {
		return nil, err
	}
	return []Entry{{Policy: Resend, Call: call}}, nil
}
