package bot

import (
	"context"
	"errors"
	"time"

	"repartee/bot/telegram"
)

const (
	shortWait  = 10 * time.Second // is waited out; a longer one gives the claim back
	laterRetry = 30 * time.Second
	tokenRetry = 5 * time.Minute
	maxTries   = 4
)

// outcome is what became of one call.
type outcome uint8

const (
	sent    outcome = iota // or refused for good: it will never be sent
	later                  // not sent, or not known to be: to be tried again
	blocked                // the customer cannot be reached
)

// send makes one call of the outbox, or notes when to try again. until is the end of the claim.
func (b *Bot) send(ctx context.Context, s *sender, e Entry, until int64) {
	if wait := b.pace(ctx, s.chat, e.Policy); wait > 0 {
		b.wait(ctx, s, e, wait)
		return
	}
	if b.sends.enter(ctx, urgencyOf(s.rank, e.Policy)) != nil {
		return
	}
	if until <= b.store.Now()+claimMargin.Milliseconds() || e.Policy == Once && !b.mark(ctx, s, e) {
		b.sends.leave()
		return
	}
	err := b.observedCall(ctx, s, e)
	b.sends.leave()
	result, wait := b.judge(ctx, s, e, err)
	switch result {
	case sent:
		s.tries = 0
		b.senders.sent(s, e.Seq)
	case blocked:
		s.tries = 0
		b.unreachable(ctx, s)
	case later:
		b.wait(ctx, s, e, wait)
	}
}

func urgencyOf(r rank, policy Policy) rank {
	if policy == Once {
		return bulk
	}
	return r
}

// mark makes sure that an entry which may be sent once is sent by this sender alone; else it is none of its business.
func (b *Bot) mark(ctx context.Context, s *sender, e Entry) bool {
	if s.marked == e.Seq {
		return true
	}
	if e.Marked {
		b.senders.sent(s, e.Seq) // somebody began to send it and may have succeeded
		return false
	}
	ours, err := b.store.Mark(ctx, s.chat, s.nonce, e.Seq)
	switch {
	case err != nil:
		b.storeTrouble(ctx, s, err)
	case ours:
		s.marked = e.Seq
	default:
		b.settle(ctx, s)
	}
	return err == nil && ours
}

// wait puts an entry off: for a short time in memory, for a long one in the store. What may be sent once stays here: in the store it would count as sent.
func (b *Bot) wait(ctx context.Context, s *sender, e Entry, d time.Duration) {
	if d > shortWait && e.Policy != Once {
		s.tries = 0
		b.deferUntil(ctx, s, d)
		return
	}
	s.rest = time.Now().Add(min(d, shortWait))
}

func (b *Bot) call(ctx context.Context, encoded []byte, tries int) error {
	method := telegram.MethodOf(encoded)
	invoice := method == telegram.SendInvoice{}.Method()
	if method == tellMethod {
		return b.tell(ctx, encoded)
	}
	if !invoice && !carries(method) {
		ctx, cancel := context.WithTimeout(ctx, callTimeout)
		defer cancel()
		_, err := b.client.DoEncoded(ctx, encoded)
		return err
	}
	c, err := shipmentOf(encoded)
	if err != nil {
		return err
	}
	if invoice {
		return b.sendInvoice(ctx, c.params)
	}
	return b.ship(ctx, c, tries)
}

// judge tells what became of a call, and for how long it is put off.
func (b *Bot) judge(ctx context.Context, s *sender, e Entry, err error) (outcome, time.Duration) {
	after, limited := telegram.RetryAfter(err)
	switch {
	case err == nil, telegram.Harmless(err):
		return sent, 0
	case limited:
		b.freeze(ctx, s.chat, after)
		return later, after
	case telegram.Blocked(err):
		return blocked, 0
	case telegram.Unauthorized(err):
		b.log.Error("Telegram does not know the token any more; what is to be said waits", "err", err)
		return later, tokenRetry
	case e.Policy == Once && telegram.Unknown(err):
		b.log.Warn("it is not known whether a message arrived; it is not sent again", "err", err)
		return sent, 0
	case errors.Is(err, errUploading):
		return later, uploadPause
	case telegram.Unknown(err), telegram.Unsent(err), errors.Is(err, context.Canceled), errors.Is(err, errStore):
		return later, b.backoff(ctx, s, err)
	}
	b.log.Error("Telegram refuses a message; it is given up and kept as a dead letter", "err", err)
	return b.buryCall(ctx, s.chat, e, err)
}

// backoff is longer after each try of the same entry.
func (b *Bot) backoff(ctx context.Context, s *sender, cause error) time.Duration {
	s.tries++
	if s.tries < maxTries {
		return time.Duration(s.tries*s.tries) * 250 * time.Millisecond
	}
	if ctx.Err() == nil {
		b.log.Warn("a message could not be sent and waits", "err", cause)
	}
	return laterRetry
}

// buryCall keeps a call that Telegram refuses. While it cannot be kept, it is not given up either.
func (b *Bot) buryCall(ctx context.Context, chat int64, e Entry, cause error) (outcome, time.Duration) {
	if b.archive == nil {
		return sent, 0
	}
	err := b.archive.Bury(ctx, DeadLetter{At: b.store.Now(), Chat: chat, Reason: cause.Error(), Raw: e.Call})
	if err != nil {
		b.log.Warn("the dead letter could not be kept, trying again", "err", err)
		return later, time.Second
	}
	return sent, 0
}
