package bot

import (
	"context"
	"time"

	"repartee/bot/telegram"
	"repartee/flows"
)

const (
	callTimeout = 12 * time.Second // below half the claim, so that a slow call cannot outlive it
	claimMargin = callTimeout + shortWait
	giveBack    = time.Second // what returning a claim may take when the bot shuts down
	storePause  = 250 * time.Millisecond
)

// delivery is what the goroutine of a sender remembers from one call to the next.
type delivery struct {
	rest   time.Time // nothing is sent before
	tries  int       // of the entry at hand
	rank   rank      // of the entry at hand
	marked int64     // the Once entry that this sender marked and knows not to be sent
	said   bool      // that the store is in trouble
}

// deliver sends what a contact's sender has, and takes it off the outbox. What the store cannot be told is tried again: as long as the claim holds in the store,
// nobody else sends for this contact, and what comes later must not overtake.
func (b *Bot) deliver(ctx context.Context, s *sender) {
	for {
		do := b.senders.next(s)
		switch {
		case do.end:
			return
		case ctx.Err() != nil:
			b.abandon(ctx, s)
		case do.passing != nil:
			b.beside(ctx, do)
		case do.entry.Seq == 0, do.last > 0 && do.entry.Seq > do.last+1, do.until <= b.store.Now()+claimMargin.Milliseconds():
			b.settle(ctx, s)
		case !s.rest.IsZero() && time.Now().Before(s.rest):
			b.senders.sleep(ctx, s)
		default:
			b.send(ctx, s, do.entry, do.until)
		}
	}
}

// settle tells the store what was sent, which prolongs the claim, and hears what is left: also what other instances put there.
func (b *Bot) settle(ctx context.Context, s *sender) {
	last, known := b.senders.done(s), b.senders.known(s)
	now := b.store.Now()
	claim := Claim{Nonce: s.nonce, Until: now + claimTime.Milliseconds()}
	acked, err := b.store.Ack(ctx, Ack{Chat: s.chat, Claim: claim, Through: last, Now: now})
	if err != nil {
		b.storeTrouble(ctx, s, err)
		return
	}
	s.said = false
	if acked.Lost {
		acked.Left, claim.Until = nil, 0
	}
	b.senders.settled(s, last)
	b.senders.refill(s, acked.Left, known, claim.Until)
}

// storeTrouble lets some time pass until the store is asked again.
func (b *Bot) storeTrouble(ctx context.Context, s *sender, err error) {
	if !s.said && ctx.Err() == nil {
		b.log.Warn("the store could not be told what is sent; trying again until it can", "err", err)
	}
	s.said = true
	pause(ctx, storePause)
}

// beside does what is passing. The answer to a press is on its way at the same time as the message that follows it: neither waits for the other.
func (b *Bot) beside(ctx context.Context, do step) {
	_, answers := do.passing.(telegram.AnswerCallbackQuery)
	if !answers || !do.more || !b.senders.crew.do(func() { b.pass(ctx, do.passing) }) {
		b.pass(ctx, do.passing)
	}
}

// pass answers a press, which ends its waiting mark, or shows that the bot is at work. It is lost in a crash, which is harmless.
func (b *Bot) pass(ctx context.Context, r telegram.Request) {
	if b.sends.enter(ctx, answer) != nil {
		return
	}
	defer b.sends.leave()
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	_, err := b.client.Do(ctx, r)
	b.observer.slowedDown(err)
	if err != nil && !telegram.Harmless(err) {
		b.log.Info("what is only in passing could not be done", "method", r.Method(), "err", err)
	}
}

// abandon gives the claim back when the bot shuts down: another instance, or the next start, goes on at once.
func (b *Bot) abandon(ctx context.Context, s *sender) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), giveBack)
	defer cancel()
	b.deferUntil(ctx, s, 0)
}

// deferUntil takes off what was sent and leaves the rest in the store, for any instance to go on with after a while. Where the store cannot be told, the claim ends
// by itself.
func (b *Bot) deferUntil(ctx context.Context, s *sender, wait time.Duration) {
	last, known := b.senders.done(s), b.senders.known(s)
	now := b.store.Now()
	d := Defer{Chat: s.chat, Claim: Claim{Nonce: s.nonce}, Through: last, Until: now + wait.Milliseconds(), Now: now}
	if err := b.store.Defer(ctx, d); err != nil {
		b.log.Warn("what is unsent goes on when the claim on it has ended", "err", err)
	}
	s.rest = time.Time{}
	b.senders.settled(s, last)
	b.senders.refill(s, nil, known, 0)
}

// unreachable notes that a customer cannot be written to, and drops what was to be said to him.
func (b *Bot) unreachable(ctx context.Context, s *sender) {
	b.senders.unsay(s)
	if s.chat < 0 {
		return // a group
	}
	if _, err := b.lanes.add(ctx, s.chat, []arrival{{input: b.happened(s.chat, flows.Blocked)}}); err != nil {
		b.log.Info("that a customer cannot be reached is noted at the next try", "err", err)
	}
}

// sleep returns when the sender may go on, when there is something passing to do, or when ctx ends.
func (s *senders) sleep(ctx context.Context, one *sender) {
	signal := s.listen(one)
	if signal == nil {
		return
	}
	timer := time.NewTimer(time.Until(one.rest))
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-signal:
	case <-ctx.Done():
	}
}

// pause waits, or less if ctx ends.
func pause(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}
