package redisstore

import (
	"context"
	"crypto/sha256"
	"fmt"
	"strconv"

	"repartee/bot"
)

// postRing holds 64 hashes of 8 bytes.
const (
	hashSize = 8
	postRing = 64 * hashSize
)

// Post puts an input into the contact's inbox and makes the contact due. An id among the last 64 that were posted has no effect.
func (s *Store) Post(ctx context.Context, chat int64, p bot.Posted, now int64) error {
	sum := sha256.Sum256([]byte(p.ID))
	head := inboxHead(p.ID)
	entry := make([]byte, 0, len(head)+len(p.Input))
	entry = append(append(entry, head...), p.Input...)
	args := call(s.scripts.post, 5, s.keys.contact(chat), s.keys.inbox(chat), s.keys.due(partition(chat)))
	if _, err := s.run(ctx, s.scripts.post, append(args, sum[:hashSize], postRing, entry, now, strconv.FormatInt(chat, 10))); err != nil {
		return fmt.Errorf("post to chat %d: %w", chat, err)
	}
	return nil
}
