package bot

import (
	"context"
	"sync"
)

// rank says who goes first where there is not room for all: the lower one.
type rank uint8

const (
	answer rank = iota // the answer to a press, whose button shows a waiting mark
	live               // a customer has said something
	timed              // a timer, or what waited in an inbox or an outbox
	bulk               // what nobody waits for
	ranks
)

// fairTurn is how often the one who came first goes before those of lower rank, so that nobody waits for ever.
const fairTurn = 16

// gate lets so many in at a time, those of lower rank first, and in order within a rank.
type gate struct {
	mu    sync.Mutex
	free  int
	left  int // how often somebody who waited was let in
	waits [ranks][]*waiter
	next  uint64 // numbers those who wait
}

// waiter stands before the gate.
type waiter struct {
	number uint64
	open   chan struct{}
}

func newGate(places int) *gate { return &gate{free: places} }

// enter returns when there is a place, or with the error of ctx. leave must follow where it returns nil.
func (g *gate) enter(ctx context.Context, r rank) error {
	g.mu.Lock()
	if g.free > 0 {
		g.free--
		g.mu.Unlock()
		return nil
	}
	g.next++
	w := &waiter{number: g.next, open: make(chan struct{})}
	g.waits[r] = append(g.waits[r], w)
	g.mu.Unlock()
	select {
	case <-w.open:
		return nil
	case <-ctx.Done():
		g.giveUp(r, w)
		return ctx.Err()
	}
}

// giveUp takes a waiter away. One that was let in meanwhile gives its place on.
func (g *gate) giveUp(r rank, w *waiter) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for i, other := range g.waits[r] {
		if other == w {
			g.waits[r] = append(g.waits[r][:i], g.waits[r][i+1:]...)
			return
		}
	}
	g.pass()
}

func (g *gate) leave() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.pass()
}

// pass gives a place to who is next. The caller holds mu.
func (g *gate) pass() {
	r := g.first()
	if r == ranks {
		g.free++
		return
	}
	w := g.waits[r][0]
	g.waits[r] = g.waits[r][1:]
	g.left++
	close(w.open)
}

// first is the rank that is next; ranks where nobody waits.
func (g *gate) first() rank {
	found, oldest := ranks, uint64(0)
	for r, list := range g.waits {
		switch {
		case len(list) == 0:
		case found == ranks, g.left%fairTurn == fairTurn-1 && list[0].number < oldest:
			found, oldest = rank(r), list[0].number
		}
	}
	return found
}
