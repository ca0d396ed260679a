package redisstore

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/redis/go-redis/v9"

	"repartee/bot"
)

// fleetKeys are what instances agree on, in one slot.
type fleetKeys struct {
	members string // sorted set: instance, and until when it is at work
	lease   string // hash: role -> see lua/lease.lua
	rate    string // sorted set: a group, or 0 for all chats, and when its bucket is full again
	pause   string // sorted set with one member: until when nobody sends
}

func newFleetKeys(shared string) fleetKeys {
	return fleetKeys{members: shared + "members", lease: shared + "lease", rate: shared + "rate", pause: shared + "pause"}
}

// everybody is the only member of pause: a sorted set can be told never to lower a number.
const everybody = "all"

// Beat notes that an instance is at work until a time, and tells which ones are now.
func (s *Store) Beat(ctx context.Context, instance string, until, now int64) (bot.Muster, error) {
	args := call(s.scripts.beat, 3, s.keys.fleet.members, s.keys.fleet.pause)
	v, err := s.run(ctx, s.scripts.beat, append(args, instance, until, now))
	if err != nil {
		return bot.Muster{}, fmt.Errorf("tell the other instances of this one: %w", err)
	}
	m, err := musterOf(replyOf(v), now)
	if err != nil {
		return bot.Muster{}, fmt.Errorf("read which instances are at work: %w", err)
	}
	return m, nil
}

func musterOf(r *reply, now int64) (m bot.Muster, err error) {
	paused, err := strconv.ParseInt(r.text(), 10, 64)
	for len(r.rest) > 0 {
		m.Instances = append(m.Instances, r.text())
	}
	if r.err != nil {
		return m, r.err
	}
	slices.Sort(m.Instances)
	if paused > now {
		m.Paused = paused
	}
	return m, err
}

// Lease gives a role to one instance until a time, or with 0 takes it back. False: another has it.
func (s *Store) Lease(ctx context.Context, role, instance string, until, now int64) (bool, error) {
	args := call(s.scripts.lease, 4, s.keys.fleet.lease)
	v, err := s.run(ctx, s.scripts.lease, append(args, role, instance, until, now))
	if err != nil {
		return false, fmt.Errorf("lease %s: %w", role, err)
	}
	return v == int64(1), nil
}

// Spend takes one message from a shared bucket, or says how long it takes until there is one. Should the answer be lost, two may be taken, which only slows. The
// bucket of a private chat is kept with its contact, and goes with it; a chat of which nothing is kept is not held back.
func (s *Store) Spend(ctx context.Context, bucket bot.Bucket, now int64) (wait int64, err error) {
	every, burst := max(0, bucket.Every), max(1, bucket.Burst)
	var v any
	if bucket.Chat > 0 {
		args := call(s.scripts.spendOwn, 3, s.keys.contact(bucket.Chat, text(bucket.Chat)))
		v, err = s.share(ctx, s.scripts.spendOwn, append(args, now, every, burst))
	} else {
		args := call(s.scripts.spend, 4, s.keys.fleet.rate)
		v, err = s.share(ctx, s.scripts.spend, append(args, bucket.Chat, now, every, burst))
	}
	if err != nil {
		return 0, fmt.Errorf("take a turn to send: %w", err)
	}
	wait, ok := v.(int64)
	if !ok {
		return 0, fmt.Errorf("take a turn to send: script answered %T", v)
	}
	return wait, nil
}

// Pause stops the sending of all instances until a time. It never shortens an earlier pause.
func (s *Store) Pause(ctx context.Context, until int64) error {
	err := s.again(ctx, func() error {
		later := redis.ZAddArgs{GT: true, Members: []redis.Z{{Score: float64(until), Member: everybody}}}
		return s.client.ZAddArgs(ctx, s.keys.fleet.pause, later).Err()
	})
	if err != nil {
		return fmt.Errorf("pause the sending: %w", err)
	}
	return nil
}
