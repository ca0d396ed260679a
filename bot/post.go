package bot

import (
	"context"
	"encoding/json"
	"fmt"

	"repartee/flows"
)

const postTries = 3

// put puts an input into a contact's inbox. An id that was put there before has no effect.
func (b *Bot) put(ctx context.Context, chat int64, id string, in flows.Input) (Posted, error) {
	raw, err := json.Marshal(in)
	if err != nil {
		return Posted{}, fmt.Errorf("encode an input for the inbox: %w", err)
	}
	p := Posted{ID: id, Input: raw}
	if err := b.store.Post(ctx, chat, p, b.store.Now()); err != nil {
		return Posted{}, fmt.Errorf("post to the inbox: %w", err)
	}
	return p, nil
}

// post is put with some patience, and has the inbox looked at at once.
func (b *Bot) post(ctx context.Context, chat int64, id string, in flows.Input) error {
	p, err := b.put(ctx, chat, id, in)
	for try := 1; err != nil && try < postTries && ctx.Err() == nil; try++ {
		pause(ctx, storePause)
		p, err = b.put(ctx, chat, id, in)
	}
	if err != nil {
		return err
	}
	if _, err := b.lanes.add(ctx, chat, []arrival{b.postedArrival(chat, p)}); err != nil {
		b.log.Info("an input waits in the inbox", "err", err)
	}
	return nil
}
