package redisstore

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/redis/go-redis/v9"
)

// keysAtOnce is about how many keys of all kinds one reading looks at.
const keysAtOnce = 1000

// Contacts hands out every contact of which anything is kept, each once, until the function answers with an error, which it returns. It looks at every key of every
// master, a piece at a time, and holds up nobody.
func (s *Store) Contacts(ctx context.Context, each func(chat int64) error) error {
	masters, err := s.masters(ctx)
	if err != nil {
		return fmt.Errorf("look for contacts: %w", err)
	}
	seen := map[int64]bool{} // a scan of keys that move meanwhile may bring one twice
	for _, master := range masters {
		if err := s.contactsOf(ctx, master, seen, each); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) masters(ctx context.Context) (all []*redis.Client, err error) {
	var mu sync.Mutex // the masters of a cluster come side by side
	err = s.eachMaster(ctx, func(_ context.Context, c *redis.Client) error {
		mu.Lock()
		defer mu.Unlock()
		all = append(all, c)
		return nil
	})
	return all, err
}

func (s *Store) contactsOf(ctx context.Context, master *redis.Client, seen map[int64]bool, each func(chat int64) error) error {
	for cursor := uint64(0); ; {
		var found []string
		err := s.again(ctx, func() (err error) {
			found, cursor, err = master.Scan(ctx, cursor, s.keys.anyContact, keysAtOnce).Result()
			return err
		})
		if err != nil {
			return fmt.Errorf("look for contacts: %w", err)
		}
		for _, key := range found {
			chat, err := strconv.ParseInt(key[strings.LastIndexByte(key, ':')+1:], 10, 64)
			if err != nil {
				return fmt.Errorf("the key %s is no contact's: %w", key, err)
			}
			if seen[chat] {
				continue
			}
			seen[chat] = true
			if err := each(chat); err != nil {
				return err
			}
		}
		if cursor == 0 {
			return nil
		}
	}
}
