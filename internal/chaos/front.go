package chaos

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"repartee/bot/telegram/telegramtest"
)

// stalled is how long a reply is held back that nobody is to wait for: longer than the bot does.
const stalled = 15 * time.Second

// front stands before the Bot API. Each process calls it by an address of its own, so it knows who has sent what; it keeps that record, and can do what was asked
// and then cut the connection.
type front struct {
	server *telegramtest.Server
	cuts   atomic.Int64 // replies that are still to be cut
	stalls atomic.Int64 // replies that are still to be held back until nobody waits

	mu    sync.Mutex
	sends map[int64][]send // by chat, in the order of their messages
}

// send is a message that the Bot API has taken from a process.
type send struct {
	message int64
	what    string // its text, or anInvoice
	by      string // the process
	at      time.Time
	cut     bool // the process was not told
}

func newFront(server *telegramtest.Server) *front {
	return &front{server: server, sends: map[int64][]send{}}
}

// ServeHTTP implements [http.Handler]. The first part of the path names the process.
func (f *front) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	at := time.Now()
	process, rest, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	r.URL.Path, r.URL.RawPath = "/"+rest, ""
	_, method, _ := strings.Cut(rest, "/")
	if !strings.HasPrefix(method, "send") || method == "sendChatAction" {
		f.server.ServeHTTP(w, r)
		return
	}
	reply := &reply{ResponseWriter: w, code: http.StatusOK}
	f.server.ServeHTTP(reply, r)
	chat, sent, ok := reply.sent()
	if !ok {
		reply.pass()
		return
	}
	sent.by, sent.at = process, at
	stall := take(&f.stalls)
	sent.cut = stall || take(&f.cuts)
	f.record(chat, sent)
	if stall {
		wait(r.Context(), stalled)
	}
	if sent.cut {
		panic(http.ErrAbortHandler)
	}
	reply.pass()
}

func (f *front) record(chat int64, s send) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.sends[chat] = append(f.sends[chat], s)
	list := f.sends[chat]
	for i := len(list) - 1; i > 0 && list[i].message < list[i-1].message; i-- {
		list[i], list[i-1] = list[i-1], list[i]
	}
}

// sentTo is what a chat was sent, in order.
func (f *front) sentTo(chat int64) []send {
	f.mu.Lock()
	defer f.mu.Unlock()
	return append([]send(nil), f.sends[chat]...)
}

// total counts all that was sent.
func (f *front) total() (n int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, list := range f.sends {
		n += len(list)
	}
	return n
}

// take takes one of a number that is left.
func take(left *atomic.Int64) bool {
	for n := left.Load(); n > 0; n = left.Load() {
		if left.CompareAndSwap(n, n-1) {
			return true
		}
	}
	return false
}

// reply keeps an answer of the Bot API until it is known what becomes of it.
type reply struct {
	http.ResponseWriter
	code int
	body bytes.Buffer
}

// WriteHeader implements [http.ResponseWriter].
func (r *reply) WriteHeader(code int) { r.code = code }

// Write implements [http.ResponseWriter].
func (r *reply) Write(p []byte) (int, error) { return r.body.Write(p) }

// pass gives the answer to who waits for it.
func (r *reply) pass() {
	r.ResponseWriter.WriteHeader(r.code)
	_, _ = r.ResponseWriter.Write(r.body.Bytes()) // who is gone misses nothing
}

// sent reads what was sent; false where it was refused.
func (r *reply) sent() (chat int64, s send, ok bool) {
	var answer struct {
		OK     bool
		Result struct {
			MessageID int64 `json:"message_id"`
			Chat      struct{ ID int64 }
			Text      string
			Invoice   *json.RawMessage
		}
	}
	if r.code != http.StatusOK || json.Unmarshal(r.body.Bytes(), &answer) != nil || !answer.OK {
		return 0, send{}, false
	}
	s = send{message: answer.Result.MessageID, what: answer.Result.Text}
	if answer.Result.Invoice != nil {
		s.what = anInvoice
	}
	return answer.Result.Chat.ID, s, true
}
