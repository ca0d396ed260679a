package rehearsal

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"sync"
)

// answer is what a request of a flow got.
type answer struct {
	Request  string `json:"request"` // what was asked, as a hash
	Status   int    `json:"status,omitempty"`
	Body     []byte `json:"body,omitempty"`
	Failed   string `json:"failed,omitempty"` // why there was none
	Location string `json:"location,omitempty"`
}

// mostBody bounds an answer, in bytes; the bot takes no longer one.
const mostBody = 256<<10 + 1

// tape stands between the flows' requests and the world: it keeps what was answered. While talks are played again, what was asked before is answered from it, so that
// an order reaches a shop once, however often its flow is changed. What was never asked is asked then only where asking changes nothing.
type tape struct {
	mu      sync.Mutex
	next    http.RoundTripper
	kept    []answer
	heard   []answer       // in this world, in order
	served  map[string]int // how often each request was answered from what is kept
	replays bool
	alone   bool // nothing is asked at all: the talks are somebody else's
}

func newTape(kept []answer, alone bool) *tape {
	return &tape{kept: kept, served: map[string]int{}, replays: true, alone: alone}
}

// errAgain is why a call fails that would do something anew while a talk is only played again.
var errAgain = errors.New("it is not made while a talk is played again: start the talk anew, or take the step back and do it again")

func (t *tape) through(next http.RoundTripper) { t.next = next }

// live ends the replay: from now on what is asked is asked.
func (t *tape) live() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.replays = false
}

// answers are those of this world.
func (t *tape) answers() []answer {
	t.mu.Lock()
	defer t.mu.Unlock()
	return append([]answer(nil), t.heard...)
}

// RoundTrip implements [http.RoundTripper].
func (t *tape) RoundTrip(r *http.Request) (*http.Response, error) {
	asked, err := requestOf(r)
	if err != nil {
		return nil, err
	}
	a, known := t.known(asked)
	switch {
	case known:
	case t.refuses(r.Method):
		return nil, errAgain
	default:
		a = t.ask(asked, r)
	}
	t.mu.Lock()
	t.heard = append(t.heard, a)
	t.mu.Unlock()
	if a.Failed != "" {
		return nil, errors.New(a.Failed)
	}
	return a.response(r), nil
}

// known finds what is kept for a request: of several that were alike, the answer that comes next.
func (t *tape) known(asked string) (answer, bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.replays {
		return answer{}, false
	}
	n := 0
	for _, a := range t.kept {
		if a.Request != asked {
			continue
		}
		if n == t.served[asked] {
			t.served[asked]++
			return a, true
		}
		n++
	}
	return answer{}, false
}

func (t *tape) refuses(method string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.replays && (t.alone || method != http.MethodGet)
}

func (t *tape) ask(asked string, r *http.Request) answer {
	a := answer{Request: asked}
	response, err := t.next.RoundTrip(r)
	if err != nil {
		a.Failed = err.Error()
		return a
	}
	defer func() { _ = response.Body.Close() }()
	a.Status, a.Location = response.StatusCode, response.Header.Get("Location")
	if a.Body, err = io.ReadAll(io.LimitReader(response.Body, mostBody)); err != nil {
		return answer{Request: asked, Failed: err.Error()}
	}
	return a
}

// requestOf names a request by its method, address and body, and leaves the body to be read.
func requestOf(r *http.Request) (string, error) {
	h := sha256.New()
	_, _ = io.WriteString(h, r.Method+" "+r.URL.String()+"\n") // a hash takes all
	if r.Body != nil {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return "", err
		}
		_ = r.Body.Close()
		r.Body = io.NopCloser(bytes.NewReader(body))
		_, _ = h.Write(body)
	}
	return hex.EncodeToString(h.Sum(nil)[:12]), nil
}

func (a *answer) response(r *http.Request) *http.Response {
	header := http.Header{"Content-Type": {"application/json"}}
	if a.Location != "" {
		header.Set("Location", a.Location)
	}
	return &http.Response{
		Status: http.StatusText(a.Status), StatusCode: a.Status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: header, Body: io.NopCloser(bytes.NewReader(a.Body)), ContentLength: int64(len(a.Body)), Request: r,
	}
}
