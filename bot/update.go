package bot

import (
	"strconv"
	"strings"

	"repartee/bot/telegram"
	"repartee/flows"
)

// jobOf tells whose an update is and what it is. Not ok: nothing is to be done about it.
func (b *Bot) jobOf(update *telegram.Update) (chat int64, j job, ok bool) {
	j = job{update: update.ID, raw: update.Raw, input: b.input("u"+strconv.FormatInt(update.ID, 10), "")}
	switch {
	case update.Message != nil && update.Message.Chat.Private():
		ok = b.privateMessage(&j, update.Message)
		return update.Message.Chat.ID, j, ok
	case update.Message != nil:
		ok = b.groupMessage(&j, update.Message)
		return update.Message.Chat.ID, j, ok
	case update.CallbackQuery != nil:
		press(&j, update.CallbackQuery)
		return update.CallbackQuery.From.ID, j, true
	case update.MyChatMember != nil:
		membership(&j, update.MyChatMember)
		return update.MyChatMember.Chat.ID, j, update.MyChatMember.Chat.Private()
	}
	return 0, job{}, false
}

func (b *Bot) privateMessage(j *job, m *telegram.Message) bool {
	if m.From == nil || m.From.IsBot {
		return false
	}
	in := &j.input
	in.From = person(m.From)
	switch {
	case m.Text != "":
		in.What, in.Text = flows.Message, m.Text
		other := addressee(m.Text)
		return other == "" || strings.EqualFold(other, b.username)
	case m.Contact != nil:
		in.What, in.Phone, in.Own = flows.Card, m.Contact.PhoneNumber, m.Contact.UserID == m.From.ID
	default:
		in.What, in.Medium = flows.Media, medium(m)
	}
	return true
}

// groupMessage takes commands that are meant for this bot in a group: it talks in private only.
func (b *Bot) groupMessage(j *job, m *telegram.Message) bool {
	if m.Chat.Type == "channel" || b.username == "" || !strings.EqualFold(addressee(m.Text), b.username) {
		return false
	}
	if m.From != nil {
		j.input.From = person(m.From)
	}
	j.input.What, j.input.Text = flows.Message, m.Text
	j.thread, j.group = m.ThreadID, true
	return true
}

func person(u *telegram.User) flows.Person {
	return flows.Person{FirstName: u.FirstName, LastName: u.LastName, Username: u.Username, Language: u.LanguageCode}
}

func medium(m *telegram.Message) flows.Medium {
	switch {
	case m.Photo != nil:
		return flows.Photo
	case m.Voice != nil:
		return flows.Voice
	case m.Document != nil:
		return flows.File
	case m.Location != nil:
		return flows.Location
	}
	return flows.Other
}

// addressee is the bot that a command is meant for, as in "/start@bean_bot"; "" where none is named.
func addressee(text string) string {
	if !strings.HasPrefix(text, "/") {
		return ""
	}
	command := text
	if end := strings.IndexAny(text, " \t\r\n"); end >= 0 {
		command = text[:end]
	}
	_, name, _ := strings.Cut(command, "@")
	return name
}

func press(j *job, q *telegram.CallbackQuery) {
	j.class = ClassOther
	in := &j.input
	in.What, in.From, in.Data, in.Press = flows.Press, person(&q.From), q.Data, q.ID
	if q.Message != nil && q.Message.Chat.ID == q.From.ID {
		in.On = int(q.Message.ID)
	}
}

// membership notes that the customer has stopped the bot, or taken it up again.
func membership(j *job, m *telegram.ChatMemberUpdated) {
	j.class, j.input.What = ClassOther, flows.Unblocked
	if m.New.Status == "kicked" {
		j.input.What = flows.Blocked
	}
}
