package bot_test

import (
	"sync/atomic"
	"testing"
	"time"

	"repartee/bot/sqlitestore"
)

// clock stands still until the test moves it.
type clock struct{ now atomic.Int64 }

func newClock() *clock {
	c := &clock{}
	c.now.Store(time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC).UnixMilli())
	return c
}

func (c *clock) time() time.Time     { return time.UnixMilli(c.now.Load()).UTC() }
func (c *clock) add(d time.Duration) { c.now.Add(d.Milliseconds()) }

// clockedFile is a SQLite store that goes by a clock of the test's.
func clockedFile(t testing.TB, c *clock) fullStore {
	return fileAt(t, sqlitestore.Options{Now: c.now.Load})
}
