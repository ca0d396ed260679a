package bot

import (
	"context"
	"encoding/json"
	"fmt"

	"repartee/flows"
)

const postTries = 3

// post puts an input into a contact's inbox, and has that looked at at once. An id that was posted before has no effect.
func (b *Bot) post(ctx context.Context, chat int64, id string, in flows.Input) error {
	raw, err := json.Marshal(in)
	if err != nil {
		return fmt.Errorf("encode an input for the inbox: %w", err)
	}
	p := Posted{ID: id, Input: raw}
	for try := 1; ; try++ {
		err := b.store.Post(ctx, chat, p, b.store.Now())
		if err == nil {
			break
		}
		if try == postTries || ctx.Err() != nil {
			return fmt.Errorf("post to the inbox: %w", err)
		}
		pause(ctx, storePause)
	}
	if _, err := b.lanes.add(ctx, chat, []arrival{b.postedArrival(chat, p)}); err != nil {
		b.log.Info("an input waits in the inbox", "err", err)
	}
	return nil
}
