package bot

import (
	"strconv"
	"strings"

	"repartee/bot/telegram"
	"repartee/flows"
)

// arrivalOf tells whose an update is and what it is. Not ok: nothing is to be done about it.
func (b *Bot) arrivalOf(update *telegram.Update) (chat int64, a arrival, ok bool) {
	chat, class := whose(update)
	if chat == 0 {
		return 0, arrival{}, false
	}
	a = arrival{update: update.ID, class: class, raw: update.Raw, input: b.input(chat, "u"+strconv.FormatInt(update.ID, 10), "")}
	switch {
	case aboutPayment(update.Message):
		payment(&a.input, update.Message)
		ok = true
	case update.Message != nil && update.Message.Chat.Private():
		ok = b.privateMessage(&a, update.Message)
	case update.Message != nil:
		ok = b.groupMessage(&a, update.Message)
	case update.CallbackQuery != nil:
		press(&a.input, update.CallbackQuery)
		ok = true
	case update.MyChatMember != nil:
		membership(&a.input, update.MyChatMember)
		ok = update.MyChatMember.Chat.Private()
	case update.Reaction != nil:
		reaction(&a.input, update.Reaction)
		ok = update.Reaction.Chat.Private()
	}
	return chat, a, ok
}

// whose is the chat of an update; 0 for one of a kind that is not used here.
func whose(update *telegram.Update) (chat int64, class Class) {
	switch {
	case aboutPayment(update.Message):
		return payee(update.Message), ClassOther
	case update.Message != nil:
		return update.Message.Chat.ID, ClassMessage
	case update.CallbackQuery != nil:
		return update.CallbackQuery.From.ID, ClassOther
	case update.MyChatMember != nil:
		return update.MyChatMember.Chat.ID, ClassOther
	case update.Reaction != nil:
		return update.Reaction.Chat.ID, ClassOther
	}
	return 0, ClassMessage
}

func (b *Bot) privateMessage(a *arrival, m *telegram.Message) bool {
	if m.From == nil || m.From.IsBot || m.From.ID != m.Chat.ID {
		return false // not the customer, whose chat has his id
	}
	in := &a.input
	in.From, in.Message, a.said = person(m.From), int(m.ID), m.Date
	switch {
	case m.Text != "":
		in.What, in.Text = flows.Message, m.Text
		other := addressee(m.Text)
		return other == "" || strings.EqualFold(other, b.username)
	case m.Contact != nil:
		in.What, in.Phone, in.Own = flows.Card, m.Contact.PhoneNumber, m.Contact.UserID == m.From.ID
	default:
		in.What, in.Caption, in.Album = flows.Media, m.Caption, m.MediaGroupID
		medium(in, m)
	}
	return true
}

// groupMessage takes commands that are meant for this bot in a group: it talks in private only.
func (b *Bot) groupMessage(a *arrival, m *telegram.Message) bool {
	if m.Chat.Type == "channel" || b.username == "" || !strings.EqualFold(addressee(m.Text), b.username) {
		return false
	}
	if m.From != nil {
		a.input.From = person(m.From)
	}
	a.input.What, a.input.Text = flows.Message, m.Text
	a.thread, a.group = m.ThreadID, true
	return true
}

func person(u *telegram.User) flows.Person {
	return flows.Person{FirstName: clipped(u.FirstName), LastName: clipped(u.LastName), Username: clipped(u.Username), Language: clipped(u.LanguageCode)}
}

// mostName bounds what is kept of a name, in bytes. Telegram takes 64 letters: https://core.telegram.org/method/account.updateProfile
const mostName = 256

func clipped(name string) string {
	if len(name) <= mostName {
		return name
	}
	return strings.ToValidUTF8(name[:mostName], "")
}

// medium notes what was sent and what Telegram knows it by: of a photo its largest size.
func medium(in *flows.Input, m *telegram.Message) {
	file := func(medium flows.Medium, f *telegram.Attachment) { in.Medium, in.FileID = medium, f.FileID }
	switch {
	case len(m.Photo) > 0:
		in.Medium, in.FileID = flows.Photo, m.Photo[len(m.Photo)-1].FileID
	case m.Video != nil:
		file(flows.Video, m.Video)
	case m.Voice != nil:
		file(flows.Voice, m.Voice)
	case m.Animation != nil: // has a document too, which no customer means
		file(flows.Other, m.Animation)
	case m.Document != nil:
		file(flows.File, m.Document)
	case m.Location != nil: // of a venue too
		in.Medium, in.Spot = flows.Location, &flows.Spot{Latitude: m.Location.Latitude, Longitude: m.Location.Longitude}
	default:
		in.Medium = flows.Other
	}
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

func press(in *flows.Input, q *telegram.CallbackQuery) {
	in.What, in.From, in.Data, in.Press = flows.Press, person(&q.From), q.Data, q.ID
	if q.Message != nil && q.Message.Chat.ID == q.From.ID {
		in.On = int(q.Message.ID)
	}
}

// membership notes that the customer has stopped the bot, or taken it up again.
func membership(in *flows.Input, m *telegram.ChatMemberUpdated) {
	in.What = flows.Unblocked
	if m.New.Status == "kicked" {
		in.What = flows.Blocked
	}
}

// reaction notes the emoji that a customer has put at a message; taken back, it is none.
func reaction(in *flows.Input, r *telegram.MessageReactionUpdated) {
	in.What, in.On = flows.Reacted, int(r.MessageID)
	if r.User != nil {
		in.From = person(r.User)
	}
	for _, put := range r.New {
		if put.Type == "emoji" {
			in.Event = put.Emoji
		}
	}
}
