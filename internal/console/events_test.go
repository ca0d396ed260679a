package console_test

import (
	"bufio"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"repartee/internal/console"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// patience bounds what a test waits for; nothing is expected to take it.
const patience = 20 * time.Second

// listener reads the events of a page.
type listener struct {
	t     *testing.T
	lines *bufio.Scanner
	end   func()
}

func listen(t *testing.T, server *httptest.Server) *listener {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, server.URL+"/events", nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := server.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	end := func() { cancel(); _ = resp.Body.Close() }
	t.Cleanup(end)
	if kind := resp.Header.Get("Content-Type"); resp.StatusCode != http.StatusOK || !strings.HasPrefix(kind, "text/event-stream") {
		t.Fatal(resp.Status, kind)
	}
	return &listener{t, bufio.NewScanner(resp.Body), end}
}

// next reads one event; into takes its data.
func (l *listener) next(kind string, into any) {
	l.t.Helper()
	var got string
	for l.lines.Scan() {
		line := l.lines.Text()
		if name, ok := strings.CutPrefix(line, "event: "); ok {
			got = name
		}
		if data, ok := strings.CutPrefix(line, "data: "); ok {
			if got != kind {
				l.t.Fatalf("event %s %s, want %s", got, data, kind)
			}
			if err := json.Unmarshal([]byte(data), into); err != nil {
				l.t.Fatal(err)
			}
			return
		}
	}
	l.t.Fatalf("the stream has ended before %s: %v", kind, l.lines.Err())
}

// ended tells whether nothing more comes.
func (l *listener) ended() bool {
	for l.lines.Scan() {
		if l.lines.Text() != "" { // each event ends with an empty line
			return false
		}
	}
	return l.lines.Err() == nil
}

type wireChat struct {
	console.Customer
	Messages []console.Message
}

func serve(t *testing.T, f *fakePhones) *httptest.Server { return serveHandler(t, newPage(f)) }

func serveHandler(t *testing.T, h http.Handler) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	return server
}

func TestEvents(t *testing.T) {
	f := newFake(nil)
	p := f.New("Ada", "en").(*fakePhone)
	p.Say("hello")
	l := listen(t, serve(t, f))

	var chats []wireChat
	l.next("reset", &chats)
	if len(chats) != 1 || chats[0].Name != "Ada" || chats[0].Messages[0].Text != "hello" {
		t.Fatalf("reset: %+v", chats)
	}
	var e console.Event
	id := p.write(console.Message{Text: "line\nbreak\r\nevent: x </script>"})
	l.next("message", &e)
	if e.Customer != 1 || e.Message.Text != "line\nbreak\r\nevent: x </script>" || !e.Message.FromBot {
		t.Errorf("message: %+v", e.Message)
	}
	p.write(console.Message{ID: id, Text: "changed"})
	l.next("message", &e)
	if e.Message.ID != id || !e.Message.Edited {
		t.Errorf("edit: %+v", e.Message)
	}
	p.emit(console.Event{Kind: console.ActionShown, Action: "typing"})
	l.next("action", &e)
	p.emit(console.Event{Kind: console.PressAnswered, Text: "Done", Alert: true})
	l.next("answer", &e)
	if e.Text != "Done" || !e.Alert {
		t.Errorf("answer: %+v", e)
	}
	p.emit(console.Event{Kind: console.MessageGone, MessageID: id})
	l.next("gone", &e)
	if e.MessageID != id {
		t.Errorf("gone: %+v", e)
	}
}

func TestEventsTellStandingOnlyWhenItIsNew(t *testing.T) {
	f := newFake(nil)
	p := f.New("Ada", "en").(*fakePhone)
	l := listen(t, serve(t, f))
	l.next("reset", new([]wireChat))
	var c console.Customer
	p.keyboard(&console.Keyboard{Rows: [][]console.Key{{{Text: "Hi"}}}})
	l.next("customer", &c)
	if c.Keyboard == nil || c.Keyboard.Rows[0][0].Text != "Hi" {
		t.Errorf("keyboard: %+v", c)
	}
	p.Say("hello") // changes nothing of how the customer stands
	l.next("message", new(console.Event))
	p.SetBlocked(true)
	l.next("customer", &c)
	if !c.Blocked {
		t.Errorf("blocked: %+v", c)
	}
	f.New("Ben", "de")
	l.next("customer", &c)
	if c.ID != 2 || c.Name != "Ben" {
		t.Errorf("new customer: %+v", c)
	}
}

func TestEventsBeginAnewAfterALoss(t *testing.T) {
	f := newFake(nil)
	p := f.New("Ada", "en").(*fakePhone)
	server := serve(t, f)
	first := listen(t, server)
	first.next("reset", new([]wireChat))
	f.cut()
	if !first.ended() {
		t.Fatal("the stream goes on without events")
	}
	p.Say("while away")
	var chats []wireChat
	listen(t, server).next("reset", &chats)
	if len(chats[0].Messages) != 1 || chats[0].Messages[0].Text != "while away" {
		t.Errorf("reset: %+v", chats)
	}
}

func TestLongChatsAreCut(t *testing.T) {
	f := newFake(nil)
	p := f.New("Ada", "en").(*fakePhone)
	for range 250 {
		p.Say("hello")
	}
	var chats []wireChat
	listen(t, serve(t, f)).next("reset", &chats)
	if got := chats[0].Messages; len(got) != 200 || got[199].ID != 250 {
		t.Errorf("%d messages, the last is %d", len(got), got[len(got)-1].ID)
	}
}

func TestStreamsAreBoundedAndEnd(t *testing.T) {
	f := newFake(nil)
	server := serve(t, f)
	var open []*listener
	for range 32 {
		l := listen(t, server)
		l.next("reset", new([]wireChat))
		open = append(open, l)
	}
	resp, err := server.Client().Get(server.URL + "/events")
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	if resp.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("one too many: %s", resp.Status)
	}
	for _, l := range open {
		l.end()
	}
	server.Close() // waits for what is being served
	if n := f.reading(); n != 0 {
		t.Errorf("%d streams are left", n)
	}
}
