package telegramtest_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

// handled lets webhooks reach a handler without a network.
func handled(h http.Handler) *http.Client {
	return &http.Client{Transport: roundTrip(func(r *http.Request) (*http.Response, error) {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		_ = r.Body.Close()
		return w.Result(), r.Context().Err()
	})}
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestWebhookDelivery(t *testing.T) {
	var texts []string
	options := telegramtest.Options{HTTP: handled(telegram.Webhook(telegram.WebhookOptions{Secret: "s3", Path: "/hook"},
		func(_ context.Context, list []telegram.Update) error {
			texts = append(texts, list[0].Message.Text)
			return nil
		}))}
	inBubble(t, options, func(t *testing.T, s *telegramtest.Server, c *telegram.Client) {
		u := s.User(7, "Ada", "")
		u.Say("waited")
		ctx := t.Context()
		if err := c.SetWebhook(ctx, telegram.WebhookSetup{URL: "https://example.com/hook", SecretToken: "s3"}); err != nil {
			t.Fatal(err)
		}
		synctest.Wait()
		for _, text := range []string{"a", "b", "c"} {
			u.Say(text)
		}
		synctest.Wait()
		if !slices.Equal(texts, []string{"waited", "a", "b", "c"}) || s.Pending() != 0 {
			t.Errorf("%v, %d pending", texts, s.Pending())
		}
		s.Redeliver(2)
		synctest.Wait()
		if !slices.Equal(texts[4:], []string{"b", "c"}) {
			t.Errorf("again: %v", texts[4:])
		}
		info, err := c.WebhookInfo(ctx)
		if err != nil || info.LastErrorMessage != "" || info.PendingUpdateCount != 0 {
			t.Errorf("%+v %v", info, err)
		}
	})
}

// Lanes overtake each other; inside of one nothing does.
func TestWebhookLanes(t *testing.T) {
	var log []string
	release := make(chan struct{})
	options := telegramtest.Options{HTTP: handled(telegram.Webhook(telegram.WebhookOptions{Secret: "s"},
		func(_ context.Context, list []telegram.Update) error {
			u := list[0]
			if u.Message != nil && u.Message.Text == "slow" {
				<-release
			}
			switch {
			case u.Message != nil:
				log = append(log, u.Message.Text)
			default:
				log = append(log, u.Kind)
			}
			return nil
		}))}
	synctest.Test(t, func(t *testing.T) {
		release = make(chan struct{})
		s, c := newServer(t, options)
		if err := c.SetWebhook(t.Context(), telegram.WebhookSetup{URL: "https://example.com", SecretToken: "s"}); err != nil {
			t.Fatal(err)
		}
		u := s.User(7, "Ada", "")
		id := u.Say("slow")
		u.Say("next")
		synctest.Wait()
		if _, err := u.PressData(id, "x"); err != nil {
			t.Fatal(err)
		}
		synctest.Wait()
		s.User(8, "Bob", "").Say("other")
		synctest.Wait()
		close(release)
		synctest.Wait()
		if want := []string{"callback_query", "other", "slow", "next"}; !slices.Equal(log, want) {
			t.Errorf("%v, want %v", log, want)
		}
	})
}

func TestWebhookRetries(t *testing.T) {
	tests := []struct {
		name  string
		haste float64
		fail  func(http.ResponseWriter)
		want  []string // when each try comes
	}{
		{"at once, then doubling", 1, func(w http.ResponseWriter) { w.WriteHeader(500) }, []string{"0s", "0s", "2s", "6s", "14s"}},
		{"in haste", 100, func(w http.ResponseWriter) { w.WriteHeader(500) }, []string{"0s", "0s", "20ms", "60ms", "140ms"}},
		{"as asked", 1, func(w http.ResponseWriter) { w.Header().Set("Retry-After", "30"); w.WriteHeader(503) }, []string{"0s", "30s", "1m0s", "1m30s", "2m0s"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				start := time.Now()
				var tries []string
				s, c := newServer(t, telegramtest.Options{Haste: tt.haste, HTTP: handled(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
					tries = append(tries, time.Since(start).String())
					if len(tries) < 5 {
						tt.fail(w)
					}
				}))})
				if _, err := c.Call(t.Context(), "setWebhook", params("url", "https://example.com")); err != nil {
					t.Fatal(err)
				}
				s.User(7, "Ada", "").Say("hi")
				time.Sleep(time.Hour)
				synctest.Wait()
				if !slices.Equal(tries, tt.want) || s.Pending() != 0 {
					t.Errorf("tries at %v, want %v", tries, tt.want)
				}
				info, err := c.WebhookInfo(t.Context())
				if err != nil || !strings.Contains(info.LastErrorMessage, "wrong response from the webhook: 50") || info.LastErrorDate == 0 {
					t.Errorf("%+v %v", info, err)
				}
			})
		})
	}
}

func TestWebhookGivesUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		var last time.Duration
		s, c := newServer(t, telegramtest.Options{HTTP: handled(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			last = time.Since(start)
			<-r.Context().Done() // never answers
		}))})
		if _, err := c.Call(t.Context(), "setWebhook", params("url", "https://example.com")); err != nil {
			t.Fatal(err)
		}
		u := s.User(7, "Ada", "")
		id := u.Say("hi")
		time.Sleep(25 * time.Hour)
		synctest.Wait()
		if s.Pending() != 0 || last < 23*time.Hour {
			t.Errorf("%d pending, last try after %s", s.Pending(), last)
		}
		start = time.Now()
		if _, err := u.PressData(id, "x"); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Hour)
		synctest.Wait()
		if s.Pending() != 0 || last > 150*time.Second {
			t.Errorf("press: %d pending, last try after %s", s.Pending(), last)
		}
	})
}

func TestWebhookGivesBackWhatWasNotDelivered(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, c := newServer(t, telegramtest.Options{HTTP: handled(http.NotFoundHandler())})
		if _, err := c.Call(t.Context(), "setWebhook", params("url", "https://example.com")); err != nil {
			t.Fatal(err)
		}
		for i := range 5 {
			s.User(int64(i+1), "U", "").Say(fmt.Sprint(i))
		}
		synctest.Wait()
		if err := c.DeleteWebhook(t.Context(), false); err != nil {
			t.Fatal(err)
		}
		if have := got(t, c); have != "0 1 2 3 4" {
			t.Error(have)
		}
		if err := c.DeleteWebhook(t.Context(), true); err != nil || s.Pending() != 0 {
			t.Error(err, s.Pending())
		}
	})
}

func TestSetWebhook(t *testing.T) {
	s, c := newServer(t, telegramtest.Options{})
	for _, tt := range []struct {
		p    telegram.Params
		want string
	}{
		{params(), `"url" is required`},
		{params("url", "http://example.com"), "HTTPS URL must be provided"},
		{params("url", "https://example.com:8080"), "only on ports"},
		{params("url", "hook"), "invalid URL"},
		{params("url", "https://example.com", "secret_token", "a b"), "unallowed characters"},
		{params("url", "https://example.com", "secret_token", strings.Repeat("x", 257)), "unallowed characters"},
		{params("url", "https://example.com", "allowed_updates", `{"a":1}`), "must be a JSON array"},
		{params("url", "https://example.com", "allowed_updates", `[1]`), "can't parse allowed_updates"},
		{params("url", "http://127.0.0.1:1", "secret_token", strings.Repeat("x", 256)), ""},
		{params("url", "https://example.com", "max_connections", "1000"), ""},
		{params("url", "https://example.com", "max_connections", "100"), ""},
		{params("url", ""), ""},
	} {
		_, err := c.Call(context.Background(), "setWebhook", tt.p)
		if have := description(t, err); (have == "") != (tt.want == "") || !strings.Contains(have, tt.want) {
			t.Errorf("%v: %q, want %q", tt.p, have, tt.want)
		}
	}
	if s.Pending() != 0 {
		t.Error(s.Pending())
	}
}

// Over real connections: the server posts to a listening bot.
func TestWebhookOverTheLoopback(t *testing.T) {
	texts := make(chan string, 2)
	bot := httptest.NewServer(telegram.Webhook(telegram.WebhookOptions{Secret: "s"}, func(_ context.Context, list []telegram.Update) error {
		texts <- list[0].Message.Text
		return nil
	}))
	defer bot.Close()
	s := telegramtest.NewServer(telegramtest.Options{})
	defer s.Close()
	if err := s.Start(); err != nil {
		t.Fatal(err)
	}
	c, err := telegram.New(telegram.Options{Token: s.Token(), APIURL: s.URL()})
	if err != nil {
		t.Fatal(err)
	}
	defer c.CloseIdleConnections()
	if err := c.SetWebhook(patience(t), telegram.WebhookSetup{URL: bot.URL, SecretToken: "s"}); err != nil {
		t.Fatal(err)
	}
	s.User(7, "Ada", "").Say("hi")
	select {
	case text := <-texts:
		if text != "hi" {
			t.Error(text)
		}
	case <-patience(t).Done():
		t.Error("nothing came")
	}
}
