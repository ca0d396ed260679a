package bot_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"repartee/bot"
	"repartee/flows"
)

// parcels is a service that flows call: what it answers can be changed, and what it was asked is kept.
type parcels struct {
	*httptest.Server
	answer atomic.Pointer[http.HandlerFunc]

	mu    sync.Mutex
	asked []*http.Request
	posts []string
}

func newParcels(t testing.TB, answer http.HandlerFunc) *parcels {
	p := &parcels{}
	p.answer.Store(&answer)
	p.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		p.mu.Lock()
		p.asked, p.posts = append(p.asked, r), append(p.posts, string(body))
		p.mu.Unlock()
		(*p.answer.Load())(w, r)
	}))
	t.Cleanup(p.Close)
	return p
}

// first is what was asked first, and what was posted with it.
func (p *parcels) first() (*http.Request, string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.asked[0], p.posts[0]
}

func (p *parcels) keys() (out []string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, r := range p.asked {
		out = append(out, r.Header.Get("Idempotency-Key"))
	}
	return out
}

func answers(code int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(code)
		_, _ = io.WriteString(w, body)
	}
}

// parcelSet calls the service with what the customer says.
func parcelSet(t testing.TB, call string) *flows.Set {
	t.Helper()
	return set(t, map[string]string{
		"bot.yaml": botYAML + "calls:\n  parcel: " + call + "\n",
		"flows/order.yaml": `
flow: order
fields: {parcel_number: text, place: text}
steps:
  - ask: parcel_number
    text: Which number?
  - {call: parcel, with: {number: parcel_number}, take: {place: at}, error: lost}
  - say: "It is in {{ place ?? 'nowhere' }}."
  - end:
  - id: lost
    say: I cannot find it.
`})
}

func private(o *bot.Options) {
	o.CallPrivate = true
	o.Secret = func(name string) (string, bool) { return "s3cret", name == "API_TOKEN" }
}

func TestRequest(t *testing.T) {
	for _, tt := range []struct {
		name   string
		answer http.HandlerFunc
		want   string
	}{
		{"an object", answers(200, `{"at": "Bremen", "more": [1]}`), "It is in Bremen."},
		{"created", answers(201, ` {"at": "Bremen"} `), "It is in Bremen."},
		{"nothing", answers(204, ""), "It is in nowhere."},
		{"a list", answers(200, `[1, 2]`), "It is in nowhere."},
		{"of another type", answers(200, `{"at": {"x": 1}}`), ""},
		{"a text", answers(200, `"Bremen"`), "I cannot find it."},
		{"no JSON", answers(200, "<html>"), "I cannot find it."},
		{"too long", answers(200, `{"at": "`+strings.Repeat("x", 256<<10)+`"}`), "I cannot find it."},
		{"not found", answers(404, `{"at": "Bremen"}`), "I cannot find it."},
		{"broken", answers(500, `{"at": "Bremen"}`), "I cannot find it."},
		{"a redirect", func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/there" {
				answers(200, `{"at": "Bremen"}`)(w, r)
				return
			}
			http.Redirect(w, r, "/there", http.StatusFound)
		}, "It is in Bremen."},
		{"redirects without end", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path, http.StatusFound) }, "I cannot find it."},
		{"it hangs up", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, "I cannot find it."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := newParcels(t, tt.answer)
			r := newRig(t, parcelSet(t, `{get: "`+p.URL+`/{{ number }}", token: $API_TOKEN, needs: {number: text}, gives: {at: text}, within: 30s}`), file(t), private)
			c := r.user(1)
			c.Start("")
			c.hears(1)
			c.Say("A/7?x")
			heard := c.hears(2)
			if tt.want != "" && heard[1] != tt.want {
				t.Errorf("heard %q, not %q", heard[1], tt.want)
			}
			asked, _ := p.first()
			if asked.URL.EscapedPath() != "/A%2F7%3Fx" || asked.Header.Get("Authorization") != "Bearer s3cret" || asked.Header.Get("Idempotency-Key") == "" {
				t.Errorf("asked for %s with %v", asked.URL.EscapedPath(), asked.Header)
			}
			r.nothingDied()
		})
	}
}

func TestPostedRequest(t *testing.T) {
	p := newParcels(t, answers(200, `{"at": "Bremen"}`))
	r := newRig(t, parcelSet(t, `{post: "`+p.URL+`", needs: {number: text}, gives: {at: text}}`), file(t), private)
	c := r.user(1)
	c.Start("")
	c.hears(1)
	c.Say("7")
	c.expects("Which number?", "It is in Bremen.")
	if asked, posted := p.first(); posted != `{"number":"7"}` || asked.Header.Get("Content-Type") != "application/json" || asked.Header.Get("Authorization") != "" {
		t.Errorf("posted %s with %v", posted, asked.Header)
	}
}

