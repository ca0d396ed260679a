package telegram_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"repartee/bot/telegram"
)

const goodUpdate = `{"update_id":7,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"text":"hi"}}`

func TestWebhook(t *testing.T) {
	tests := []struct {
		name     string
		method   string
		path     string
		secrets  []string
		body     string
		want     int
		received int
	}{
		{"good", "POST", "/hook", []string{"new-secret"}, goodUpdate, 200, 1},
		{"old secret", "POST", "/hook", []string{"old-secret"}, goodUpdate, 200, 1},
		{"no secret", "POST", "/hook", nil, goodUpdate, 401, 0},
		{"empty secret", "POST", "/hook", []string{""}, goodUpdate, 401, 0},
		{"wrong secret", "POST", "/hook", []string{"new-secreT"}, goodUpdate, 401, 0},
		{"beginning of the secret", "POST", "/hook", []string{"new-"}, goodUpdate, 401, 0},
		{"two secrets", "POST", "/hook", []string{"x", "new-secret"}, goodUpdate, 401, 0},
		{"get", "GET", "/hook", []string{"new-secret"}, "", 404, 0},
		{"put", "PUT", "/hook", []string{"new-secret"}, goodUpdate, 404, 0},
		{"other path", "POST", "/hook/", []string{"new-secret"}, goodUpdate, 404, 0},
		{"other path, no secret", "POST", "/", nil, goodUpdate, 404, 0},
		{"poison with an id", "POST", "/hook", []string{"new-secret"}, `{"update_id":7,"message":[]}`, 200, 1},
		{"new kind", "POST", "/hook", []string{"new-secret"}, `{"update_id":7,"subscription":{}}`, 200, 1},
		{"junk", "POST", "/hook", []string{"new-secret"}, `junk`, 400, 0},
		{"empty", "POST", "/hook", []string{"new-secret"}, ``, 400, 0},
		{"empty object", "POST", "/hook", []string{"new-secret"}, `{}`, 400, 0},
		{"trailing garbage", "POST", "/hook", []string{"new-secret"}, goodUpdate + `{}`, 400, 0},
		{"two updates", "POST", "/hook", []string{"new-secret"}, `[` + goodUpdate + `]`, 400, 0},
		{"as long as may be", "POST", "/hook", []string{"new-secret"}, goodUpdate + strings.Repeat(" ", 2000-len(goodUpdate)), 200, 1},
		{"too long", "POST", "/hook", []string{"new-secret"}, goodUpdate + strings.Repeat(" ", 2001-len(goodUpdate)), 413, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			received := 0
			h := telegram.Webhook(telegram.WebhookOptions{Secret: "new-secret", OldSecret: "old-secret", Path: "/hook", MaxBody: 2000},
				func(_ context.Context, list []telegram.Update) error {
					received += len(list)
					if list[0].ID != 7 || (list[0].Err != nil) != strings.Contains(tt.name, "poison") {
						t.Errorf("%+v", list)
					}
					return nil
				})
			r := httptest.NewRequest(tt.method, tt.path, strings.NewReader(tt.body))
			for _, s := range tt.secrets {
				r.Header.Add(telegram.SecretHeader, s)
			}
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			if w.Code != tt.want || received != tt.received || w.Body.Len() != 0 {
				t.Errorf("%d with %q, received %d; want %d, nothing, %d", w.Code, w.Body, received, tt.want, tt.received)
			}
		})
	}
}

func TestWebhookAsksToComeAgain(t *testing.T) {
	var log logBuffer
	h := telegram.Webhook(telegram.WebhookOptions{Secret: "s", RetryAfter: 2500 * time.Millisecond, Log: slog.New(slog.NewTextHandler(&log, nil))},
		func(context.Context, []telegram.Update) error { return errors.New("lanes are full") })
	r := httptest.NewRequest("POST", "/any", strings.NewReader(goodUpdate))
	r.Header.Set(telegram.SecretHeader, "s")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") != "3" || w.Body.Len() != 0 {
		t.Error(w.Code, w.Header(), w.Body)
	}
	if !strings.Contains(log.String(), "lanes are full") {
		t.Error(log.String())
	}
}

func TestWebhookWithoutSecretTakesNothing(t *testing.T) {
	h := telegram.Webhook(telegram.WebhookOptions{}, func(context.Context, []telegram.Update) error {
		t.Error("received")
		return nil
	})
	for _, secret := range []string{"", "x"} {
		r := httptest.NewRequest("POST", "/", strings.NewReader(goodUpdate))
		r.Header.Set(telegram.SecretHeader, secret)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != http.StatusUnauthorized {
			t.Error(w.Code)
		}
	}
}

// A stranger's body is not read before the secret was seen.
func TestWebhookReadsNothingFromStrangers(t *testing.T) {
	h := telegram.Webhook(telegram.WebhookOptions{Secret: "s"}, accept)
	r := httptest.NewRequest("POST", "/", failingReader{t})
	h.ServeHTTP(httptest.NewRecorder(), r)
}

type failingReader struct{ t *testing.T }

func (r failingReader) Read([]byte) (int, error) {
	r.t.Error("the body was read")
	return 0, io.EOF
}

func FuzzWebhook(f *testing.F) {
	f.Add([]byte(goodUpdate))
	f.Add([]byte(`{"update_id":1,"message":[]}`))
	f.Add([]byte(`{"update_id":1}x`))
	f.Fuzz(func(t *testing.T, body []byte) {
		var got []telegram.Update
		h := telegram.Webhook(telegram.WebhookOptions{Secret: "s"}, func(_ context.Context, list []telegram.Update) error {
			got = append(got, list...)
			return nil
		})
		r := httptest.NewRequest("POST", "/", strings.NewReader(string(body)))
		r.Header.Set(telegram.SecretHeader, "s")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		switch outcome := fmt.Sprint(w.Code, len(got)); outcome {
		case "200 1":
			if got[0].ID <= 0 || string(got[0].Raw) != string(body) {
				t.Fatalf("%+v", got[0])
			}
		case "400 0", "413 0":
		default:
			t.Fatal(outcome)
		}
	})
}
