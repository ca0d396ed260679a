package bot

import (
	"context"
	"errors"
	"strconv"
	"time"

	"repartee/bot/telegram"
	"repartee/flows"
)

const (
	callTimeout = 12 * time.Second // below half the claim, so that a slow call cannot outlive it
	shortWait   = 10 * time.Second // a 429 up to this is waited out; a longer one gives the claim back
	laterRetry  = 30 * time.Second
	maxTries    = 4
)

// outcome is what became of one call.
type outcome uint8

const (
	sent      outcome = iota // or refused for good: it will never be sent
	postponed                // later: the rest waits with it
	blocked                  // the customer cannot be reached: the rest is dropped with it
	abandoned                // the claim is lost, or the bot is shutting down
)

// deliver sends what a contact's sender has, in order, and takes it off the outbox.
func (b *Bot) deliver(ctx context.Context, s *sender) {
	for {
		next, ok := b.senders.take(s)
		if !ok {
			if b.settle(ctx, s) {
				return
			}
			continue
		}
		if next.answer != nil {
			b.answer(ctx, next.answer)
			continue
		}
		result, wait := b.send(ctx, s, next.entry)
		switch result {
		case sent:
			s.last = next.entry.Seq
		case postponed:
			b.postpone(ctx, s, wait)
			return
		case blocked:
			b.unreachable(ctx, s, next.entry)
			return
		case abandoned:
			b.senders.quit(s)
			return
		}
	}
}

// settle takes what was sent off the outbox and ends the sender if nothing is left.
func (b *Bot) settle(ctx context.Context, s *sender) bool {
	if s.last > 0 {
		now := b.Store.Now()
		claim := Claim{Nonce: b.nonce, Until: now + claimTime.Milliseconds()}
		acked, err := b.Store.Ack(context.WithoutCancel(ctx), Ack{Chat: s.chat, Claim: claim, Through: s.last, Now: now})
		if err != nil {
			b.Log.Warn("what was sent could not be taken off the outbox; it may be sent once more when the claim has ended", "err", err)
			b.senders.quit(s)
			return true
		}
		if acked.Lost {
			b.senders.quit(s)
			return true
		}
		b.senders.more(s, acked.Left, claim.Until)
	}
	return b.senders.done(s)
}

// answer ends the waiting mark on a pressed button. It is lost in a crash, which is harmless.
func (b *Bot) answer(ctx context.Context, answer *telegram.AnswerCallbackQuery) {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	if _, err := b.Client.Do(ctx, *answer); err != nil && !telegram.Harmless(err) {
		b.Log.Info("a press could not be answered", "err", err)
	}
}

// send makes one call of the outbox, again and again if need be. wait is for how long it is postponed.
func (b *Bot) send(ctx context.Context, s *sender, e Entry) (result outcome, wait time.Duration) {
	if e.Policy == Once {
		if e.Marked {
			return sent, 0 // somebody began to send it and may have succeeded
		}
		if ok, err := b.Store.Mark(ctx, s.chat, b.nonce, e.Seq); err != nil || !ok {
			return abandoned, 0
		}
	}
	for try := 1; ; try++ {
		if err := b.Limiter.Wait(ctx, s.chat); err != nil {
			return abandoned, 0
		}
		if !b.holdClaim(ctx, s) {
			return abandoned, 0
		}
		err := b.call(ctx, e.Call)
		result, wait = b.judge(ctx, s.chat, e, err, try)
		if result != postponed || wait > shortWait {
			return result, wait
		}
		if !pause(ctx, wait) {
			return abandoned, 0
		}
	}
}

func (b *Bot) call(ctx context.Context, encoded []byte) error {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	_, err := b.Client.DoEncoded(ctx, encoded)
	return err
}

// judge tells what became of a call. A wait up to shortWait means: try again then.
func (b *Bot) judge(ctx context.Context, chat int64, e Entry, err error, try int) (outcome, time.Duration) {
	if err == nil || telegram.Harmless(err) {
		return sent, 0
	}
	if after, ok := telegram.RetryAfter(err); ok {
		b.Limiter.Freeze(chat, after)
		return postponed, after
	}
	switch {
	case ctx.Err() != nil:
		return abandoned, 0
	case telegram.Blocked(err):
		return blocked, 0
	case telegram.Unauthorized(err):
		b.Log.Error("Telegram does not know the token any more; what is to be said waits", "err", err)
		return postponed, 10 * laterRetry
	case e.Policy == Once && telegram.Unknown(err):
		b.Log.Warn("it is not known whether a message arrived; it is not sent again", "err", err)
		return sent, 0
	case telegram.Unknown(err), telegram.Unsent(err):
		if try >= maxTries {
			b.Log.Warn("a message could not be sent and waits", "err", err)
			return postponed, laterRetry
		}
		return postponed, time.Duration(try*try) * 250 * time.Millisecond
	}
	b.Log.Error("Telegram refuses a message; it is given up and kept as a dead letter", "err", err)
	b.buryCall(ctx, chat, e, err)
	return sent, 0
}

func (b *Bot) buryCall(ctx context.Context, chat int64, e Entry, cause error) {
	if b.Archive == nil {
		return
	}
	err := b.Archive.Bury(ctx, DeadLetter{At: b.Store.Now(), Chat: chat, Reason: cause.Error(), Raw: e.Call})
	if err != nil {
		b.Log.Warn("the dead letter could not be kept", "err", err)
	}
}

// holdClaim makes sure that the claim outlives the next call.
func (b *Bot) holdClaim(ctx context.Context, s *sender) bool {
	now := b.Store.Now()
	if b.senders.claimed(s) > now+callTimeout.Milliseconds() {
		return true
	}
	claim := Claim{Nonce: b.nonce, Until: now + claimTime.Milliseconds()}
	acked, err := b.Store.Ack(ctx, Ack{Chat: s.chat, Claim: claim, Through: s.last, Now: now})
	if err != nil || acked.Lost || len(acked.Left) == 0 {
		return false
	}
	b.senders.more(s, nil, claim.Until)
	return true
}

// postpone gives the claim back; any instance goes on when the time has come.
func (b *Bot) postpone(ctx context.Context, s *sender, wait time.Duration) {
	now := b.Store.Now()
	d := Defer{Chat: s.chat, Claim: Claim{Nonce: b.nonce}, Through: s.last, Until: now + wait.Milliseconds(), Now: now}
	if err := b.Store.Defer(context.WithoutCancel(ctx), d); err != nil {
		b.Log.Warn("a postponed message goes on when the claim on it has ended", "err", err)
	}
	b.senders.quit(s)
}

// unreachable notes that a customer has stopped the bot: what was to be said is dropped.
func (b *Bot) unreachable(ctx context.Context, s *sender, e Entry) {
	now := b.Store.Now()
	through := e.Seq
	for {
		next, ok := b.senders.take(s)
		if !ok {
			break
		}
		through = max(through, next.entry.Seq)
	}
	s.last = through
	in := flows.Input{ID: "blocked." + strconv.FormatInt(now, 10), At: time.UnixMilli(now).UTC(), What: flows.Blocked}
	if _, err := b.lanes.add(ctx, job{chat: s.chat, input: in}); err != nil && !errors.Is(err, ErrBusy) {
		b.Log.Warn("that a customer cannot be reached is noted at the next try", "err", err)
	}
	for !b.settle(ctx, s) {
		for {
			next, ok := b.senders.take(s)
			if !ok {
				break
			}
			s.last = max(s.last, next.entry.Seq)
		}
	}
}

// pause waits; false if ctx ends first.
func pause(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}
