package bot

import (
	"fmt"

	"repartee/bot/telegram"
	"repartee/flows"
	"repartee/flows/expr"
)

// calls makes the Bot API calls of a turn's effects. What is passing is not for the outbox: it is done at once, and lost in a crash.
func calls(chat int64, effects []flows.Effect) (outbox []Entry, passing []telegram.Request) {
	for _, effect := range effects {
		switch effect := effect.(type) {
		case flows.Send:
			outbox = append(outbox, sendCalls(chat, &effect)...)
		case flows.Edit:
			outbox = append(outbox, editCall(chat, &effect))
		case flows.EditButtons:
			outbox = append(outbox, entry(telegram.EditMessageReplyMarkup{
				ChatID: chat, MessageID: int64(effect.Message), ReplyMarkup: &telegram.InlineKeyboard{Rows: inline(effect.Buttons)},
			}))
		case flows.Delete:
			outbox = append(outbox, entry(telegram.DeleteMessage{ChatID: chat, MessageID: int64(effect.Message)}))
		case flows.Invoice:
			outbox = append(outbox, invoiceCall(chat, &effect))
		case flows.AnswerPress:
			passing = append(passing, telegram.AnswerCallbackQuery{CallbackQueryID: effect.Press, Text: effect.Text})
		case flows.Typing:
			passing = append(passing, telegram.SendChatAction{ChatID: chat, Action: "typing"})
		}
	}
	return outbox, passing
}

// entry encodes a call with the files that it names. Its fields are texts and numbers: it can fail only by a fault of the program.
func entry(r telegram.Request, files ...attached) Entry {
	call, err := telegram.Encode(r)
	if err == nil && len(files) > 0 {
		call, err = withFiles(call, files)
	}
	if err != nil {
		panic(fmt.Errorf("encode a call: %w", err))
	}
	return Entry{Policy: Resend, Call: call}
}

// sendCalls are the calls that send a message: one, but where there are more pictures than go into it.
func sendCalls(chat int64, s *flows.Send) []Entry {
	d := telegram.Delivery{ChatID: chat, ReplyMarkup: markup(s)}
	switch {
	case s.Location != nil:
		return []Entry{entry(telegram.SendLocation{Delivery: d, Latitude: s.Location.Latitude, Longitude: s.Location.Longitude})}
	case len(s.Media) > 0:
		return mediaCalls(d, s)
	}
	return []Entry{entry(telegram.SendMessage{Delivery: d, Text: s.Text, Entities: entities(s.Entities)})}
}

func editCall(chat int64, e *flows.Edit) Entry {
	buttons := &telegram.InlineKeyboard{Rows: inline(e.Buttons)}
	if e.Media == nil {
		return entry(telegram.EditMessageText{
			ChatID: chat, MessageID: int64(e.Message), Text: e.Text, Entities: entities(e.Entities), ReplyMarkup: buttons,
		})
	}
	var files []attached
	media := inputMedia(e.Media, &files)
	media.Caption = telegram.Caption{Caption: e.Text, CaptionEntities: entities(e.Entities)}
	return entry(telegram.EditMessageMedia{ChatID: chat, MessageID: int64(e.Message), Media: media, ReplyMarkup: buttons}, files...)
}

func entities(list []expr.Entity) (out []telegram.Entity) {
	for _, e := range list {
		out = append(out, telegram.Entity{Type: e.Type, Offset: e.Offset, Length: e.Length, URL: e.URL})
	}
	return out
}

// markup is what stands below a message; nil for nothing.
func markup(s *flows.Send) telegram.ReplyMarkup {
	switch {
	case s.Keyboard != nil:
		return telegram.ReplyKeyboard{Rows: keys(s.Keyboard), Resize: true, OneTime: true}
	case len(s.Buttons) > 0:
		return telegram.InlineKeyboard{Rows: inline(s.Buttons)}
	case s.Unkey:
		return telegram.ReplyKeyboardRemove{}
	}
	return nil
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
			out[i][k] = telegram.KeyboardButton{Text: key.Label, RequestContact: key.ShareContact, RequestLocation: key.ShareLocation}
		}
	}
	return out
}

// groupAnswer points from a group to the private chat, where flows run.
func (b *Bot) groupAnswer(set *flows.Set, chat int64, a *arrival) []Entry {
	language := a.input.From.Language
	m := telegram.SendMessage{Text: set.Phrase("group", language)}
	m.ChatID, m.ThreadID = chat, a.thread
	m.ReplyMarkup = telegram.InlineKeyboard{Rows: [][]telegram.InlineButton{{{
		Text: set.Phrase("group_button", language), URL: "https://t.me/" + b.username + "?start=group",
	}}}}
	return []Entry{entry(m)}
}
