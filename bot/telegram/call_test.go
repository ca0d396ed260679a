package telegram_test

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"repartee/bot/telegram"
)

func TestCallEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	c := newClient(t, func(r *http.Request) (*http.Response, error) {
		cancel()
		<-r.Context().Done()
		return nil, r.Context().Err()
	})
	_, err := c.Me(ctx)
	if !errors.Is(err, context.Canceled) || !telegram.Unknown(err) {
		t.Errorf("got %v, want a canceled call of unknown outcome", err)
	}
	_, err = c.Me(ctx)
	if !errors.Is(err, context.Canceled) || !telegram.Unsent(err) {
		t.Errorf("got %v, want a call that was never sent", err)
	}
}

func TestConnectionsAreKept(t *testing.T) {
	var opened atomic.Int64
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case strings.HasSuffix(r.URL.Path, "/getMe"):
			_, _ = w.Write([]byte(`{"ok":true,"result":{}}` + strings.Repeat(" ", 64<<10)))
		case strings.HasSuffix(r.URL.Path, "/close"):
			w.WriteHeader(http.StatusBadGateway)
			_, _ = w.Write([]byte("<html>" + strings.Repeat("x", 64<<10)))
		default:
			w.WriteHeader(http.StatusBadRequest)
			_, _ = w.Write([]byte(`{"ok":false,"error_code":400,"description":"Bad Request"}`))
		}
	}))
	server.Config.ConnState = func(_ net.Conn, s http.ConnState) {
		if s == http.StateNew {
			opened.Add(1)
		}
	}
	server.Start()
	defer server.Close()
	c, err := telegram.New(telegram.Options{Token: token, APIURL: server.URL})
	if err != nil {
		t.Fatal(err)
	}
	defer c.CloseIdleConnections()
	for range 5 {
		for _, method := range []string{"getMe", "close", "logOut"} {
			_, _ = c.Call(context.Background(), method, nil) // what it says is tested elsewhere
		}
	}
	if n := opened.Load(); n != 1 {
		t.Errorf("%d connections for 15 calls, want 1", n)
	}
}

func TestUpload(t *testing.T) {
	const body = "picture"
	c := newClient(t, func(r *http.Request) (*http.Response, error) {
		if err := r.ParseMultipartForm(1 << 20); err != nil {
			t.Error(err)
		}
		f, h, err := r.FormFile("photo")
		if err != nil {
			t.Fatal(err)
		}
		got := make([]byte, len(body))
		if _, err := f.Read(got); err != nil || string(got) != body || h.Filename != "shop.jpg" {
			t.Errorf("file %q %q %v", got, h.Filename, err)
		}
		if r.FormValue("chat_id") != "7" {
			t.Errorf("chat_id %q", r.FormValue("chat_id"))
		}
		return reply(200, `{"ok":true,"result":{"message_id":9}}`)
	})
	raw, err := c.Do(context.Background(), telegram.SendPhoto{Delivery: telegram.Delivery{ChatID: 7}, Photo: "attach://photo"},
		telegram.File{Field: "photo", Name: "shop.jpg", Data: []byte(body)})
	if err != nil || telegram.MessageID(raw) != 9 {
		t.Error(string(raw), err)
	}
}

// The library's goroutine that writes an upload must end also when nobody
// reads it; goleak looks for it at the end of the tests.
func TestUploadEndsWhenItIsNotRead(t *testing.T) {
	broken := errors.New("broken")
	c := newClient(t, func(*http.Request) (*http.Response, error) { return nil, broken })
	file := telegram.File{Field: "photo", Name: "a", Data: make([]byte, 1<<20)}
	if _, err := c.Call(context.Background(), "sendPhoto", nil, file); !errors.Is(err, broken) {
		t.Error(err)
	}
	early := newClient(t, func(r *http.Request) (*http.Response, error) {
		_ = r.Body.Close()
		return reply(http.StatusRequestEntityTooLarge, "<html>")
	})
	_, err := early.Call(context.Background(), "sendPhoto", nil, file)
	if err == nil || telegram.Unknown(err) {
		t.Errorf("413 by a proxy: %v, want a refusal", err)
	}
}

// The library forgets the code of an answer to an upload.
func TestUploadKeepsTheCode(t *testing.T) {
	c := newClient(t, func(r *http.Request) (*http.Response, error) {
		_ = r.Body.Close()
		return reply(429, `{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7","parameters":{"retry_after":7}}`)
	})
	_, err := c.Call(context.Background(), "sendPhoto", nil, telegram.File{Field: "photo", Name: "a", Data: []byte("x")})
	var e *telegram.Error
	if !errors.As(err, &e) || e.Code != 429 || e.RetryAfter != 7*time.Second {
		t.Errorf("%+v", err)
	}
}

func TestCallRefusesAnOddMethod(t *testing.T) {
	c := newClient(t, func(*http.Request) (*http.Response, error) {
		t.Error("a call was made")
		return reply(200, "")
	})
	for _, method := range []string{"", "../getMe", "get me", "getMe?x=1"} {
		if _, err := c.Call(context.Background(), method, nil); !telegram.Unsent(err) {
			t.Errorf("%q: %v", method, err)
		}
	}
}
