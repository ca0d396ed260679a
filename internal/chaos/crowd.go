package chaos

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"time"
)

// crowd are all customers: so many at once, each followed by a friend who comes by his link.
type crowd struct {
	run    *run
	shutUp chan struct{}
	closes sync.Once
	places sync.WaitGroup

	mu    sync.Mutex
	all   []*customer
	heard []heard
}

// heard is how long a customer waited for the answer to what he did.
type heard struct {
	from time.Time
	took time.Duration
}

func newCrowd(r *run) *crowd { return &crowd{run: r, shutUp: make(chan struct{})} }

// open lets customers come until shut.
func (c *crowd) open(ctx context.Context) {
	for place := range c.run.Customers {
		c.places.Go(func() { c.place(ctx, place) })
	}
}

// shut lets nobody in any more.
func (c *crowd) shut() { c.closes.Do(func() { close(c.shutUp) }) }

// wait waits until all have come to their ends.
func (c *crowd) wait(ctx context.Context, within time.Duration) error {
	gone := make(chan struct{})
	go func() {
		c.places.Wait()
		close(gone)
	}()
	ctx, cancel := context.WithTimeout(ctx, within)
	defer cancel()
	select {
	case <-gone:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("%w: all customers come to their ends", errPatience)
	}
}

// place serves one customer after another. Each comes by the link of the one before, who is told.
func (c *crowd) place(ctx context.Context, place int) {
	dice := rand.New(rand.NewPCG(c.run.Seed, uint64(place)))
	wait(ctx, time.Duration(dice.Int64N(int64(3*time.Second)))) // not all at the same moment
	var before *customer
	for n := 0; ; n++ {
		select {
		case <-c.shutUp:
			return
		case <-ctx.Done():
			return
		default:
		}
		one := c.enter(place, n, dice)
		if before != nil && !before.bought.left && !before.bought.late { // who has an invoice open is not told before that is settled
			before.friends++
			before.expect(fmt.Sprintf("Friend %d came.", before.friends))
			one.came = before.link
		}
		if !one.visit(ctx) {
			return // he waits in vain, and the report will say so
		}
		before = one
	}
}

// firstCustomer is the lowest id; each place has its own.
const firstCustomer = 10_000_000

func (c *crowd) enter(place, n int, dice *rand.Rand) *customer {
	id := int64(firstCustomer + n*1000 + place)
	one := newCustomer(c, id, dice)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.all = append(c.all, one)
	return one
}

// note keeps how long an answer took.
func (c *crowd) note(from time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.heard = append(c.heard, heard{from, time.Since(from)})
}

// everybody are all customers so far.
func (c *crowd) everybody() []*customer {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.all)
}

// deliverLate tells the bot of payments that it was not told of: those that are in time, or those that are overdue.
func (c *crowd) deliverLate(ctx context.Context, overdue bool) {
	for _, one := range c.everybody() {
		if !one.bought.late || one.bought.paid == nil || one.bought.overdue != overdue {
			continue
		}
		one.bought.paid.Deliver()
		if !overdue {
			one.done = one.hasTicket(ctx)
		}
	}
}
