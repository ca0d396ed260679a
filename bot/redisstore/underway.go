package redisstore

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"repartee/bot"
)

// underway hands out who is in the middle of something, partition by partition: so far only the ids of one are held in memory.
func (s *Store) underway(ctx context.Context, each func(bot.KeptContact) error) error {
	var chats []int64
	for p := range s.keys.partitions {
		more, err := s.members(ctx, s.keys.partitions[p].underway)
		if err != nil {
			return fmt.Errorf("look for contacts: %w", err)
		}
		if chats = append(chats, more...); len(chats) < recordsAtOnce {
			continue
		}
		if err := s.handOut(ctx, chats, each); err != nil {
			return err
		}
		chats = chats[:0]
	}
	return s.handOut(ctx, chats, each)
}

// members are the chats of a set, each once: a scan of one that changes meanwhile may bring some twice.
func (s *Store) members(ctx context.Context, key string) ([]int64, error) {
	var chats []int64
	for cursor := uint64(0); ; {
		var found []string
		err := s.again(ctx, func() (err error) {
			found, cursor, err = s.client.SScan(ctx, key, cursor, "", keysAtOnce).Result()
			return err
		})
		if err != nil {
			return nil, err
		}
		for _, member := range found {
			chat, err := strconv.ParseInt(member, 10, 64)
			if err != nil {
				return nil, fmt.Errorf("%s holds what is no contact: %w", key, err)
			}
			chats = append(chats, chat)
		}
		if cursor == 0 {
			slices.Sort(chats)
			return slices.Compact(chats), nil
		}
	}
}
