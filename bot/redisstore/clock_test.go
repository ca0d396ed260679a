package redisstore

import (
	"context"
	"errors"
	"log/slog"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func TestClockFollowsRedis(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var ahead atomic.Int64
		ahead.Store(int64(5 * time.Second))
		c := clock{start: time.Now()}
		ask := func(context.Context) (time.Time, error) { return time.Now().Add(time.Duration(ahead.Load())), nil }
		offset, err := c.measure(t.Context(), ask)
		if err != nil {
			t.Fatal(err)
		}
		c.offset.Store(offset)
		difference := func() int64 { return c.now() - time.Now().UnixMilli() }
		if difference() != 5000 {
			t.Fatalf("ahead by %d ms, not 5000", difference())
		}

		ctx, stop := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { c.follow(ctx, ask, slog.New(slog.DiscardHandler)); close(done) }()

		ahead.Store(int64(5400 * time.Millisecond))
		time.Sleep(measureEvery + measureEvery/2) // between two measurements
		if c.suspect.Load() || difference() != 5400 {
			t.Errorf("after a drift: suspect %v, ahead by %d ms", c.suspect.Load(), difference())
		}
		ahead.Store(int64(time.Hour))
		time.Sleep(measureEvery)
		if !c.suspect.Load() || difference() != 5400 {
			t.Errorf("after a jump: suspect %v, ahead by %d ms", c.suspect.Load(), difference())
		}
		time.Sleep(measureEvery)
		if !c.suspect.Load() || difference() != time.Hour.Milliseconds() {
			t.Errorf("after the jump was confirmed: suspect %v, ahead by %d ms", c.suspect.Load(), difference())
		}
		time.Sleep(calm * measureEvery)
		if c.suspect.Load() || difference() != time.Hour.Milliseconds() {
			t.Errorf("after all others know of the jump: suspect %v, ahead by %d ms", c.suspect.Load(), difference())
		}
		stop()
		<-done
	})
}

func TestJumpThatIsNotConfirmed(t *testing.T) {
	var c clock
	var d doubt
	c.adopt(50_000, &d)
	if !c.suspect.Load() || c.offset.Load() != 0 {
		t.Fatal("a jump was believed at once")
	}
	c.adopt(90_000, &d)
	if !c.suspect.Load() || c.offset.Load() != 0 {
		t.Fatal("another jump was taken for its confirmation")
	}
	c.adopt(10, &d)
	if c.suspect.Load() || c.offset.Load() != 10 {
		t.Fatal("the old time was not believed again")
	}
}

func TestMeasureTakesHalfOfTheTrip(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := clock{start: time.Now()}
		slow := func(context.Context) (time.Time, error) {
			time.Sleep(50 * time.Millisecond)
			at := time.Now()
			time.Sleep(50 * time.Millisecond)
			return at, nil
		}
		offset, err := c.measure(t.Context(), slow)
		if want := c.start.UnixMilli(); err != nil || offset != want {
			t.Errorf("offset %d, %v, want %d", offset, err, want)
		}
		failed := errors.New("down")
		if _, err := c.measure(t.Context(), func(context.Context) (time.Time, error) { return time.Time{}, failed }); !errors.Is(err, failed) {
			t.Errorf("error %v", err)
		}
	})
}
