package rehearsal

import (
	"sync/atomic"
	"time"
)

// clock is a world's: it stands still until it is set.
type clock struct{ at atomic.Int64 } // milliseconds since 1970

// now is for the Bot API server.
func (c *clock) now() time.Time { return time.UnixMilli(c.at.Load()) }

// milli is for the store, by which the bot goes.
func (c *clock) milli() int64 { return c.at.Load() }

// set puts the clock to a time, but never back.
func (c *clock) set(at int64) { c.at.Store(max(at, c.at.Load())) }
