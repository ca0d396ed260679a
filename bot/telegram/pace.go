package telegram

import (
	"time"

	"golang.org/x/time/rate"
)

// pace is one budget of messages and the time until which it is frozen.
type pace struct {
	bucket *rate.Limiter
	until  time.Time
	used   time.Time
}

// freeze never shortens an earlier freeze.
func (p *pace) freeze(until time.Time) {
	if until.After(p.until) {
		p.until = until
	}
}

// ready tells how long it takes until there is a turn, without taking it.
func (p *pace) ready(now time.Time) time.Duration {
	if wait := p.until.Sub(now); wait > 0 {
		return wait
	}
	r := p.bucket.ReserveN(now, 1)
	defer r.CancelAt(now)
	return r.DelayFrom(now)
}

func (p *pace) take(now time.Time) { p.bucket.AllowN(now, 1) }

// storm tells one flooded chat from a flooded bot.
type storm struct {
	recent [stormChats]struct {
		chat int64
		at   time.Time
	}
	next int
}

const (
	stormChats  = 3
	stormWindow = 10 * time.Second
)

// add notes a freeze and reports whether the last few hit different chats in
// a short time.
func (s *storm) add(chat int64, now time.Time) bool {
	for i := range s.recent {
		if s.recent[i].chat == chat {
			s.recent[i].at = now
			return false
		}
	}
	s.recent[s.next].chat, s.recent[s.next].at = chat, now
	s.next = (s.next + 1) % stormChats
	for _, r := range s.recent {
		if r.at.IsZero() || now.Sub(r.at) > stormWindow {
			return false
		}
	}
	return true
}
