package bot

import "context"

// Rest does all that is due by now, and returns when nothing is at work any more: no turn, no job, no call to Telegram; the turns that come then know what is left of
// the stock and what was chosen together. It is for programs that hold the clock themselves, in the place of Run and one at a time: what comes by itself comes when Rest
// is called. Updates are to have been received before.
func (b *Bot) Rest(ctx context.Context) error {
	for {
		before := b.begun()
		b.due(ctx)
		b.lanes.crew.quiet(ctx)
		b.jobs.rest(ctx)
		b.senders.hurry()
		b.senders.crew.quiet(ctx)
		if err := ctx.Err(); err != nil {
			return err
		}
		if b.begun() == before {
			break
		}
	}
	b.looked()
	if b.till != nil {
		b.rested = b.readStock(ctx, b.rested)
	}
	if b.archive != nil {
		b.countPairs(ctx)
	}
	return ctx.Err()
}

// begun is how much was begun so far, of all that works beside the callers.
func (b *Bot) begun() uint64 { return b.lanes.crew.begun() + b.jobs.begun() + b.senders.crew.begun() }
