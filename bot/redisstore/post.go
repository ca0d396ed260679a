package redisstore

import (
	"context"
	"crypto/sha256"
	"fmt"

	"repartee/bot"
)

// hashSize is what is kept of the hash of an id.
const hashSize = 8

// Post puts an input into the contact's inbox and makes the contact due. An id among the last 64 that were posted has no effect.
func (s *Store) Post(ctx context.Context, chat int64, p bot.Posted, now int64) error {
	sum := sha256.Sum256([]byte(p.ID))
	head := inboxHead(p.ID)
	entry := make([]byte, 0, len(head)+len(p.Input))
	entry = append(append(entry, head...), p.Input...)
	id := text(chat)
	args := call(s.scripts.post, 4, s.keys.contact(chat, id), s.keys.inbox(chat, id), s.keys.due(chat))
	if _, err := s.run(ctx, s.scripts.post, append(args, sum[:hashSize], entry, now, id)); err != nil {
		return fmt.Errorf("post: %w", err)
	}
	return nil
}
