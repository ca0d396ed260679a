package redisstore

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/redis/go-redis/v9"

	"repartee/bot"
)

const (
	// keysAtOnce is about how many keys of all kinds one step of a scan looks at.
	keysAtOnce = 1000
	// recordsAtOnce is how many contacts one pipeline reads: their states are held in memory, and for as long as Redis takes for them everybody else waits.
	recordsAtOnce = 100
)

// Contacts hands out contacts of which anything is kept, each once, until the function answers with an error, which it returns. For Everybody it looks at every key of
// every master, a piece at a time, and holds up nobody. Of all contacts it keeps the ids alone in memory, some 20 bytes each: a scan of keys that move meanwhile may
// bring one twice. In a Redis in which nobody has noted who is underway, that is everybody.
func (s *Store) Contacts(ctx context.Context, who bot.Who, each func(bot.KeptContact) error) error {
	if who == bot.Underway && s.schema != withoutUnderway {
		return s.underway(ctx, each)
	}
	masters, err := s.masters(ctx)
	if err != nil {
		return fmt.Errorf("look for contacts: %w", err)
	}
	seen := map[int64]struct{}{}
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

func (s *Store) contactsOf(ctx context.Context, master *redis.Client, seen map[int64]struct{}, each func(bot.KeptContact) error) error {
	for cursor := uint64(0); ; {
		var found []string
		err := s.again(ctx, func() (err error) {
			found, cursor, err = master.Scan(ctx, cursor, s.keys.anyContact, keysAtOnce).Result()
			return err
		})
		if err != nil {
			return fmt.Errorf("look for contacts: %w", err)
		}
		chats, err := unseen(found, seen)
		if err != nil {
			return err
		}
		if err := s.handOut(ctx, chats, each); err != nil {
			return err
		}
		if cursor == 0 {
			return nil
		}
	}
}

// unseen are the chats of keys that were not found before.
func unseen(found []string, seen map[int64]struct{}) ([]int64, error) {
	chats := make([]int64, 0, len(found))
	for _, key := range found {
		chat, err := strconv.ParseInt(key[strings.LastIndexByte(key, ':')+1:], 10, 64)
		if err != nil {
			return nil, fmt.Errorf("the key %s is no contact's: %w", key, err)
		}
		if _, before := seen[chat]; !before {
			seen[chat] = struct{}{}
			chats = append(chats, chat)
		}
	}
	return chats, nil
}

// handOut reads contacts and hands them out.
func (s *Store) handOut(ctx context.Context, chats []int64, each func(bot.KeptContact) error) error {
	for some := range slices.Chunk(chats, recordsAtOnce) {
		kept, err := s.contacts(ctx, some)
		if err != nil {
			return fmt.Errorf("read contacts: %w", err)
		}
		for _, contact := range kept {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := each(contact); err != nil {
				return err
			}
		}
	}
	return nil
}

// contacts reads some in one trip. A key that holds something else than a contact does not hide the others.
func (s *Store) contacts(ctx context.Context, chats []int64) ([]bot.KeptContact, error) {
	out := make([]bot.KeptContact, len(chats))
	err := s.again(ctx, func() error {
		pipe := s.client.Pipeline()
		cmds := make([]*redis.SliceCmd, len(chats))
		for i, chat := range chats {
			cmds[i] = pipe.HMGet(ctx, s.keys.contact(chat, text(chat)), "v", "s")
		}
		_, _ = pipe.Exec(ctx) // each command has its own error
		for i, cmd := range cmds {
			out[i] = bot.KeptContact{Chat: chats[i]}
			switch err := cmd.Err(); {
			case redis.HasErrorPrefix(err, "WRONGTYPE"):
				out[i].Unread = fmt.Errorf("the contact is not kept as it should be: %w", err)
			case err != nil:
				return err
			default:
				out[i].Record = recordOf(cmd.Val())
			}
		}
		return nil
	})
	return out, err
}
