package telegramtest

import (
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// FaultKind is a way in which a call goes wrong.
type FaultKind string

const (
	// TooManyRequests answers 429 with the rule's RetryAfter.
	TooManyRequests FaultKind = "too many requests"
	// InternalError answers 500 with JSON, without an effect.
	InternalError FaultKind = "internal error"
	// BadGateway answers 502 with a page of HTML, without an effect.
	BadGateway FaultKind = "bad gateway"
	// DropReply does what was asked and then cuts the connection.
	DropReply FaultKind = "reply dropped"
	// DropRequest cuts the connection without an effect.
	DropRequest FaultKind = "request dropped"
	// Slow waits for the rule's Delay and then goes on as ever.
	Slow FaultKind = "slow"
	// Forbidden answers 403 as for a bot that was blocked.
	Forbidden FaultKind = "forbidden"
)

// Rule makes calls fail. It is used up after Times calls.
type Rule struct {
	Kind       FaultKind
	Method     string        // "" for all but getUpdates
	Chat       int64         // 0 for all
	Skip       int           // calls that pass before the first that fails
	Times      int           // calls that fail; 0 is one
	RetryAfter time.Duration // with TooManyRequests; at least a second
	Delay      time.Duration // with Slow
}

// Fault adds a rule. Of several that fit, the oldest is used.
func (s *Server) Fault(r Rule) {
	r.Times = max(r.Times, 1)
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()
	s.faults.rules = append(s.faults.rules, r)
	s.faults.open.Store(int64(len(s.faults.rules)))
}

// faultList holds the rules that are not used up. open spares calls the lock
// while there are none.
type faultList struct {
	open  atomic.Int64
	mu    sync.Mutex
	rules []Rule
}

// take returns the rule that a call falls under; its Kind is "" if none.
func (l *faultList) take(f *form) Rule {
	if l.open.Load() == 0 {
		return Rule{}
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	for i := range l.rules {
		r := &l.rules[i]
		if !r.fits(f) {
			continue
		}
		if r.Skip > 0 {
			r.Skip--
			continue
		}
		taken := *r
		if r.Times--; r.Times == 0 {
			l.rules = slices.Delete(l.rules, i, i+1)
			l.open.Store(int64(len(l.rules)))
		}
		return taken
	}
	return Rule{}
}

func (r *Rule) fits(f *form) bool {
	if r.Method == "" && f.method == "getUpdates" {
		return false
	}
	return (r.Method == "" || strings.EqualFold(r.Method, f.method)) && (r.Chat == 0 || r.Chat == f.int("chat_id"))
}

// before does what a fault does in place of the call, or ahead of it; it
// reports whether the call is over.
func (s *Server) before(w http.ResponseWriter, f *form, r Rule) bool {
	switch r.Kind {
	case "", DropReply:
		return false
	case Slow:
		if s.pause(f.ctx, r.Delay) == nil {
			return false
		}
	}
	s.calls.add(f, nil, nil, r.Kind, s.opts.Now())
	switch r.Kind {
	case TooManyRequests:
		writeRefusal(w, tooMany(max(1, int(r.RetryAfter/time.Second))))
	case InternalError:
		writeRefusal(w, &refusal{code: http.StatusInternalServerError, description: "Internal Server Error"})
	case Forbidden:
		writeRefusal(w, forbidden("bot was blocked by the user"))
	case BadGateway:
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(http.StatusBadGateway)
		_, _ = w.Write([]byte("<html><head><title>502 Bad Gateway</title></head></html>\n"))
	case DropRequest:
		panic(http.ErrAbortHandler)
	}
	return true
}
