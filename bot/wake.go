package bot

import (
	"context"
	"encoding/json"
	"strconv"
	"time"

	"repartee/flows"
)

const dueBatch = 500

// wakeUp asks the store again and again for what is due, until ctx ends.
func (b *Bot) wakeUp(ctx context.Context) {
	ticker := time.NewTicker(b.Tick)
	defer ticker.Stop()
	for {
		b.due(ctx)
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
		now := b.Store.Now()
		until := now + claimTime.Milliseconds()
		work, err := b.Store.Due(ctx, DueQuery{Now: now, Limit: dueBatch, Claim: Claim{Nonce: b.nonce, Until: until}, Retry: until})
		if err != nil {
			if ctx.Err() == nil {
				b.Log.Warn("the store could not be asked for what is due", "err", err)
			}
			return
		}
		for _, w := range work {
			b.takeUp(ctx, w, now, until)
		}
		if len(work) < dueBatch {
			return
		}
	}
}

func (b *Bot) takeUp(ctx context.Context, w Work, now, until int64) {
	var items []item
	for _, entry := range w.Outbox {
		items = append(items, item{entry: entry})
	}
	b.senders.add(w.Chat, items, until)
	for _, posted := range w.Inbox {
		var in flows.Input
		if err := json.Unmarshal(posted.Input, &in); err != nil {
			in = flows.Input{What: flows.Unreadable}
			b.Log.Error("an inbox entry cannot be read and is dropped", "id", posted.ID, "err", err)
		}
		in.ID, in.At = posted.ID, time.UnixMilli(now).UTC()
		b.lanes.add(ctx, job{chat: w.Chat, inbox: posted.ID, input: in, raw: posted.Input})
	}
	if w.Wake {
		in := flows.Input{ID: "wake." + strconv.FormatInt(now, 10), At: time.UnixMilli(now).UTC(), What: flows.Wake}
		b.lanes.add(ctx, job{chat: w.Chat, input: in})
	}
}
