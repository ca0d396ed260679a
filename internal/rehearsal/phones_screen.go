package rehearsal

import (
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
	"repartee/internal/console"
)

// eventOf says in the page's words what the server shows.
func eventOf(e telegramtest.Event) console.Event {
	out := console.Event{Customer: e.Chat}
	switch e.Kind {
	case telegramtest.MessageSent, telegramtest.MessageEdited:
		m := messageOf(e.Message)
		out.Kind, out.Message = console.MessageShown, &m
	case telegramtest.MessageDeleted:
		out.Kind, out.MessageID = console.MessageGone, e.MessageID
	case telegramtest.ActionShown:
		out.Kind, out.Action = console.ActionShown, e.Action
	case telegramtest.PressAnswered:
		out.Kind, out.Text, out.Alert = console.PressAnswered, e.Answer.Text, e.Answer.Alert
	}
	return out
}

func messageOf(m telegramtest.Message) console.Message {
	out := console.Message{
		ID: m.ID, FromBot: m.FromBot, Date: m.Date.Unix(), Edited: m.Edited, Text: m.Text,
		Media: m.Media, File: m.FileID, FileName: m.FileName, Album: m.Album, ReplyTo: m.ReplyTo, Reaction: m.Reaction, Money: moneyOf(m),
	}
	if m.Invoice != nil {
		out.Invoice, out.Receipt = new(invoiceOf(*m.Invoice)), m.Receipt
	}
	for _, e := range m.Entities {
		out.Entities = append(out.Entities, console.Entity{Type: e.Type, Offset: e.Offset, Length: e.Length, URL: e.URL})
	}
	if m.Location != nil {
		out.Point = &console.Point{Latitude: m.Location.Latitude, Longitude: m.Location.Longitude}
	}
	if m.Contact != nil {
		out.Card = &console.Card{Name: m.Contact.FirstName, Phone: m.Contact.PhoneNumber}
	}
	for _, row := range m.Buttons {
		out.Buttons = append(out.Buttons, buttonsOf(row))
	}
	return out
}

func buttonsOf(row []telegram.InlineButton) []console.Button {
	out := make([]console.Button, len(row))
	for i, b := range row {
		out[i] = console.Button{Text: b.Text, Data: b.CallbackData, URL: b.URL, Pay: b.Pay}
		if b.CopyText != nil {
			out[i].Copy = b.CopyText.Text
		}
	}
	return out
}

func keyboardOf(k *telegram.ReplyKeyboard) *console.Keyboard {
	if k == nil {
		return nil
	}
	out := &console.Keyboard{Placeholder: k.Placeholder}
	for _, row := range k.Rows {
		keys := make([]console.Key, len(row))
		for i, b := range row {
			keys[i].Text = b.Text
			switch {
			case b.RequestContact:
				keys[i].Shares = console.Contact
			case b.RequestLocation:
				keys[i].Shares = console.Location
			}
		}
		out.Rows = append(out.Rows, keys)
	}
	return out
}
