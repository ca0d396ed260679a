package telegram_test

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"repartee/bot/telegram"
)

const done = `{"ok":true,"result":true}`

// An answer to a payment query is tried twice, and what came of it is told as
// it is known.
func TestAnswerIsTriedTwice(t *testing.T) {
	refused := errors.New("connection reset")
	dial := &net.OpError{Op: "dial", Err: refused}
	tooOld := `{"ok":false,"error_code":400,"description":"Bad Request: query is too old and response timeout expired or query ID is invalid"}`
	limited := `{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 3"}`
	type try struct {
		err  error
		code int
		body string
	}
	tests := []struct {
		name  string
		tries []try
		calls int
		ok    func(error) bool
	}{
		{"at once", []try{{nil, 200, done}}, 1, isNil},
		{"after a lost connection", []try{{refused, 0, ""}, {nil, 200, done}}, 2, isNil},
		{"after a gateway's page", []try{{nil, 502, "<html>"}, {nil, 200, done}}, 2, isNil},
		{"the first had arrived", []try{{refused, 0, ""}, {nil, 400, tooOld}}, 2, isNil},
		{"too old", []try{{nil, 400, tooOld}}, 1, telegram.Harmless},
		{"never connected, then too old", []try{{dial, 0, ""}, {nil, 400, tooOld}}, 2, telegram.Harmless},
		{"unknown", []try{{refused, 0, ""}, {refused, 0, ""}}, 2, telegram.Unknown},
		{"unknown, then no connection", []try{{refused, 0, ""}, {dial, 0, ""}}, 2, telegram.Unknown},
		{"never sent", []try{{dial, 0, ""}, {dial, 0, ""}}, 2, telegram.Unsent},
		{"a pace is kept to", []try{{nil, 429, limited}}, 1, func(err error) bool { _, is := telegram.RetryAfter(err); return is }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			calls := 0
			c := newClient(t, func(r *http.Request) (*http.Response, error) {
				if err := r.ParseForm(); err != nil || r.PostForm.Get("ok") != "true" {
					t.Errorf("%v %v", r.PostForm, err)
				}
				now := tt.tries[min(calls, len(tt.tries)-1)]
				calls++
				if now.err != nil {
					return nil, now.err
				}
				return reply(now.code, now.body)
			})
			err := c.AnswerPreCheckout(context.Background(), telegram.AnswerPreCheckoutQuery{PreCheckoutQueryID: "p", OK: true})
			if calls != tt.calls || !tt.ok(err) {
				t.Errorf("%d calls, want %d: %v", calls, tt.calls, err)
			}
		})
	}
}

func isNil(err error) bool { return err == nil }

// A server that does not answer is given up after five seconds.
func TestAnswerHasItsDeadline(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var began []time.Duration
		start := time.Now()
		c := newClient(t, func(r *http.Request) (*http.Response, error) {
			began = append(began, time.Since(start))
			<-r.Context().Done()
			return nil, r.Context().Err()
		})
		err := c.AnswerShipping(t.Context(), telegram.AnswerShippingQuery{ShippingQueryID: "s", ErrorMessage: "no"})
		if took := time.Since(start); took != 5*time.Second || !telegram.Unknown(err) || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s: %v", took, err)
		}
		if want := []time.Duration{0, 2 * time.Second}; !slices.Equal(began, want) {
			t.Errorf("tried at %v, want %v", began, want)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		err = c.AnswerShipping(ctx, telegram.AnswerShippingQuery{ShippingQueryID: "s", ErrorMessage: "no"})
		if len(began) != 2 || !telegram.Unsent(err) {
			t.Errorf("%d calls: %v", len(began), err)
		}
	})
}

// An answer does not wait for a connection while other calls hold all that
// there may be.
func TestAnswerHasItsOwnConnection(t *testing.T) {
	held, release := make(chan struct{}), make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/getMe") {
			close(held)
			<-release
		}
		_, _ = w.Write([]byte(done))
	}))
	defer server.Close()
	c, err := telegram.New(telegram.Options{Token: token, APIURL: server.URL, HTTP: &http.Client{Transport: &http.Transport{MaxConnsPerHost: 1}}})
	if err != nil {
		t.Fatal(err)
	}
	defer c.CloseIdleConnections()
	var other sync.WaitGroup
	other.Go(func() { _, _ = c.Call(context.Background(), "getMe", nil) })
	<-held
	if err := c.AnswerPreCheckout(context.Background(), telegram.AnswerPreCheckoutQuery{PreCheckoutQueryID: "p", OK: true}); err != nil {
		t.Error(err)
	}
	close(release)
	other.Wait()
}
