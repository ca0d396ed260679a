package sealed

import (
	"context"
	"fmt"
	"maps"
	"math"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"repartee/bot"
)

// rekeyedAtOnce is how many contacts are sealed anew at the same time: a store writes many at once for the price of one.
const rekeyedAtOnce = 16

// Rekeyed tells what was sealed anew with the first key, and what is left that is not sealed with it.
type Rekeyed struct {
	First    string         // id of that key; Plain where there is none, and the seals were taken off
	Contacts int            // that were looked at
	States   int            // sealed anew
	Orders   int            // sealed anew
	Busy     int            // contacts that changed so often meanwhile that they were left as they were
	Outbox   int            // calls that wait to be sent: they go by themselves
	Inbox    int            // inputs that wait: they go by themselves
	Erased   int            // orders under way of customers who were forgotten: their bodies go when they are done
	Dead     int            // dead letters: they stay until they are dropped
	Unopened int            // values that none of the keys opens
	Needed   map[string]int // id of each other key that something is still sealed with -> how much; Plain for what is not sealed
}

// Complete says that all is sealed with the first key.
func (r *Rekeyed) Complete() bool { return len(r.Needed) == 0 }

// Rekey seals with the first key all that is sealed with another one, or with none, while bots may run. It may be ended at any time and run again. A key that
// nothing is sealed with any more is then no longer asked for at the start; all bots must have been started with the present first key before.
func (s *Store) Rekey(ctx context.Context) (Rekeyed, error) {
	r := rekeying{Store: s, out: Rekeyed{First: s.keys.First(), Needed: map[string]int{}}}
	if err := r.each(ctx, s.contacts, r.contact); err != nil {
		return r.out, fmt.Errorf("seal contacts anew: %w", err)
	}
	if err := r.each(ctx, s.ordered, r.order); err != nil {
		return r.out, fmt.Errorf("seal orders anew: %w", err)
	}
	letters, err := s.Backing.DeadLetters(ctx, math.MaxInt32)
	if err != nil {
		return r.out, fmt.Errorf("look through the dead letters: %w", err)
	}
	for i := range letters {
		r.left(letters[i].Raw, &r.out.Dead)
	}
	return r.out, s.retire(ctx, r.out.Needed)
}

// place is what is sealed in one step: a contact, or one order of it.
type place struct {
	chat  int64
	order string
}

func (s *Store) contacts(ctx context.Context, each func(place) error) error {
	return s.Contacts(ctx, bot.Everybody, func(contact bot.KeptContact) error { return each(place{chat: contact.Chat}) })
}

func (s *Store) ordered(ctx context.Context, each func(place) error) error {
	first := s.keys.First()
	return s.Backing.Orders(ctx, func(kept bot.KeptOrder) error {
		if len(kept.Body) == 0 || sealedBy(kept.Body) == first {
			return nil
		}
		return each(place{chat: kept.Chat, order: kept.Number})
	})
}

// rekeying is one run.
type rekeying struct {
	*Store
	mu  sync.Mutex
	out Rekeyed
}

// each does something at many places, several at once.
func (r *rekeying) each(ctx context.Context, list func(context.Context, func(place) error) error, do func(context.Context, place) error) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(rekeyedAtOnce)
	err := list(ctx, func(p place) error {
		group.Go(func() error { return do(ctx, p) })
		return ctx.Err()
	})
	if failed := group.Wait(); failed != nil {
		return failed
	}
	return err
}

func (r *rekeying) count(n *int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	*n++
}

// left counts a value that is not sealed with the first key, and stays so.
func (r *rekeying) left(value []byte, n *int) {
	by := sealedBy(value)
	if len(value) == 0 || by == r.out.First {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	*n++
	r.out.Needed[by]++
}

// retire takes the keys out of the register that are neither the first nor needed.
func (s *Store) retire(ctx context.Context, needed map[string]int) error {
	for {
		r, err := readRegister(ctx, s.Backing)
		if err != nil {
			return err
		}
		gone := slices.DeleteFunc(slices.Collect(maps.Keys(r.Keys)), func(id string) bool { return id == s.keys.First() || needed[id] > 0 })
		if len(gone) == 0 {
			return nil
		}
		for _, id := range gone {
			delete(r.Keys, id)
		}
		if done, err := r.write(ctx, s.Backing); err != nil || done {
			return err
		}
	}
}
