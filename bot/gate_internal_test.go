package bot

import (
	"context"
	"errors"
	"slices"
	"testing"
	"testing/synctest"
)

// atGate lets ranks come to a gate with one place, which is taken, and gives the order in which they are let in.
func atGate(g *gate, comers ...rank) (order []int) {
	entered := make(chan int)
	for i, r := range comers {
		go func() {
			_ = g.enter(context.Background(), r)
			entered <- i
		}()
		synctest.Wait() // one after the other
	}
	for range comers {
		g.leave()
		order = append(order, <-entered)
	}
	g.leave()
	return order
}

func TestGateOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := newGate(1)
		if err := g.enter(t.Context(), live); err != nil {
			t.Fatal(err)
		}
		order := atGate(g, bulk, timed, live, answer, live, timed)
		if want := []int{3, 2, 4, 1, 5, 0}; !slices.Equal(order, want) {
			t.Errorf("let in as %v, not %v", order, want)
		}
		if g.free != 1 {
			t.Errorf("%d places are free in the end", g.free)
		}
	})
}

// Who has come first is let in now and then, whatever his rank.
func TestGateStarvesNobody(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := newGate(1)
		if err := g.enter(t.Context(), live); err != nil {
			t.Fatal(err)
		}
		comers := append([]rank{bulk}, slices.Repeat([]rank{live}, 40)...)
		if at := slices.Index(atGate(g, comers...), 0); at != fairTurn-1 {
			t.Errorf("the first one is let in as number %d, not %d", at+1, fairTurn)
		}
	})
}

// Who gives up leaves no place behind, also where he is let in at that moment.
func TestGateGivesUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := newGate(1)
		if err := g.enter(t.Context(), live); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		gone := make(chan error, 1)
		go func() { gone <- g.enter(ctx, live) }()
		synctest.Wait()
		cancel()
		if err := <-gone; !errors.Is(err, context.Canceled) {
			t.Errorf("who gave up heard %v", err)
		}
		late := &waiter{open: make(chan struct{})}
		g.giveUp(live, late) // as one who was let in and did not look
		g.leave()
		if g.free != 2 {
			t.Errorf("%d places are free, not the one and the one of him who did not look", g.free)
		}
	})
}
