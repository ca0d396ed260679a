package telegramtest

import (
	"fmt"
	"slices"
	"strings"

	"repartee/bot/telegram"
)

// User is a customer with a phone, in their private chat with the bot or, see
// [User.In], in a group. What a user does becomes an update.
type User struct {
	server *Server
	id     int64
	chat   *chat
}

// Group is a group that the bot is in.
type Group struct{ chat *chat }

// ID is the chat id of the group, a negative number.
func (g *Group) ID() int64 { return g.chat.wire.ID }

// User returns the customer with this id, who is made if need be. language is
// that of their app and may be "". The bot cannot write before the customer
// has: see [User.Start].
func (s *Server) User(id int64, name, language string) *User {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.people[id] == nil {
		s.people[id] = &wireUser{ID: id, FirstName: name, LanguageCode: language}
		s.chats[id] = &chat{wire: wireChat{ID: id, Type: "private", FirstName: name}}
	}
	return &User{s, id, s.chats[id]}
}

// Group returns the group with this id (a negative number), which is made with
// the bot in it if need be.
func (s *Server) Group(id int64, title string) *Group {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.chats[id] == nil {
		s.chats[id] = &chat{wire: wireChat{ID: id, Type: "supergroup", Title: title}, opened: true}
	}
	return &Group{s.chats[id]}
}

// In is the same person, writing in a group.
func (u *User) In(g *Group) *User { return &User{u.server, u.id, g.chat} }

// ID is the user's id, which is also that of the private chat.
func (u *User) ID() int64 { return u.id }

// SetProfile changes what the bot is told of the user from now on; each may be
// "" but the first name.
func (u *User) SetProfile(first, last, username, language string) {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	s.people[u.id] = &wireUser{ID: u.id, FirstName: first, LastName: last, Username: username, LanguageCode: language}
	own := s.chats[u.id]
	own.wire.FirstName, own.wire.LastName, own.wire.Username = first, last, username
}

// person is what the bot is told of the user. The caller holds the mutex.
func (u *User) person() *wireUser { return u.server.people[u.id] }

// Say sends a text and returns the id of the message.
func (u *User) Say(text string) int64 {
	return u.send(func(m *wireMessage) { m.Text, m.Entities = text, commandEntities(text) })
}

// Reply sends a text as a reply to a message.
func (u *User) Reply(to int64, text string) int64 {
	return u.send(func(m *wireMessage) {
		m.Text, m.Entities = text, commandEntities(text)
		if target := u.chat.message(to); target != nil {
			flat := *target.wire
			flat.ReplyToMessage = nil
			m.ReplyToMessage = &flat
		}
	})
}

// Start presses the start button, coming by a deep link if payload is not "".
func (u *User) Start(payload string) int64 {
	return u.Say(strings.TrimSpace("/start " + payload))
}

// Edit changes a text that the user has sent.
func (u *User) Edit(messageID int64, text string) error {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	at := u.chat.find(messageID)
	if at < 0 || u.chat.messages[at].byBot {
		return fmt.Errorf("telegramtest: user %d has no message %d to edit", u.id, messageID)
	}
	m := *u.chat.messages[at].wire
	m.Text, m.Entities, m.EditDate = text, commandEntities(text), s.opts.Now().Unix()
	s.replace(u.chat, at, &message{wire: &m, edited: true})
	s.emit("edited_message", lane{"message", u.chat.wire.ID}, &m)
	return nil
}

// Press presses a button under a message and returns the id of the query. The
// button is named by its data or its label; messageID 0 means the last message
// that has it.
func (u *User) Press(messageID int64, button string) (queryID string, err error) {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, m := range slices.Backward(u.chat.messages) {
		if messageID != 0 && m.wire.MessageID != messageID || m.wire.ReplyMarkup == nil {
			continue
		}
		if b := m.wire.ReplyMarkup.button(button); b != nil {
			if b.CallbackData == nil {
				return "", fmt.Errorf("telegramtest: the button %q sends nothing to the bot", button)
			}
			return u.press(m, *b.CallbackData), nil
		}
	}
	return "", fmt.Errorf("telegramtest: user %d sees no button %q", u.id, button)
}

// PressData sends any data for a message, as a modified app can, whether or not
// the message has such a button.
func (u *User) PressData(messageID int64, data string) (queryID string, err error) {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	m := u.chat.message(messageID)
	if m == nil {
		return "", fmt.Errorf("telegramtest: user %d sees no message %d", u.id, messageID)
	}
	return u.press(m, data), nil
}

func (u *User) press(m *message, data string) string {
	id := u.server.ask(u.id, u.chat.wire.ID)
	u.server.emit("callback_query", lane{"callback_query", u.id}, &wireCallbackQuery{
		ID: id, From: *u.person(), Message: m.wire, ChatInstance: fmt.Sprint(u.chat.wire.ID), Data: data,
	})
	return id
}

// React puts an emoji at a message, or takes it back with "".
func (u *User) React(messageID int64, emoji string) error {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	at := u.chat.find(messageID)
	if at < 0 {
		return fmt.Errorf("telegramtest: user %d sees no message %d", u.id, messageID)
	}
	m := *u.chat.messages[at]
	change := &wireReactionUpdated{
		Chat: u.chat.wire, MessageID: messageID, User: u.person(), Date: s.opts.Now().Unix(), Old: reactions(m.reaction), New: reactions(emoji),
	}
	m.reaction = emoji
	s.replace(u.chat, at, &m)
	s.emit("message_reaction", lane{"message_reaction", u.chat.wire.ID}, change)
	return nil
}

func reactions(emoji string) []wireReaction {
	if emoji == "" {
		return []wireReaction{}
	}
	return []wireReaction{{Type: "emoji", Emoji: emoji}}
}

// button finds a button by its data or, failing that, its label.
func (k *inlineKeyboard) button(name string) *inlineButton {
	var labelled *inlineButton
	for _, row := range k.Rows {
		for i := range row {
			switch b := &row[i]; {
			case b.CallbackData != nil && *b.CallbackData == name:
				return b
			case b.Text == name && labelled == nil:
				labelled = b
			}
		}
	}
	return labelled
}

// Tap taps a key of the reply keyboard: it says its label, or shares what the
// key asks for.
func (u *User) Tap(label string) error {
	k := u.Keyboard()
	if k == nil {
		return fmt.Errorf("telegramtest: user %d sees no reply keyboard", u.id)
	}
	for _, row := range k.Rows {
		for _, b := range row {
			if b.Text == label {
				u.tap(b)
				return nil
			}
		}
	}
	return fmt.Errorf("telegramtest: the reply keyboard of user %d has no %q", u.id, label)
}

func (u *User) tap(b telegram.KeyboardButton) {
	switch {
	case b.RequestContact:
		u.ShareContact()
	case b.RequestLocation:
		u.SendLocation(52.52, 13.405)
	default:
		u.Say(b.Text)
	}
}
