package bot

import (
	"context"
	"time"
)

// unpaidEvery is how often the bodies of unpaid orders are looked for whose time is over.
const unpaidEvery = time.Hour

// dropUnpaid has the store take away what is kept too long of orders that nobody paid, until ctx ends. Several instances may do so side by side.
func (b *Bot) dropUnpaid(ctx context.Context) {
	if b.till == nil {
		return
	}
	ticker := time.NewTicker(unpaidEvery)
	defer ticker.Stop()
	for {
		if _, err := b.till.DropUnpaid(ctx, b.store.Now()); err != nil && ctx.Err() == nil {
			b.log.Warn("addresses of unpaid orders are kept an hour longer", "err", err)
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return
		}
	}
}
