package access

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"sync"
	"time"
)

const (
	// idle is how long a session lasts in which nothing happens, and longest
	// how long any lasts.
	idle    = 24 * time.Hour
	longest = 7 * 24 * time.Hour
	// mostSessions bounds what is remembered.
	mostSessions = 256
)

// Sessions are those who have come in. They are kept in memory alone: with the
// end of the program everybody has to come in again. It is safe for concurrent
// use.
type Sessions struct {
	now func() time.Time

	mu   sync.Mutex
	open map[[sha256.Size]byte]*session
}

type session struct {
	until time.Time // for good
	used  time.Time
	life  context.Context // ends with it
	end   context.CancelFunc
}

// NewSessions makes an empty list that goes by a clock.
func NewSessions(now func() time.Time) *Sessions {
	return &Sessions{now: now, open: map[[sha256.Size]byte]*session{}}
}

// Begin begins a session and returns the name by which it is known, which is a
// secret of whoever has come in.
func (s *Sessions) Begin() (name string) {
	name = rand.Text() + rand.Text()
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.now()
	s.sweep(now)
	life, end := context.WithCancel(context.Background())
	s.open[sha256.Sum256([]byte(name))] = &session{until: now.Add(longest), used: now, life: life, end: end}
	return name
}

// Within returns a context that ends with the session too, or false if there
// is no such session. end is to be called when the context is used no more.
func (s *Sessions) Within(ctx context.Context, name string) (inside context.Context, end context.CancelFunc, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.now()
	one := s.open[sha256.Sum256([]byte(name))]
	if one == nil || one.over(now) {
		return nil, nil, false
	}
	one.used = now
	inside, cancel := context.WithTimeout(ctx, one.until.Sub(now))
	stop := context.AfterFunc(one.life, cancel)
	return inside, func() { stop(); cancel() }, true
}

// End ends a session, and all that is done within it.
func (s *Sessions) End(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.drop(sha256.Sum256([]byte(name)))
}

func (s *Sessions) drop(id [sha256.Size]byte) {
	if one := s.open[id]; one != nil {
		one.end()
		delete(s.open, id)
	}
}

// sweep ends what is over, and makes room for one more.
func (s *Sessions) sweep(now time.Time) {
	var oldest [sha256.Size]byte
	for id, one := range s.open {
		if one.over(now) {
			s.drop(id)
		} else if o := s.open[oldest]; o == nil || one.used.Before(o.used) {
			oldest = id
		}
	}
	if len(s.open) >= mostSessions {
		s.drop(oldest)
	}
}

func (o *session) over(now time.Time) bool {
	return !now.Before(o.until) || now.Sub(o.used) > idle
}
