package bot

import (
	"context"
	"net/netip"
	"time"

	"repartee/bot/telegram"
	"repartee/flows"
)

// Entries is the outbox that comes of effects.
func Entries(chat int64, effects ...flows.Effect) []Entry {
	outbox, _ := calls(chat, effects)
	return outbox
}

// Tells is the outbox that comes of effects for another contact.
func (b *Bot) Tells(id string, effects ...flows.Effect) []Entry { return b.tells(id, effects) }

// DoJob does a job as it is done after a commit.
func (b *Bot) DoJob(ctx context.Context, job *flows.Job) ([]byte, error) { return b.doJob(ctx, 1, job) }

// Public tells an address of the public internet.
func Public(a netip.Addr) bool { return public(a) }

// Code is a contact's referral code.
func (b *Bot) Code(chat int64) string { return b.referrals.code(chat) }

// ChatOf is whom a code stands for.
func (b *Bot) ChatOf(code string) (int64, bool) { return b.referrals.chat(code) }

// CompanionsOf is what turns know of pairs that were counted.
func CompanionsOf(pairs map[string]int64) map[string][]flows.Companions {
	return companions(pairs, func(item string) string { return item })
}

// InputOf is the input that an update makes.
func (b *Bot) InputOf(update *telegram.Update) (chat int64, in flows.Input, ok bool) {
	chat, a, ok := b.arrivalOf(update)
	return chat, a.input, ok
}

// Payload is what the invoice of an order carries.
func Payload(number string, chat int64) string { return payload(number, chat) }

// ParsePayload reads a payload.
func ParsePayload(text string) (number string, chat int64, ok bool) { return parsePayload(text) }

// JudgeWithin lets queries about payments be refused after another time than ever.
func (b *Bot) JudgeWithin(d time.Duration) { b.judgeTime = d }

// Others are the instances that are known to be at work, this one among them.
func (b *Bot) Others() []string { return b.roll.all() }
