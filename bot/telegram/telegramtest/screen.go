package telegramtest

import (
	"context"
	"time"

	"repartee/bot/telegram"
)

// Message is a message as a phone shows it.
type Message struct {
	ID       int64
	FromBot  bool
	From     int64 // the sender's id
	Date     time.Time
	Edited   bool
	Text     string // or the caption
	Entities []telegram.Entity
	Media    string // photo, document, video, voice, location or contact; "" for a text
	FileID   string
	FileName string
	Album    string // shared by the items of an album
	ReplyTo  int64
	Reaction string // the emoji that the customer has put at it
	Location *telegram.Location
	Contact  *telegram.Contact
	Invoice  *Invoice
	Receipt  int64                       // of an invoice that was paid in this chat: the message that tells so
	Payment  *telegram.SuccessfulPayment // a payment that was made
	Refund   *telegram.RefundedPayment   // and one that was given back
	Buttons  [][]telegram.InlineButton   // under the message
	Keyboard *telegram.ReplyKeyboard     // came with the message; see [User.Keyboard] for what is shown
	Removed  bool                        // took the keyboard away
}

func (m *message) view() Message {
	w := m.wire
	v := Message{
		ID: w.MessageID, FromBot: m.byBot, Date: time.Unix(w.Date, 0), Edited: m.edited, Reaction: m.reaction,
		Text: w.Text + w.Caption, Entities: viewEntities(w.Entities, w.CaptionEntities), Album: w.MediaGroupID,
		Buttons: w.ReplyMarkup.view(),
	}
	if w.From != nil {
		v.From = w.From.ID
	}
	if w.ReplyToMessage != nil {
		v.ReplyTo = w.ReplyToMessage.MessageID
	}
	if m.markup != nil {
		v.Keyboard, v.Removed = m.markup.reply.view(), m.markup.remove
	}
	if m.invoice != nil {
		v.Invoice, v.Receipt = new(m.invoice.view()), m.receipt
	}
	v.Payment, v.Refund = w.SuccessfulPayment.view(), w.RefundedPayment.view()
	v.setMedia(w)
	return v
}

func (v *Message) setMedia(w *wireMessage) {
	set := func(kind string, f *wireFile) {
		if f != nil {
			v.Media, v.FileID, v.FileName = kind, f.FileID, f.FileName
		}
	}
	set("document", w.Document)
	set("video", w.Video)
	set("voice", w.Voice)
	if len(w.Photo) > 0 {
		set("photo", &w.Photo[len(w.Photo)-1])
	}
	if w.Location != nil {
		v.Media, v.Location = "location", &telegram.Location{Latitude: w.Location.Latitude, Longitude: w.Location.Longitude}
	}
	if c := w.Contact; c != nil {
		v.Media, v.Contact = "contact", &telegram.Contact{PhoneNumber: c.PhoneNumber, FirstName: c.FirstName, UserID: c.UserID}
	}
}

func viewEntities(lists ...[]wireEntity) []telegram.Entity {
	var out []telegram.Entity
	for _, list := range lists {
		for _, e := range list {
			out = append(out, telegram.Entity{
				Type: e.Type, Offset: e.Offset, Length: e.Length, URL: e.URL, Language: e.Language, CustomEmojiID: e.CustomEmojiID,
			})
		}
	}
	return out
}

func (k *inlineKeyboard) view() [][]telegram.InlineButton {
	if k == nil {
		return nil
	}
	rows := make([][]telegram.InlineButton, len(k.Rows))
	for i, row := range k.Rows {
		for _, b := range row {
			out := telegram.InlineButton{Text: b.Text, Pay: b.Pay}
			if b.URL != nil {
				out.URL = *b.URL
			}
			if b.CallbackData != nil {
				out.CallbackData = *b.CallbackData
			}
			if b.CopyText != nil {
				out.CopyText = &telegram.CopyText{Text: b.CopyText.Text}
			}
			rows[i] = append(rows[i], out)
		}
	}
	return rows
}

func (k *replyKeyboard) view() *telegram.ReplyKeyboard {
	if k == nil {
		return nil
	}
	out := &telegram.ReplyKeyboard{Persistent: k.Persistent, Resize: k.Resize, OneTime: k.OneTime, Placeholder: k.Placeholder}
	for _, row := range k.Rows {
		var buttons []telegram.KeyboardButton
		for _, b := range row {
			buttons = append(buttons, telegram.KeyboardButton{
				Text: b.Text, RequestContact: b.RequestContact, RequestLocation: b.RequestLocation,
			})
		}
		out.Rows = append(out.Rows, buttons)
	}
	return out
}

// Messages is what the chat shows now, oldest first.
func (u *User) Messages() []Message {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	return u.chat.screen()
}

// Keyboard is the reply keyboard that is shown now; nil if none is.
func (u *User) Keyboard() *telegram.ReplyKeyboard {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	return u.chat.keyboard.view()
}

// Wait returns true as soon as the screen is as asked for, and false when ctx
// ends before.
func (u *User) Wait(ctx context.Context, as func([]Message) bool) bool {
	for {
		u.server.mu.Lock()
		screen := u.chat.screen()
		if u.chat.changed == nil {
			u.chat.changed = make(chan struct{})
		}
		changed := u.chat.changed
		u.server.mu.Unlock()
		if as(screen) {
			return true
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return false
		case <-u.server.done:
			return false
		}
	}
}

func (c *chat) screen() []Message {
	out := make([]Message, len(c.messages))
	for i, m := range c.messages {
		out[i] = m.view()
	}
	return out
}
