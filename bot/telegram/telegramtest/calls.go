package telegramtest

import (
	"encoding/json"
	"maps"
	"slices"
	"sync"
	"time"
)

// Call is one call that the server has answered, or has not answered on
// purpose.
type Call struct {
	Method string
	Params map[string]string
	Files  []string        // the names of what was uploaded
	Result json.RawMessage // nil if it was refused
	Code   int             // the error code; 0 if it was not refused
	Error  string
	Fault  FaultKind // "" if nothing was made to go wrong
	At     time.Time
}

// Chat is the chat_id of the call, 0 if it has none.
func (c Call) Chat() int64 { return atoi(c.Params["chat_id"]) }

// callLog keeps the last calls.
type callLog struct {
	size int // negative: none
	told func(Call)
	mu   sync.Mutex
	ring []Call
	next int
}

func (l *callLog) add(f *form, result json.RawMessage, no *refusal, fault FaultKind, at time.Time) {
	if l.size < 0 && l.told == nil {
		return
	}
	c := Call{Method: f.method, Params: f.values, Files: slices.Sorted(maps.Keys(f.files)), Result: result, Fault: fault, At: at}
	if no != nil {
		c.Code, c.Error, c.Result = no.code, no.description, nil
	}
	if l.told != nil {
		l.told(c)
	}
	if l.size < 0 {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.ring) < l.size {
		l.ring = append(l.ring, c)
		return
	}
	l.ring[l.next] = c
	l.next = (l.next + 1) % l.size
}

// Calls returns the calls of a method, or all for "", oldest first.
func (s *Server) Calls(method string) []Call {
	l := &s.calls
	l.mu.Lock()
	defer l.mu.Unlock()
	var found []Call
	for i := range l.ring {
		if c := l.ring[(l.next+i)%len(l.ring)]; method == "" || c.Method == method {
			found = append(found, c)
		}
	}
	return found
}

// Served counts the calls that came in, remembered or not.
func (s *Server) Served() int64 { return s.served.Load() }