// TestPrivateAddressIsRefused sends nothing to this machine unless that is allowed, by number or by name.
func TestPrivateAddressIsRefused(t *testing.T) {
	p := newParcels(t, answers(200, `{"at": "Bremen"}`))
	for _, url := range []string{p.URL, strings.Replace(p.URL, "127.0.0.1", "localhost", 1)} {
		r := newRig(t, parcelSet(t, `{get: "`+url+`/{{ number }}", needs: {number: text}, gives: {at: text}}`), file(t))
		c := r.user(1)
		c.Start("")
		c.hears(1)
		c.Say("7")
		c.expects("Which number?", "I cannot find it.")
	}
	if len(p.keys()) > 0 {
		t.Error("it was asked")
	}
}

// TestMissingToken asks nothing without the token that a call needs.
func TestMissingToken(t *testing.T) {
	p := newParcels(t, answers(200, `{"at": "Bremen"}`))
	r := newRig(t, parcelSet(t, `{get: "`+p.URL+`/{{ number }}", token: $OTHER, needs: {number: text}, gives: {at: text}}`), file(t), private)
	c := r.user(1)
	c.Start("")
	c.hears(1)
	c.Say("7")
	c.expects("Which number?", "I cannot find it.")
	if len(p.keys()) > 0 {
		t.Error("it was asked")
	}
}

// TestRepeatedRequest tries again what failed, under the same key.
func TestRepeatedRequest(t *testing.T) {
	clock := newClock()
	p := newParcels(t, answers(503, ""))
	r := newRig(t, parcelSet(t, `{get: "`+p.URL+`", needs: {number: text}, gives: {at: text}, within: 5s, tries: 3}`), clockedFile(t, clock), private)
	c := r.user(1)
	c.Start("")
	c.hears(1)
	c.Say("7")
	r.failedOnce(clock)
	good := answers(200, `{"at": "Bremen"}`)
	p.answer.Store(&good)
	eventually(t, "it is tried a second time", func() bool { clock.add(time.Second); return len(said(c.Messages())) == 2 })
	c.expects("Which number?", "It is in Bremen.")
	keys := p.keys()
	if len(keys) < 2 || keys[0] != keys[1] || keys[0] == "" {
		t.Errorf("keys %q", keys)
	}
}

// failedOnce waits until a try has failed and the next is to come.
func (r *rig) failedOnce(clock *clock) {
	r.Helper()
	eventually(r, "the first try has failed", func() bool {
		open := r.state(1).Session.Jobs
		return len(open) == 1 && open[0].Deadline <= clock.time().Add(2*time.Second).Unix()
	})
}

// TestLostResult loses what a call has given between the call and the store, and a whole process while a call is under way: it is made again under the same key.
func TestLostResult(t *testing.T) {
	for _, how := range []string{"the store fails", "the process ends"} {
		t.Run(how, func(t *testing.T) {
			clock := newClock()
			store := &faulty{fullStore: clockedFile(t, clock)}
			var fails atomic.Bool
			store.before = func(method string) error {
				if method == "Post" && fails.Load() {
					return errDown
				}
				return nil
			}
			asked, goOn := make(chan struct{}, 10), make(chan struct{})
			p := newParcels(t, func(w http.ResponseWriter, r *http.Request) {
				asked <- struct{}{}
				select {
				case <-goOn:
				case <-r.Context().Done():
				}
				answers(200, `{"at": "Bremen"}`)(w, r)
			})
			call := parcelSet(t, `{get: "`+p.URL+`", needs: {number: text}, gives: {at: text}, within: 50s, tries: 2}`)
			atOnce := func(o *bot.Options) { o.Drain = time.Millisecond }
			r := newRig(t, call, store, private, atOnce)
			c := r.user(1)
			c.Start("")
			c.hears(1)
			c.Say("7")
			<-asked
			if how == "the process ends" {
				r.stop()
				close(goOn)
				r.start(call, private, atOnce)
			} else {
				fails.Store(true)
				close(goOn)
			}
			clock.add(time.Minute + time.Second)
			<-asked
			fails.Store(false)
			c.expects("Which number?", "It is in Bremen.")
			if keys := p.keys(); keys[0] != keys[1] {
				t.Errorf("keys %q", keys)
			}
		})
	}
}

// TestForgottenMeanwhile keeps nothing of a call's result whose customer is forgotten by then.
func TestForgottenMeanwhile(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		asked, goOn := make(chan struct{}), make(chan struct{})
		p := newParcels(t, func(w http.ResponseWriter, r *http.Request) {
			close(asked)
			<-goOn
			answers(200, `{"at": "Bremen"}`)(w, r)
		})
		r := newRig(t, parcelSet(t, `{get: "`+p.URL+`", needs: {number: text}, gives: {at: text}, within: 50s}`), open(t), private)
		c := r.user(1)
		c.Start("")
		c.hears(1)
		c.Say("7")
		<-asked
		c.Say("/forget")
		c.hears(3)
		c.press("Erase my data")
		c.hears(4)
		gone := func() bool {
			record, err := r.store.Load(t.Context(), 1)
			return err == nil && record.Version == "" && record.State == nil
		}
		eventually(t, "nothing is left", gone)
		close(goOn)
		r.stop() // waits for the call
		if !gone() || r.anythingDue() {
			t.Error("something of the contact is back")
		}
		c.hears(4)
	})
}
