package telegramtest

import "context"

// Rest returns when a bot that polls has confirmed all updates and asks for
// more, with the id of the last one that was made. An error says that ctx ended
// or the server was closed before.
func (s *Server) Rest(ctx context.Context) (last int64, err error) {
	for {
		s.mu.Lock()
		q := &s.updates
		if q.rests() {
			defer s.mu.Unlock()
			return q.lastID, nil
		}
		if q.rested == nil {
			q.rested = make(chan struct{})
		}
		rested := q.rested
		s.mu.Unlock()
		select {
		case <-rested:
		case <-ctx.Done():
			return 0, ctx.Err()
		case <-s.done:
			return 0, errClosed
		}
	}
}

// rests tells that a poll is held and nothing is left to be received.
func (q *updateQueue) rests() bool { return q.poll != nil && len(q.waiting) == 0 && len(q.again) == 0 }

// noteRest wakes those who wait for that.
func (q *updateQueue) noteRest() {
	if q.rested != nil && q.rests() {
		close(q.rested)
		q.rested = nil
	}
}
