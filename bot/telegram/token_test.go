package telegram_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"repartee/bot/telegram"
)

// shown is every way in which a value gets into a log.
func shown(v any) string {
	var log strings.Builder
	slog.New(slog.NewJSONHandler(&log, nil)).Info("it", "value", v)
	slog.New(slog.NewTextHandler(&log, nil)).Info("it", "value", v)
	raw, _ := json.Marshal(v) // not everything can be written as JSON; that is safe too
	return fmt.Sprintf("%v %+v %#v %s %q %s %s", v, v, v, v, v, raw, log.String())
}

func wantNoToken(t *testing.T, what string) {
	t.Helper()
	if strings.Contains(what, token) || strings.Contains(what, "AAsecret") {
		t.Errorf("the token shows in:\n%s", what)
	}
}

func TestTokenIsNeverShown(t *testing.T) {
	ctx := context.Background()
	transports := map[string]http.RoundTripper{
		"transport error with the URL in it": roundTrip(func(r *http.Request) (*http.Response, error) {
			return nil, fmt.Errorf("proxy refused %s: %w", r.URL, context.DeadlineExceeded)
		}),
		"redirect to a place with the token": roundTrip(func(r *http.Request) (*http.Response, error) {
			resp, err := reply(http.StatusFound, "moved")
			resp.Header.Set("Location", "http://elsewhere.test"+r.URL.Path)
			return resp, err
		}),
		"page with the token": roundTrip(func(r *http.Request) (*http.Response, error) {
			return reply(http.StatusNotFound, "no "+r.URL.Path)
		}),
		"description with the token": roundTrip(func(r *http.Request) (*http.Response, error) {
			return reply(http.StatusBadRequest, `{"ok":false,"error_code":400,"description":"no `+r.URL.Path+`"}`)
		}),
		"body that breaks off": roundTrip(func(*http.Request) (*http.Response, error) {
			return reply(http.StatusOK, `{"ok":true,"result":{`)
		}),
	}
	for name, transport := range transports {
		t.Run(name, func(t *testing.T) {
			o := telegram.Options{Token: token, APIURL: "http://telegram.test", HTTP: &http.Client{Transport: transport}}
			c, err := telegram.New(o)
			if err != nil {
				t.Fatal(err)
			}
			_, callErr := c.Call(ctx, "getMe", nil)
			_, uploadErr := c.Call(ctx, "sendPhoto", telegram.Params{"chat_id": "1"}, telegram.File{Field: "photo", Name: "a.png", Data: []byte("x")})
			for _, v := range []any{callErr, uploadErr, errors.Unwrap(callErr), c, *c, o, &o} {
				if v == nil {
					continue
				}
				wantNoToken(t, shown(v))
			}
			if callErr == nil || uploadErr == nil {
				t.Error("want errors")
			}
		})
	}
}

func TestTokenIsNotShownWithoutConnection(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	addr := l.Addr().String()
	_ = l.Close()
	c, err := telegram.New(telegram.Options{Token: token, APIURL: "http://" + addr})
	if err != nil {
		t.Fatal(err)
	}
	_, err = c.Me(context.Background())
	wantNoToken(t, shown(err))
	if !telegram.Unsent(err) || telegram.Unknown(err) {
		t.Errorf("refused connection: unsent %v, unknown %v; want true, false: %v", telegram.Unsent(err), telegram.Unknown(err), err)
	}
}

func TestTokenReachesTelegramAlone(t *testing.T) {
	var path string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		path = r.URL.Path
		_, _ = w.Write([]byte(`{"ok":true,"result":{"id":1,"username":"b"}}`))
	}))
	defer server.Close()
	c, err := telegram.New(telegram.Options{Token: token, APIURL: server.URL + "/proxy%20d/"})
	if err != nil {
		t.Fatal(err)
	}
	defer c.CloseIdleConnections()
	if _, err := c.Me(context.Background()); err != nil {
		t.Fatal(err)
	}
	if want := "/proxy d/bot" + token + "/getMe"; path != want {
		t.Errorf("asked for %q, want %q", path, want)
	}
}

func TestTokenIsNotLoggedByThePoller(t *testing.T) {
	var log logBuffer
	ctx, cancel := context.WithCancel(context.Background())
	c := newClient(t, func(r *http.Request) (*http.Response, error) {
		cancel()
		return nil, fmt.Errorf("dial %s: broken", r.URL)
	})
	err := c.Poll(ctx, telegram.PollOptions{Log: slog.New(slog.NewTextHandler(&log, nil))}, nil)
	if !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	wantNoToken(t, log.String())
}

func TestNewRefuses(t *testing.T) {
	for _, bad := range []telegram.Options{
		{},
		{Token: "AAsecret"},
		{Token: "123:AAsecret/../x"},
		{Token: "99999999999999999999:AAsecret"},
		{Token: token + "\n"},
		{Token: token, APIURL: "api.telegram.org"},
		{Token: token, APIURL: "ftp://telegram.test"},
		{Token: token, APIURL: "https://u:AAsecret@telegram.test"},
		{Token: token, APIURL: "https://telegram.test/?x=AAsecret"},
		{Token: token, APIURL: "https://telegram.test/%AAsecret\x7f"},
	} {
		_, err := telegram.New(bad)
		if err == nil {
			t.Errorf("%s: no error", bad)
			continue
		}
		wantNoToken(t, shown(err))
	}
}

func TestClientTimeout(t *testing.T) {
	c, err := telegram.New(telegram.Options{Token: token, APIURL: "http://telegram.test", Timeout: time.Hour, HTTP: &http.Client{
		Transport: roundTrip(func(r *http.Request) (*http.Response, error) {
			if _, ok := r.Context().Deadline(); !ok {
				t.Error("a call without a deadline")
			}
			return reply(200, `{"ok":true,"result":true}`)
		}),
	}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Call(context.Background(), "close", nil); err != nil {
		t.Error(err)
	}
	if c.BotID() != 123456789 || c.String() != "telegram bot 123456789" {
		t.Error(c.BotID(), c)
	}
}
