package telegram

import (
	"context"
	"math/rand/v2"
	"time"
)

// backoff doubles from first to most. Each wait is between half and all of
// that, so that several processes do not try at the same moment.
type backoff struct {
	first, most time.Duration
	current     time.Duration
}

func (b *backoff) next() time.Duration {
	b.current = min(max(b.current*2, b.first), b.most)
	return b.current/2 + rand.N(b.current/2+1)
}

func (b *backoff) reset() { b.current = 0 }

// jitter adds up to a tenth: never earlier than asked, not all at once.
func jitter(d time.Duration) time.Duration {
	return d + rand.N(d/10+1)
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
