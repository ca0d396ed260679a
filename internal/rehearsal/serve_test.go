package rehearsal

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"repartee/examples"
)

// TestServe talks to a rehearsal as its page does: a customer types, the whole runtime answers.
func TestServe(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	address := make(chan string, 1)
	ended := make(chan error, 1)
	go func() {
		ended <- Serve(ctx, Options{Files: examples.Coffee()}, "127.0.0.1:0", func(at string, _ *Rehearsal) { address <- at })
	}()
	var page string
	select {
	case at := <-address:
		page = "http://" + at
	case err := <-ended:
		t.Fatal(err)
	}
	events := get(t, ctx, page+"/events")
	defer events.Close()
	post(t, ctx, page+"/customers/100000001/start", `{}`)
	lines := bufio.NewScanner(events)
	lines.Buffer(nil, 1<<20)
	awaitLine(t, lines, "Bean & Leaf")
	post(t, ctx, page+"/customers/100000001/say", `{"text": "/advice"}`)
	awaitLine(t, lines, "brew")

	cancel()
	if err := <-ended; err != nil {
		t.Errorf("it ended with %v", err)
	}
}

func get(t *testing.T, ctx context.Context, url string) io.ReadCloser {
	t.Helper()
	return do(t, ctx, http.MethodGet, url, "").Body
}

func post(t *testing.T, ctx context.Context, url, body string) {
	t.Helper()
	resp := do(t, ctx, http.MethodPost, url, body)
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		t.Fatalf("%s answers %s", url, resp.Status)
	}
}

func do(t *testing.T, ctx context.Context, method, url, body string) *http.Response {
	t.Helper()
	req, err := http.NewRequestWithContext(ctx, method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	return resp
}

// awaitLine reads events until one has the words.
func awaitLine(t *testing.T, lines *bufio.Scanner, words string) {
	t.Helper()
	escaped := strings.ReplaceAll(words, "&", `\u0026`)
	for lines.Scan() {
		if text := lines.Text(); strings.Contains(text, words) || strings.Contains(text, escaped) {
			return
		}
	}
	t.Fatalf("the page never hears %q: %v", words, lines.Err())
}
