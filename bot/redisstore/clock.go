package redisstore

import (
	"context"
	"log/slog"
	"sync/atomic"
	"time"
)

const (
	measureEvery = time.Second // so long may instances disagree after a step of the clock, twice at most
	// jump is how far the offset may move between two measurements before nobody claims on its word.
	jump = int64(1000)
	// calm is how many measurements must agree after a jump until this process claims again: by then all others go by the new time too, and have prolonged what
	// they hold. With the old one they would seem to have let go of it.
	calm = 2
)

// doubt is what follow remembers from one measurement to the next.
type doubt struct {
	offset int64 // that was far from the last, and is not confirmed
	calm   int   // measurements until the clock is not suspect any more
}

// clock is this process's monotonic clock plus its distance from Redis' time, so that instances agree and a step of the wall clock moves nothing.
type clock struct {
	start   time.Time
	offset  atomic.Int64 // milliseconds since 1970 at start
	suspect atomic.Bool
}

// tell asks Redis for its time.
type tell func(context.Context) (time.Time, error)

func (c *clock) now() int64 { return c.elapsed() + c.offset.Load() }

func (c *clock) elapsed() int64 { return time.Since(c.start).Milliseconds() }

// measure reads Redis' time once; half of the trip is taken to be the way back.
func (c *clock) measure(ctx context.Context, ask tell) (int64, error) {
	before := c.elapsed()
	at, err := ask(ctx)
	if err != nil {
		return 0, err
	}
	return at.UnixMilli() - (before+c.elapsed())/2, nil
}

// adopt takes a new measurement in. One that is far from the last is held back until the next confirms it; until then, and for
// a while after it, the clock is suspect.
func (c *clock) adopt(offset int64, d *doubt) {
	apart := func(a, b int64) bool { return a-b > jump || b-a > jump }
	far := apart(offset, c.offset.Load())
	switch {
	case far && (!c.suspect.Load() || apart(offset, d.offset)):
		d.offset = offset
		c.suspect.Store(true)
		return
	case far:
		d.calm = calm
	case d.calm > 0:
		d.calm--
	}
	c.offset.Store(offset)
	c.suspect.Store(d.calm > 0)
}

// follow measures again and again until the context ends.
func (c *clock) follow(ctx context.Context, ask tell, log *slog.Logger) {
	tick := time.NewTicker(measureEvery)
	defer tick.Stop()
	var d doubt
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		offset, err := c.measure(ctx, ask)
		if err != nil {
			continue // the calls that need Redis say so themselves
		}
		before := c.suspect.Load()
		c.adopt(offset, &d)
		if c.suspect.Load() && !before {
			log.WarnContext(ctx, "Redis' clock jumped: nothing new is claimed for sending until it is measured again", "by_ms", offset-c.offset.Load())
		}
	}
}
