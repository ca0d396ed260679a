package bot

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"strconv"
	"strings"
	"time"

	"repartee/bot/telegram"
	"repartee/flows"
)

// ErrClosing says that the bot takes nothing in any more: Telegram is to bring it again, to the next instance.
var ErrClosing = errors.New("the bot is shutting down")

// Receive takes a batch of updates in and returns when each of them is committed, or kept among the dead letters. On an error the batch is to come again; what was
// committed of it is known by then. It is the telegram.Receiver of a poller and a webhook.
func (b *Bot) Receive(ctx context.Context, batch []telegram.Update) error {
	if b.closing.Load() {
		return ErrClosing
	}
	waits := make([]<-chan error, 0, len(batch))
	for i := range batch {
		update := &batch[i]
		if update.Err != nil {
			if err := b.bury(ctx, update); err != nil {
				return err
			}
			continue
		}
		job, ok := b.jobOf(update)
		if !ok {
			continue
		}
		done, err := b.lanes.add(ctx, job)
		if err != nil {
			return errors.Join(err, all(waits))
		}
		waits = append(waits, done)
	}
	return all(waits)
}

func all(waits []<-chan error) error {
	var failed error
	for _, done := range waits {
		if err := <-done; err != nil && failed == nil {
			failed = err
		}
	}
	return failed
}

func (b *Bot) bury(ctx context.Context, update *telegram.Update) error {
	b.Log.Error("an update cannot be read and is kept as a dead letter", "update", update.ID, "err", update.Err)
	if b.Archive == nil {
		return nil
	}
	return b.Archive.Bury(ctx, DeadLetter{At: b.Store.Now(), Update: update.ID, Reason: update.Err.Error(), Raw: update.Raw})
}

// jobOf tells whose an update is and what it is. Not ok: nothing is to be done about it.
func (b *Bot) jobOf(update *telegram.Update) (job, bool) {
	j := job{update: update.ID, raw: update.Raw}
	in := flows.Input{ID: "u" + strconv.FormatInt(update.ID, 10), At: time.UnixMilli(b.Store.Now()).UTC(), Seed: b.seedOf(update.ID)}
	switch {
	case update.Message != nil:
		return b.messageJob(j, in, update.Message)
	case update.CallbackQuery != nil:
		return b.pressJob(j, in, update.CallbackQuery)
	case update.MyChatMember != nil:
		return memberJob(j, in, update.MyChatMember)
	}
	return job{}, false
}

// seedOf makes the seed of an update's input: nobody outside can tell it, and the same update in this process has the same.
func (b *Bot) seedOf(update int64) (seed [16]byte) {
	sum := sha256.Sum256(binary.BigEndian.AppendUint64(b.seed[:], uint64(update)))
	copy(seed[:], sum[:])
	return seed
}

func (b *Bot) messageJob(j job, in flows.Input, m *telegram.Message) (job, bool) {
	if !m.Chat.Private() {
		return b.groupJob(j, in, m)
	}
	if m.From == nil || m.From.IsBot {
		return job{}, false
	}
	j.chat, in.From = m.Chat.ID, person(m.From)
	switch {
	case m.Text != "":
		if other := addressee(m.Text); other != "" && !strings.EqualFold(other, b.Username) {
			return job{}, false
		}
		in.What, in.Text = flows.Message, m.Text
	case m.Contact != nil:
		in.What, in.Phone, in.Own = flows.Card, m.Contact.PhoneNumber, m.Contact.UserID == m.From.ID
	default:
		in.What, in.Medium = flows.Media, medium(m)
	}
	j.input = in
	return j, true
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
	command, _, _ := strings.Cut(text, " ")
	_, name, _ := strings.Cut(command, "@")
	return name
}

// groupJob answers commands that are meant for this bot in a group: it talks in private only.
func (b *Bot) groupJob(j job, in flows.Input, m *telegram.Message) (job, bool) {
	if m.Chat.Type == "channel" || b.Username == "" || !strings.EqualFold(addressee(m.Text), b.Username) {
		return job{}, false
	}
	if m.From != nil {
		in.From = person(m.From)
	}
	in.What, in.Text = flows.Message, m.Text
	j.chat, j.thread, j.input, j.group = m.Chat.ID, m.ThreadID, in, true
	return j, true
}

func (b *Bot) pressJob(j job, in flows.Input, q *telegram.CallbackQuery) (job, bool) {
	j.chat, j.class = q.From.ID, ClassOther
	in.What, in.From, in.Data, in.Press = flows.Press, person(&q.From), q.Data, q.ID
	if q.Message != nil && q.Message.Chat.ID == q.From.ID {
		in.On = int(q.Message.ID)
	}
	j.input = in
	return j, true
}

// memberJob notes that the customer has stopped the bot, or taken it up again.
func memberJob(j job, in flows.Input, m *telegram.ChatMemberUpdated) (job, bool) {
	if !m.Chat.Private() {
		return job{}, false
	}
	j.chat, j.class, in.What = m.Chat.ID, ClassOther, flows.Unblocked
	if m.New.Status == "kicked" {
		in.What = flows.Blocked
	}
	j.input = in
	return j, true
}
