package console_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"repartee/internal/console"
)

func newBenchPage(f *fakePhones, b *fakeBench) http.Handler {
	return console.New(console.Options{Title: "Bean & Leaf", Username: "bean_bot", Languages: []string{"en", "de", "fr"}, Phones: f, Workbench: b})
}

func TestWorkbenchRequests(t *testing.T) {
	for _, c := range []struct {
		method, path, body string
		code               int
		says, did          string
	}{
		{"GET", "/workbench/map?customer=1&flow=tiny&fold=b1", "", 200, `"folded":true`, ""},
		{"GET", "/workbench/map?customer=1&flow=none", "", 404, "no longer there", ""},
		{"GET", "/workbench/map?customer=one&flow=tiny", "", 400, "cannot be sent", ""},
		{"GET", "/workbench/map?customer=1&flow=tiny" + strings.Repeat("&fold=b", 501), "", 400, "cannot be sent", ""},
		{"GET", "/workbench/customers/1", "", 200, `"step":"budget"`, ""},
		{"GET", "/workbench/customers/2", "", 404, "no longer there", ""},
		{"GET", "/workbench/customers/x", "", 404, "no longer there", ""},
		{"GET", "/workbench/state", "", 200, `{"state":"eJx`, "state"},
		{"POST", "/workbench/return", `{"state":"abc"}`, 200, "{}", "return abc"},
		{"POST", "/workbench/return", `{"state":"xyz"}`, 200, `{"refused":"This link is not whole."}`, ""},
		{"POST", "/workbench/return", `{"state":"` + strings.Repeat("a", 50<<10) + `"}`, 400, "cannot be sent", ""},
		{"POST", "/workbench/undo", `{}`, 200, "{}", "undo"},
		{"POST", "/workbench/again", `{}`, 200, "{}", "again"},
		{"POST", "/workbench/again", `{"all":true}`, 400, "cannot be sent", ""},
		{"POST", "/workbench/customers/1/fire", `{"due":"1:silence"}`, 200, "{}", "fire 1 1:silence"},
		{"POST", "/workbench/customers/x/fire", `{"due":"1:silence"}`, 404, "no longer there", ""},
		{"POST", "/workbench/customers/1/talk", `{"name":"buys_beans"}`, 200, `{"file":"talks/buys_beans.yaml"}`, "save 1 talks/buys_beans.yaml"},
		{"POST", "/workbench/customers/1/talk", `{"name":"../bot"}`, 400, "cannot be sent", ""},
		{"POST", "/workbench/customers/1/talk", `{"name":""}`, 400, "cannot be sent", ""},
	} {
		t.Run(c.method+" "+c.path[:min(40, len(c.path))]+" "+c.body[:min(30, len(c.body))], func(t *testing.T) {
			f := newFake(nil)
			f.New("Ada", "en")
			b := newBench(f)
			b.maps["tiny"] = console.Map{Boxes: []console.MapBox{{ID: "b1"}}}
			talked(&b.seen)
			w := ask(newBenchPage(f, b), c.method, c.path, c.body, nil)
			if w.Code != c.code || !strings.Contains(w.Body.String(), c.says) {
				t.Errorf("answered %d %s, want %d with %q", w.Code, w.Body, c.code, c.says)
			}
			if got := strings.Join(b.deeds(), ","); got != c.did {
				t.Errorf("did %q, want %q", got, c.did)
			}
		})
	}
}

func TestRefusalsAreToldInWords(t *testing.T) {
	f := newFake(nil)
	b := newBench(f)
	b.fails = &console.Refusal{Words: "There is a file of that name."}
	w := ask(newBenchPage(f, b), "POST", "/workbench/customers/1/talk", `{"name":"buys"}`, nil)
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `"refused":"`+b.fails.Error()) {
		t.Errorf("answered %d %s", w.Code, w.Body)
	}
}

// TestWorkbenchIsGuarded has another site ask for what is done.
func TestWorkbenchIsGuarded(t *testing.T) {
	for _, path := range []string{"undo", "again", "return", "customers/1/fire", "customers/1/talk"} {
		f := newFake(nil)
		f.New("Ada", "en")
		b := newBench(f)
		w := ask(newBenchPage(f, b), "POST", "/workbench/"+path, `{}`, func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") })
		if w.Code != http.StatusForbidden || len(b.deeds()) != 0 {
			t.Errorf("%s: %d, did %q", path, w.Code, b.deeds())
		}
	}
}

func TestPhonesAloneHaveNoWorkbench(t *testing.T) {
	f := newFake(nil)
	f.New("Ada", "en")
	h := newPage(f)
	if w := ask(h, "GET", "/workbench/customers/1", "", nil); w.Code != http.StatusNotFound {
		t.Errorf("answered %d", w.Code)
	}
	if body := ask(h, "GET", "/", "", nil).Body.String(); strings.Contains(body, "workbench") {
		t.Error("the page has a workbench")
	}
}

func TestWorkbenchEvents(t *testing.T) {
	f := newFake(nil)
	p := f.New("Ada", "en").(*fakePhone)
	p.Say("hello")
	p.Say("there")
	b := newBench(f)
	l := listen(t, serveHandler(t, newBenchPage(f, b)))
	var chats []wireChat
	var files console.Files
	l.next("reset", &chats)
	l.next("files", &files)
	if !files.Good || files.Serial != 1 {
		t.Errorf("files: %+v", files)
	}
	b.changed(func(files *console.Files) { files.Good = false })
	l.next("files", &files)
	if files.Good || files.Serial != 2 {
		t.Errorf("changed files: %+v", files)
	}
	var e console.Event
	b.turned(1, talked)
	l.next("turn", &e)
	if e.Customer != 1 {
		t.Errorf("turn: %+v", e)
	}
	if err := b.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	l.next("reset", &chats)
	l.next("files", &files)
	if len(chats[0].Messages) != 0 {
		t.Errorf("after undo: %+v", chats)
	}
	if did := b.deeds(); !slices.Equal(did, []string{"undo"}) {
		t.Errorf("did %q", did)
	}
}
