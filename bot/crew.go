package bot

import (
	"context"
	"sync"
)

// mostIdle is how many goroutines of a crew wait for work.
const mostIdle = 256

// crew runs functions side by side, on goroutines that are kept: one that has run a turn has the stack for the next, which a new one would have to grow.
type crew struct {
	work    chan func()
	running sync.WaitGroup

	mu     sync.Mutex
	idle   int
	closed bool
	tally
}

func newCrew() *crew { return &crew{work: make(chan func(), mostIdle)} }

// do runs f on a goroutine that waits for work, or on a new one. False: the crew is closed.
func (c *crew) do(f func()) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return false
	}
	c.begin()
	if c.idle > 0 {
		c.idle--
		c.work <- f // there is room: at most mostIdle are idle
		return true
	}
	c.running.Go(func() { c.run(f) })
	return true
}

func (c *crew) run(f func()) {
	for ok := true; ok; f, ok = <-c.work {
		f()
		if !c.rest() {
			return
		}
	}
}

// rest counts a goroutine as idle; false where enough are.
func (c *crew) rest() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.end()
	if c.idle == mostIdle {
		return false
	}
	c.idle++
	return true
}

// quiet returns when nothing is at work, or when ctx ends.
func (c *crew) quiet(ctx context.Context) {
	c.mu.Lock()
	idle := c.waiting()
	c.mu.Unlock()
	select {
	case <-idle:
	case <-ctx.Done():
	}
}

// begun is how much was begun so far.
func (c *crew) begun() uint64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.all
}

// close takes nothing more, waits until all is done and ends the goroutines.
func (c *crew) close() {
	c.mu.Lock()
	c.closed = true
	close(c.work)
	c.mu.Unlock()
	c.running.Wait()
}
