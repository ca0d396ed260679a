package bot

import (
	"fmt"

	"repartee/bot/telegram"
	"repartee/flows"
)

// calls makes the Bot API calls of a turn's effects. The answers to presses are not for the outbox: they are given at once, and lost in a crash.
func calls(chat int64, effects []flows.Effect) (outbox []Entry, presses []telegram.AnswerCallbackQuery) {
	for _, effect := range effects {
		switch effect := effect.(type) {
		case flows.Send:
			outbox = append(outbox, entry(message(chat, &effect)))
		case flows.EditButtons:
			outbox = append(outbox, entry(telegram.EditMessageReplyMarkup{
				ChatID: chat, MessageID: int64(effect.Message), ReplyMarkup: &telegram.InlineKeyboard{Rows: inline(effect.Buttons)},
			}))
		case flows.AnswerPress:
			presses = append(presses, telegram.AnswerCallbackQuery{CallbackQueryID: effect.Press, Text: effect.Text})
		}
	}
	return outbox, presses
}

// entry encodes a call. Its fields are texts and numbers: it can fail only by a fault of the program.
func entry(r telegram.Request) Entry {
	call, err := telegram.Encode(r)
	if err != nil {
		panic(fmt.Errorf("encode a call: %w", err))
	}
	return Entry{Policy: Resend, Call: call}
}

func message(chat int64, s *flows.Send) telegram.SendMessage {
	m := telegram.SendMessage{Text: s.Text}
	m.ChatID = chat
	for _, e := range s.Entities {
		m.Entities = append(m.Entities, telegram.Entity{Type: e.Type, Offset: e.Offset, Length: e.Length, URL: e.URL})
	}
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

// inline gives rows that are never null, which Telegram would not take.
func inline(rows [][]flows.PressButton) [][]telegram.InlineButton {
	out := make([][]telegram.InlineButton, len(rows))
	for i, row := range rows {
		out[i] = make([]telegram.InlineButton, len(row))
		for k, button := range row {
			out[i][k] = telegram.InlineButton{Text: button.Label, CallbackData: button.Data, URL: button.URL}
		}
	}
	return out
}

func keys(rows [][]flows.Key) [][]telegram.KeyboardButton {
	out := make([][]telegram.KeyboardButton, len(rows))
	for i, row := range rows {
		out[i] = make([]telegram.KeyboardButton, len(row))
		for k, key := range row {
			out[i][k] = telegram.KeyboardButton{Text: key.Label, RequestContact: key.ShareContact}
		}
	}
	return out
}

// groupAnswer points from a group to the private chat, where flows run.
func (b *Bot) groupAnswer(set *flows.Set, chat int64, j *job) []Entry {
	language := j.input.From.Language
	m := telegram.SendMessage{Text: set.Phrase("group", language)}
	m.ChatID, m.ThreadID = chat, j.thread
	m.ReplyMarkup = telegram.InlineKeyboard{Rows: [][]telegram.InlineButton{{{
		Text: set.Phrase("group_button", language), URL: "https://t.me/" + b.username + "?start=group",
	}}}}
	return []Entry{entry(m)}
}
