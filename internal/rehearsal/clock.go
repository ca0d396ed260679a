package rehearsal

import (
	"sync/atomic"
	"time"
)

// clock is the demo's: the system's, and what its visitors let go by.
type clock struct{ ahead atomic.Int64 }

// now is for the Bot API server.
func (c *clock) now() time.Time { return time.Now().Add(time.Duration(c.ahead.Load())) }

// milli is for the store, by which the bot goes.
func (c *clock) milli() int64 { return c.now().UnixMilli() }

// pass lets time go by.
func (c *clock) pass(d time.Duration) { c.ahead.Add(int64(d)) }
