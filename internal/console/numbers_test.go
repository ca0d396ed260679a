package console_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"repartee/flows/analysis/funnel"
	"repartee/internal/console"
)

// fakeNumbers are those of a bot with an experiment.
type fakeNumbers struct {
	mu    sync.Mutex
	asked []funnel.Query
}

func (f *fakeNumbers) Numbers(_ context.Context, q funnel.Query) (funnel.Numbers, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.asked = append(f.asked, q)
	n := funnel.Numbers{
		Kept: 5210, Since: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), Until: time.Date(2026, 3, 30, 9, 0, 0, 0, time.UTC), By: q.By,
		Splits:     []string{"welcome.greeting"},
		Unanswered: []funnel.InVain{{Language: "en", Words: "do you ship to poland", Count: 12}, {Language: "de", Words: "<b>habt ihr", Count: 3}},
	}
	switch q.By {
	case "":
		n.Groups = []funnel.Group{someGroup("", 2)}
	case "welcome.greeting":
		n.Groups = []funnel.Group{someGroup("warm", 1), someGroup("=plain", 1)}
	case "broken":
		return n, errors.New("the store is gone")
	default:
		return n, fmt.Errorf("%w: there is no %q", funnel.ErrBy, q.By)
	}
	return n, nil
}

func someGroup(name string, n int) funnel.Group {
	return funnel.Group{
		Name: name, Customers: 200 * n, Visits: 260 * n, Response: funnel.Response{Count: 200 * n, Median: 1200, Most: 95000},
		Revenue: []funnel.Amount{{Currency: "EUR", Minor: 123450 * int64(n), Text: fmt.Sprintf("%d.50", 1234*n)}, {Currency: "XTR", Minor: 50, Text: "50"}},
		Flows: []funnel.Flow{
			{
				Flow: "advice", HasGoal: true, Entered: 200 * n, Customers: 180 * n, Ended: 120 * n, Dropped: 60 * n, Waiting: 5 * n, Reached: 90 * n,
				Goals:   []funnel.Goal{{Goal: "recommended", Reached: 110 * n, Worth: []funnel.Amount{{Currency: "EUR", Minor: 110000, Text: "1100.00"}}}},
				Revenue: []funnel.Amount{{Currency: "EUR", Minor: 99000, Text: "990.00"}},
				Questions: []funnel.Question{
					{Step: "brew", Path: "steps.2", Asked: 200 * n, Answered: 160 * n, Skipped: 3 * n, Dropped: 35 * n, Waiting: 2 * n, Median: 7},
					{Step: "budget", Path: "steps.6", Asked: 150 * n, Answered: 120 * n, GaveUp: 2 * n, Dropped: 25 * n, Waiting: 3 * n, Median: 3725},
				},
				Steps: []funnel.Step{{Step: "brew", Path: "steps.2", Passed: 200 * n}, {Step: "nothing", Path: "steps.24", Passed: 4 * n}},
			},
			{Flow: "help", Builtin: true, Entered: n, Customers: n, Ended: n},
		},
	}
}

func newNumbersPage(f *fakePhones, b *fakeBench, n *fakeNumbers) http.Handler {
	return console.New(console.Options{Title: "Bean & Leaf", Username: "bean_bot", Languages: []string{"en", "de", "fr"}, Phones: f, Workbench: b, Numbers: n})
}

func TestNumbersRequests(t *testing.T) {
	f := newFake(nil)
	n := &fakeNumbers{}
	h := newNumbersPage(f, newBench(f), n)
	for path, want := range map[string]struct {
		code int
		says string
	}{
		"/numbers":                          {200, `"step":"budget"`},
		"/numbers?by=welcome.greeting":      {200, `"name":"warm"`},
		"/numbers?by=mood":                  {400, "cannot be sent"},
		"/numbers?by=broken":                {500, "did not work"},
		"/numbers?days=0":                   {400, "cannot be sent"},
		"/numbers?days=seven":               {400, "cannot be sent"},
		"/numbers?days=9999999":             {400, "cannot be sent"},
		"/numbers.csv":                      {200, ",advice,question,brew,"},
		"/numbers.csv?by=welcome.greeting":  {200, "\n'=plain,,group,"},
		"/numbers.csv?by=mood":              {400, "cannot be sent"},
		"/numbers.csv?days=seven&by=broken": {400, "cannot be sent"},
	} {
		w := ask(h, "GET", path, "", nil)
		if w.Code != want.code || !strings.Contains(w.Body.String(), want.says) {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
	w := ask(h, "GET", "/numbers.csv?days=7", "", nil)
	if kind := w.Header().Get("Content-Type"); !strings.HasPrefix(kind, "text/csv") || !strings.Contains(w.Header().Get("Content-Disposition"), "numbers.csv") {
		t.Errorf("%v", w.Header())
	}
	if last := n.asked[len(n.asked)-1]; last.Since.IsZero() || time.Since(last.Since) < 7*24*time.Hour {
		t.Errorf("of seven days: %+v", last)
	}
}

// TestWithoutNumbers shows and answers nothing of them where there is no real store.
func TestWithoutNumbers(t *testing.T) {
	f := newFake(nil)
	h := newBenchPage(f, newBench(f))
	if w := ask(h, "GET", "/numbers", "", nil); w.Code != http.StatusNotFound {
		t.Errorf("answered %d %s", w.Code, w.Body)
	}
	if body := ask(h, "GET", "/", "", nil).Body.String(); strings.Contains(body, "panel-numbers") || strings.Contains(body, "numbers.css") {
		t.Error("the page has a place for numbers")
	}
}
