package bot

import "sync"

// mostIdle is how many goroutines of a crew wait for work.
const mostIdle = 256

// crew runs functions side by side, on goroutines that are kept: one that has run a turn has the stack for the next, which a new one would have to grow.
type crew struct {
	work    chan func()
	running sync.WaitGroup

	mu     sync.Mutex
	idle   int
	closed bool
}

func newCrew() *crew { return &crew{work: make(chan func(), mostIdle)} }

// do runs f on a goroutine that waits for work, or on a new one. False: the crew is closed.
func (c *crew) do(f func()) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case c.closed:
		return false
	case c.idle > 0:
		c.idle--
		c.work <- f // there is room: at most mostIdle are idle
	default:
		c.running.Go(func() { c.run(f) })
	}
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
	if c.idle == mostIdle {
		return false
	}
	c.idle++
	return true
}

// close takes nothing more, waits until all is done and ends the goroutines.
func (c *crew) close() {
	c.mu.Lock()
	c.closed = true
	close(c.work)
	c.mu.Unlock()
	c.running.Wait()
}
