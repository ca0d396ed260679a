package redisstore

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/redis/go-redis/v9"

	"repartee/bot"
)

// Waiting tells what is still to be done for one contact, as it is at one moment.
func (s *Store) Waiting(ctx context.Context, chat int64) (bot.Waiting, error) {
	id := text(chat)
	var contact *redis.MapStringStringCmd
	var inbox *redis.StringSliceCmd
	var due *redis.FloatCmd
	err := s.again(ctx, func() error {
		_, err := s.client.TxPipelined(ctx, func(pipe redis.Pipeliner) error {
			contact = pipe.HGetAll(ctx, s.keys.contact(chat, id))
			inbox = pipe.LRange(ctx, s.keys.inbox(chat, id), 0, -1)
			due = pipe.ZScore(ctx, s.keys.due(chat), id)
			return nil
		})
		return notNil(err)
	})
	if err != nil {
		return bot.Waiting{}, fmt.Errorf("read what waits for a contact: %w", err)
	}
	w, err := waitingOf(contact.Val())
	if err != nil {
		return bot.Waiting{}, fmt.Errorf("read what waits for a contact: %w", err)
	}
	w.Due = int64(due.Val())
	if w.Inbox, err = inboxOf(inbox.Val()); err != nil {
		return bot.Waiting{}, fmt.Errorf("read what waits for a contact: %w", err)
	}
	return w, nil
}

// waitingOf reads the fields of a contact, see keys.contact.
func waitingOf(fields map[string]string) (w bot.Waiting, err error) {
	for name, value := range fields {
		number, is := strings.CutPrefix(name, "o")
		if !is {
			continue
		}
		seq, err := strconv.ParseInt(number, 10, 64)
		if err != nil {
			return w, fmt.Errorf("field %s: %w", name, err)
		}
		e, err := entryOf(seq, value)
		if err != nil {
			return w, err
		}
		w.Outbox = append(w.Outbox, e)
	}
	slices.SortFunc(w.Outbox, func(a, b bot.Entry) int { return cmp.Compare(a.Seq, b.Seq) })
	if wake := fields["w"]; wake != "" {
		if w.Wake, err = strconv.ParseInt(wake, 10, 64); err != nil {
			return w, fmt.Errorf("wake: %w", err)
		}
	}
	if kept := fields["k"]; kept != "" {
		w.Claim, err = claimOf(kept)
	}
	return w, err
}

// claimOf reads end.first.head.nonce, see lua/claim.lua.
func claimOf(kept string) (c bot.Claim, err error) {
	parts := strings.SplitN(kept, ".", 4)
	if len(parts) < 4 {
		return c, errors.New("the claim cannot be read")
	}
	if c.Until, err = strconv.ParseInt(parts[0], 10, 64); err != nil {
		return c, fmt.Errorf("claim: %w", err)
	}
	c.Nonce = parts[3]
	return c, nil
}
