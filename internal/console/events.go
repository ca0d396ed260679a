package console

import (
	"context"
	"errors"
	"net/http"
	"time"
)

const (
	// maxStreams is how many pages may be open at once.
	maxStreams = 32
	// heartbeat finds out about readers who are gone.
	heartbeat = 20 * time.Second
	// patience is how long a reader may take for one event.
	patience = 10 * time.Second
)

// errBehind ends a stream whose reader has fallen behind, or that has nothing
// more to tell.
var errBehind = errors.New("console: no more events for this reader")

// serveEvents streams what happens on the phones. Each connection begins with
// all that the phones show, so a page that was cut off has missed nothing.
func (s *site) serveEvents(w http.ResponseWriter, r *http.Request) {
	select {
	case s.seats <- struct{}{}:
		defer func() { <-s.seats }()
	default:
		http.Error(w, "too many pages are open", http.StatusServiceUnavailable)
		return
	}
	// Before the phones are read: what happens in between is then told twice,
	// which is harmless, and not lost.
	events, cancel := s.opts.Phones.Subscribe()
	defer cancel()
	w.Header().Set("Content-Type", "text/event-stream; charset=utf-8")
	w.Header().Set("X-Accel-Buffering", "no")
	err := follow(r.Context(), newFeed(w, s.opts), events)
	s.opts.Log.Debug("a page's events have ended", "err", err)
}

// follow writes events until the reader is gone or has been too slow.
func follow(ctx context.Context, f *feed, events <-chan Event) error {
	if err := f.reset(); err != nil {
		return err
	}
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for {
		var err error
		select {
		case e, open := <-events:
			if !open {
				return errBehind
			}
			err = f.tell(e)
		case <-beat.C:
			err = f.comment("still here")
		case <-ctx.Done():
			return ctx.Err()
		}
		if err != nil {
			return err
		}
	}
}
