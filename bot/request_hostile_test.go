package bot_test

import (
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"repartee/bot"
	"repartee/flows"
)

// endless is a text without an end.
type endless byte

func (e endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(e)
	}
	return len(p), nil
}

// TestHostileAnswer takes no harm from a service that answers with too much: it is given up, and little of it was read.
func TestHostileAnswer(t *testing.T) {
	for name, answer := range map[string]http.HandlerFunc{
		"without an end": func(w http.ResponseWriter, _ *http.Request) { _, _ = io.Copy(w, endless('x')) },
		"of blanks":      func(w http.ResponseWriter, _ *http.Request) { _, _ = io.Copy(w, endless(' ')) },
		"a small file that is a large one": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			packed := gzip.NewWriter(w)
			_, _ = io.CopyN(packed, endless(' '), 200<<20)
			_ = packed.Close()
		},
		"longer than it says": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "9000000000000000000")
			_, _ = io.WriteString(w, "{}")
		},
		"headers": func(w http.ResponseWriter, _ *http.Request) {
			for i := range 100 {
				w.Header().Set(fmt.Sprintf("X-%d", i), strings.Repeat("x", 1<<10))
			}
			_, _ = io.WriteString(w, "{}")
		},
		"lists within lists": answers(200, strings.Repeat("[", 100_000)+strings.Repeat("]", 100_000)),
		"maps within maps":   answers(200, strings.Repeat(`{"a":`, 20_000)+"1"+strings.Repeat("}", 20_000)),
		"half of it":         answers(200, `{"at": "Bre`),
		"two of it":          answers(200, `{"at": "Bremen"}{"at": "Ulm"}`),
	} {
		t.Run(name, func(t *testing.T) {
			p := newParcels(t, answer)
			r := &rig{TB: t, server: newServer(t), store: file(t)}
			_, b := r.make(oneFlow(t, quietFlow), private)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := b.DoJob(t.Context(), &flows.Job{ID: "j", HTTP: &flows.HTTPJob{Method: http.MethodGet, URL: p.URL, Within: time.Minute}})
			runtime.ReadMemStats(&after)
			if err == nil {
				t.Error("it is taken")
			}
			if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 64 { // the service's own share included
				t.Errorf("%d MiB were used", used)
			}
		})
	}
}

// TestSilentService gives a service up that begins an answer and never ends it, when the time of the call is over.
func TestSilentService(t *testing.T) {
	for name, answer := range map[string]http.HandlerFunc{
		"says nothing": func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() },
		"says a little": func(w http.ResponseWriter, r *http.Request) {
			_, _ = io.WriteString(w, `{"at": `)
			_ = http.NewResponseController(w).Flush()
			<-r.Context().Done()
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := newParcels(t, answer)
			r := newRig(t, parcelSet(t, `{get: "`+p.URL+`/{{ number }}", needs: {number: text}, gives: {at: text}, within: 1s}`), file(t), private)
			c := r.user(1)
			c.Start("")
			c.hears(1)
			c.Say("7")
			c.expects("Which number?", "I cannot find it.")
		})
	}
}

// TestWordsInAnAddress puts what a customer says into one part of the address, whatever it is made of.
func TestWordsInAnAddress(t *testing.T) {
	for _, words := range []string{
		"7\r\nX-Evil: 1\r\n\r\nGET /evil HTTP/1.1", "../../admin", "..%2f..%2fadmin", "7?admin=1", "7#x", "7&admin=1", "@evil.example", "x//evil.example/", `\\evil.example`,
		"%0d%0aX-Evil:1", "7\x00", "\u202e7", "{{ number }}", "ä/ö", "..", ".",
	} {
		t.Run(words, func(t *testing.T) {
			p := newParcels(t, answers(200, `{"at": "Bremen"}`))
			r := newRig(t, parcelSet(t, `{get: "`+p.URL+`/v1/{{ number }}/place?of={{ number }}", token: $API_TOKEN, needs: {number: text}, gives: {at: text}}`), file(t), private)
			c := r.user(1)
			c.Start("")
			c.hears(1)
			c.Say(words)
			if heard := c.hears(2); len(p.keys()) == 0 {
				t.Skipf("it is not asked for: %q", heard)
			}
			asked, _ := p.first()
			if parts := strings.Split(asked.RequestURI, "/"); len(parts) != 4 || parts[1] != "v1" || !strings.HasPrefix(parts[3], "place?of=") {
				t.Errorf("asked for %s", asked.RequestURI)
			}
			if asked.Header.Get("X-Evil") != "" || len(asked.URL.Query()) != 1 || asked.Host != p.Listener.Addr().String() {
				t.Errorf("asked with %v", asked.Header)
			}
		})
	}
}

// TestTokenWithALineBreak sends no header that a token would break into two, and does not show the token.
func TestTokenWithALineBreak(t *testing.T) {
	p := newParcels(t, answers(200, "{}"))
	r := &rig{TB: t, server: newServer(t), store: file(t)}
	for _, token := range []string{"s3cret\r\nX-Evil: 1", "s3cret\x00", "s3cret\n"} {
		r.server, r.store = newServer(t), file(t)
		_, b := r.make(oneFlow(t, quietFlow), private, withSecret(token))
		_, err := b.DoJob(t.Context(), &flows.Job{ID: "j", HTTP: &flows.HTTPJob{Method: http.MethodGet, URL: p.URL, Token: "$API_TOKEN", Within: time.Minute}})
		if err == nil || strings.Contains(err.Error(), "s3cret") || strings.Contains(err.Error(), "Evil") {
			t.Errorf("error %v", err)
		}
	}
	if asked := p.keys(); len(asked) > 0 {
		t.Errorf("asked %d times", len(asked))
	}
}

func withSecret(token string) func(*bot.Options) {
	return func(o *bot.Options) { o.Secret = func(string) (string, bool) { return token, true } }
}
