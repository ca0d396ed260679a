package storetest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"repartee/bot"
)

const (
	linearRounds  = 25 // each on a contact of its own
	linearOps     = 12 // of each client in a round: what a checker can still look through
	linearUpdates = 9  // different ones, so that clients often have the same
)

// Linearizable lets several clients work on one contact at once, time and again, with old and new versions, the same updates and repeated commits, and holds that
// what they were answered is what one after the other would have been answered, in an order in which none comes before one that had ended when it began. Repeats says
// that a client may send a commit again by itself, as over a connection that breaks.
func Linearizable(t *testing.T, clients []Store, repeats bool) {
	for round := range uint64(linearRounds) {
		h := &history{repeats: repeats}
		var all sync.WaitGroup
		for i, store := range clients {
			c := &committer{history: h, store: store, chat: int64(90_000 + round), id: i, random: rand.New(rand.NewPCG(round, uint64(i)))}
			all.Go(func() { c.work(t.Context()) })
		}
		all.Wait()
		if err := h.check(); err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
	}
}

// committer is one client: it keeps what it has learned of the contact, and uses it.
type committer struct {
	*history
	store  Store
	chat   int64
	id     int
	random *rand.Rand
	known  []string // versions
	made   []bot.Commit
}

func (c *committer) work(ctx context.Context) {
	c.known = []string{""}
	for n := range linearOps {
		switch c.random.IntN(6) {
		case 0, 1:
			c.load(ctx)
		case 2:
			if len(c.made) > 0 {
				c.commit(ctx, c.made[len(c.made)-1])
				continue
			}
			fallthrough
		default:
			c.commit(ctx, c.next(n))
		}
	}
}

// next is a commit on what is known, or was.
func (c *committer) next(n int) bot.Commit {
	back := c.random.IntN(6) / 5
	made := bot.Commit{
		Chat: c.chat, Version: c.known[max(0, len(c.known)-1-back)], Next: fmt.Sprintf("%d.%d", n, c.id), State: fmt.Appendf(nil, "%d of %d", n, c.id), Now: start,
	}
	if c.random.IntN(3) > 0 {
		made.Update = 1 + c.random.Int64N(linearUpdates)
	}
	if c.random.IntN(2) > 0 {
		made.Outbox = messages("m")
	}
	c.made = append(c.made, made)
	return made
}

func (c *committer) load(ctx context.Context) {
	called := c.call()
	record, err := c.store.Load(ctx, c.chat)
	if err != nil {
		return // it has learned nothing
	}
	c.known = append(c.known, record.Version)
	c.returned(c.id, called, asked{load: true}, answered{version: record.Version, state: string(record.State)})
}

// commit tries a few times. Nobody knows of a try without an answer whether, and when, it was carried out.
func (c *committer) commit(ctx context.Context, made bot.Commit) {
	in := asked{version: made.Version, next: made.Next, update: made.Update, state: string(made.State), entries: int64(len(made.Outbox))}
	for range 3 {
		called := c.call()
		out, err := c.store.Commit(ctx, made)
		if err != nil {
			c.lost(c.id, called, in)
			continue
		}
		answer := answered{status: out.Status, version: out.Record.Version, state: string(out.Record.State)}
		if out.Status == bot.OK {
			answer.version = made.Next
			if len(out.Outbox) > 0 {
				answer.first = out.Outbox[0].Seq
			}
		}
		c.known = append(c.known, answer.version)
		c.returned(c.id, called, in, answer)
		return
	}
}
