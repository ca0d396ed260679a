package rehearsal

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// partner is another system that a flow orders at and asks.
type partner struct {
	mu     sync.Mutex
	orders []string
	asked  int
}

func (p *partner) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if r.Method == http.MethodPost {
		body, _ := io.ReadAll(r.Body)
		p.orders = append(p.orders, string(body))
		_, _ = io.WriteString(w, `{"number": "A-1"}`)
		return
	}
	p.asked++
	_, _ = io.WriteString(w, `{"left": 3}`)
}

func (p *partner) had() (orders, asked int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.orders), p.asked
}

const calling = `flow: order
start: {command: order}
fields: {number: text, left: integer}
steps:
  - {call: place, with: {what: "'crema'"}, take: {number: number}, error: failed}
  - say: "Ordered as {{ number ?? '?' }}."
  - end
  - id: failed
    say: It did not work.
`

// shopAt is a bot that calls a partner, in a folder.
func shopAt(t *testing.T, url string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"bot.yaml": "bot: Calls\nlanguages: [en]\ntime_zone: Etc/UTC\ncurrency: EUR\nstart: welcome\ncalls:\n" +
			"  place: {post: \"" + url + "/orders\", needs: {what: text}, gives: {number: text}}\n" +
			"  stock: {get: \"" + url + "/stock\", gives: {left: integer}}\n",
		"flows/welcome.yaml": "flow: welcome\nsteps:\n  - say: Hello.\n",
		"flows/order.yaml":   calling,
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestRequestsAreMadeOnce orders at a partner, and has the talk played again and again: the partner gets one order. A question that only reads is asked, another order is not
// sent.
func TestRequestsAreMadeOnce(t *testing.T) {
	p := &partner{}
	server := httptest.NewServer(p)
	defer server.Close()
	dir := shopAt(t, server.URL)
	s := rehearse(t, Options{Files: os.DirFS(dir), Dir: dir, private: true})
	s.ada().Say("/order")
	if s.last() != "Ordered as A-1." {
		t.Fatalf("the bot says %q", s.last())
	}
	flow := filepath.Join(dir, "flows", "order.yaml")
	rewrite(t, flow, "Ordered as", "It is ordered as")
	if s.reloads(); s.last() != "It is ordered as A-1." {
		t.Errorf("in the changed flow the bot says %q", s.last())
	}
	rewrite(t, flow, "  - say: \"It", "  - {call: stock, take: {left: left}, error: failed}\n  - say: \"{{ left ?? 0 }} left. It")
	if s.reloads(); s.last() != "3 left. It is ordered as A-1." {
		t.Errorf("with a question to the partner the bot says %q", s.last())
	}
	rewrite(t, flow, "'crema'", "'mocca'")
	if s.reloads(); s.last() != "It did not work." {
		t.Errorf("with another order the bot says %q", s.last())
	}
	if orders, asked := p.had(); orders != 1 || asked != 1 {
		t.Errorf("the partner had %d orders and was asked %d times", orders, asked)
	}
	state, err := s.State()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Return(t.Context(), state); err != nil {
		t.Fatal(err)
	}
	if orders, _ := p.had(); orders != 1 {
		t.Errorf("a link has ordered: %d", orders)
	}
}
