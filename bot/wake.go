package bot

import (
	"context"
	"encoding/json"
	"time"

	"repartee/flows"
)

const dueBatch = 500

// wakeUp asks the store again and again for what is due, until ctx ends.
func (b *Bot) wakeUp(ctx context.Context) {
	ticker := time.NewTicker(b.tick)
	defer ticker.Stop()
	for {
		b.due(ctx)
		b.looked()
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return
		}
	}
}

// due takes up all that is due now.
func (b *Bot) due(ctx context.Context) {
	for ctx.Err() == nil {
		now := b.store.Now()
		until := now + claimTime.Milliseconds()
		// A nonce of its own: these entries are sent by a sender of their own, and a lane that commits meanwhile finds them claimed by somebody else.
		claim := Claim{Nonce: b.ids.nonce(), Until: until}
		work, err := b.store.Due(ctx, DueQuery{Now: now, Limit: dueBatch, Claim: claim, Skip: b.roll.others, Retry: until})
		if err != nil {
			if ctx.Err() == nil {
				b.log.Warn("the store could not be asked for what is due", "err", err)
			}
			return
		}
		for i := range work {
			b.takeUp(ctx, &work[i], claim)
		}
		if len(work) < dueBatch {
			return
		}
	}
}

// takeUp passes work on. What is not taken, or fails, is due again after a while.
func (b *Bot) takeUp(ctx context.Context, w *Work, claim Claim) {
	if len(w.Outbox) > 0 {
		b.senders.takeOver(w.Chat, claim, w.Outbox)
	}
	arrivals := make([]arrival, 0, len(w.Inbox)+1)
	for _, posted := range w.Inbox {
		a := b.postedArrival(w.Chat, posted)
		a.later = true
		arrivals = append(arrivals, a)
	}
	if w.Wake {
		arrivals = append(arrivals, arrival{input: b.happened(w.Chat, flows.Wake), later: true})
	}
	if len(arrivals) == 0 {
		return
	}
	if _, err := b.lanes.add(ctx, w.Chat, arrivals); err != nil {
		b.log.Info("what is due has to wait", "err", err)
	}
}

// postedArrival reads an inbox entry. One that makes no sense to this version is taken out of the inbox and nothing comes of it.
func (b *Bot) postedArrival(chat int64, p Posted) arrival {
	id := "i" + p.ID
	in := b.input(chat, id, flows.Unreadable)
	var posted flows.Input
	if err := json.Unmarshal(p.Input, &posted); err != nil {
		b.log.Error("an inbox entry cannot be read and is dropped", "id", p.ID, "err", err)
	} else {
		posted.ID, posted.At, posted.Seed, posted.Me = id, in.At, in.Seed, in.Me
		in = posted
	}
	return arrival{inbox: p.ID, input: in, raw: p.Input}
}
