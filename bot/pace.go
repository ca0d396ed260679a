package bot

import (
	"context"
	"time"
)

// pace takes a turn to send for a contact, or says how long to wait. What this process knows by itself comes first: only where other instances are at work as well
// is the store asked, which counts for all of them. Where the store cannot tell, the own count has to do.
func (b *Bot) pace(ctx context.Context, chat int64, policy Policy) time.Duration {
	many, take := policy == Once, b.limiter.Take
	if many {
		take = b.limiter.TakeBulk
	}
	wait := take(chat)
	if wait > 0 || b.roll.alone() {
		return wait
	}
	if every, burst := b.limiter.Pace(chat); every > 0 {
		wait = b.spend(ctx, chat, every, burst)
	}
	if every, burst := b.limiter.BulkPace(); wait == 0 && many && every > 0 {
		wait = b.spend(ctx, 0, every, burst)
	}
	return wait
}

func (b *Bot) spend(ctx context.Context, chat int64, every time.Duration, burst int) time.Duration {
	wait, err := b.fleet.Spend(ctx, Bucket{Chat: chat, Every: every.Milliseconds(), Burst: int64(burst)}, b.store.Now())
	if err != nil {
		return 0
	}
	return time.Duration(wait) * time.Millisecond
}

// freeze stops what a 429 names: one chat, or where it seems to be meant for the bot, what all instances write to many.
func (b *Bot) freeze(ctx context.Context, chat int64, d time.Duration) {
	if !b.limiter.Freeze(chat, d) || b.fleet == nil {
		return
	}
	if err := b.fleet.Pause(ctx, b.store.Now()+d.Milliseconds()); err != nil {
		b.log.Info("the other instances do not know that Telegram wants less to be written", "err", err)
	}
}
