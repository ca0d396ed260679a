package telegramtest

import (
	"encoding/json"
	"time"

	"repartee/bot/telegram"
)

const (
	webhookActive = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
	otherPoll     = "terminated by other getUpdates request; make sure that only one bot instance is running"
	webhookSet    = "terminated by setWebhook request"

	// A poll with the offset of the last one is held this long at least, and
	// cut to one update if it comes at once: such a client has lost its place.
	sameOffsetHold = 3 * time.Second
	sameOffsetSoon = 500 * time.Millisecond
)

// poll is a getUpdates that is being held.
type poll struct{ ended chan string }

func (s *Server) getUpdates(f *form) (any, *refusal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	q := &s.updates
	if s.courier.hook != nil {
		return nil, conflict(webhookActive)
	}
	if no := q.setAllowed(f); no != nil {
		return nil, no
	}
	offset := f.int("offset")
	limit := int(f.within("limit", telegram.MaxPollUpdates, 1, telegram.MaxPollUpdates))
	hold := time.Duration(f.within("timeout", 0, 0, int64(telegram.MaxPollTimeout/time.Second))) * time.Second
	now := s.opts.Now()
	if since := now.Sub(q.polled); !q.polled.IsZero() && offset == q.offset && since < sameOffsetHold {
		hold = max(hold, sameOffsetHold)
		if since < sameOffsetSoon {
			limit = 1
		}
	}
	q.offset, q.polled = offset, now
	q.endPoll(otherPoll)
	q.expire(now)
	q.confirm(offset)
	return s.hold(f, limit, hold)
}

// hold waits for updates. It gives the mutex away while it does.
func (s *Server) hold(f *form, limit int, most time.Duration) (any, *refusal) {
	q := &s.updates
	p := &poll{ended: make(chan string, 1)}
	q.poll = p
	timer := time.NewTimer(most)
	defer timer.Stop()
	for {
		if batch := q.take(limit); len(batch) > 0 || most == 0 {
			q.poll = nil
			return join(batch), nil
		}
		q.noteRest()
		arrived, over := q.arrived, false
		s.mu.Unlock()
		var why string
		select {
		case <-arrived:
		case why = <-p.ended:
		case <-timer.C:
			over = true
		case <-f.ctx.Done():
			over = true
		case <-s.done:
			over = true
		}
		s.mu.Lock()
		if why == "" && q.poll != p {
			why = <-p.ended
		}
		if why != "" {
			return nil, conflict(why)
		}
		if over {
			q.poll = nil
			return join(nil), nil
		}
	}
}

// take reads updates without dropping them: that takes an offset.
func (q *updateQueue) take(limit int) []pending {
	n := min(limit, len(q.again))
	batch := append([]pending(nil), q.again[:n]...)
	q.again = q.again[n:]
	fresh := q.waiting[:min(limit-n, len(q.waiting))]
	q.received(fresh...)
	return append(batch, fresh...)
}

func (q *updateQueue) endPoll(why string) {
	if q.poll != nil {
		q.poll.ended <- why
		q.poll = nil
	}
}

// setAllowed takes a new choice of kinds; null and nothing keep the old one.
func (q *updateQueue) setAllowed(f *form) *refusal {
	raw := f.text("allowed_updates")
	if raw == "" || raw == "null" {
		return nil
	}
	list := []string{}
	if err := json.Unmarshal([]byte(raw), &list); err != nil {
		return badRequest("can't parse allowed_updates: %v", err)
	}
	q.allowed = list
	return nil
}

func join(batch []pending) json.RawMessage {
	out := []byte{'['}
	for i, p := range batch {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, p.raw...)
	}
	return append(out, ']')
}
