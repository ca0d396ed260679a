package telegram_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"repartee/bot/telegram"
)

func TestClassification(t *testing.T) {
	refusal := func(code int, words string) string {
		return fmt.Sprintf(`{"ok":false,"error_code":%d,"description":%q}`, code, words)
	}
	tests := []struct {
		name   string
		status int
		body   string
		want   string // of: blocked unknown unsent harmless unauthorized wrong file, refused, conflict retry
	}{
		{"blocked", 403, refusal(403, "Forbidden: bot was blocked by the user"), "blocked"},
		{"deactivated", 403, refusal(403, "Forbidden: user is deactivated"), "blocked"},
		{"never started", 403, refusal(403, "Forbidden: bot can't initiate conversation with a user"), "blocked"},
		{"chat not found", 400, refusal(400, "Bad Request: chat not found"), "blocked"},
		{"other 400", 400, refusal(400, "Bad Request: message text is empty"), "refused"},
		{"nothing to edit", 400, refusal(400, "Bad Request: message to edit not found"), "harmless"},
		{"too old to delete", 400, refusal(400, "Bad Request: message can't be deleted for everyone"), "harmless"},
		{"file id", 400, refusal(400, "Bad Request: wrong file identifier/HTTP URL specified"), "wrong file refused"},
		{"remote file id", 400, refusal(400, "Bad Request: wrong remote file identifier specified: can't unserialize it"), "wrong file refused"},
		{"given back", 400, refusal(400, "Bad Request: CHARGE_ALREADY_REFUNDED"), "refunded refused"},
		{"too large", 413, refusal(413, "Request Entity Too Large"), "refused"},
		{"not modified", 400, refusal(400, "Bad Request: message is not modified: specified new message content"), "harmless"},
		{"old query", 400, refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"), "harmless"},
		{"unauthorized", 401, refusal(401, "Unauthorized"), "unauthorized"},
		{"no such bot", 404, refusal(404, "Not Found"), "unauthorized"},
		{"no such method", 404, refusal(404, "Not Found: method not found"), ""},
		{"conflict", 409, refusal(409, "Conflict: terminated by other getUpdates request"), "conflict"},
		{"too many", 429, `{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":3}}`, "retry"},
		{"too many, page", 429, "<html>slow down</html>", "retry"},
		{"restart", 500, refusal(500, "Internal Server Error: restart"), "unknown"},
		{"bad gateway", 502, "<html>502 Bad Gateway</html>", "unknown"},
		{"gateway with JSON of its own", 502, `{"message":"no upstream"}`, "unknown"},
		{"200 without JSON", 200, "<html>captive portal</html>", "unknown"},
		{"200, nothing", 200, "", "unknown"},
		{"200, null", 200, "null", "unknown"},
		{"200, cut", 200, `{"ok":true,"result":{"message_id":1`, "unknown"},
		{"404 page", 404, "<html>nothing here</html>", ""},
		{"redirect", 302, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := newClient(t, func(*http.Request) (*http.Response, error) { return reply(tt.status, tt.body) })
			_, err := c.Call(context.Background(), "sendMessage", nil)
			if err == nil {
				t.Fatal("no error")
			}
			if got := classes(fmt.Errorf("deliver: %w", err)); got != tt.want {
				t.Errorf("%v\nis %q, want %q", err, got, tt.want)
			}
			var e *telegram.Error
			if !errors.As(err, &e) || e.HTTPStatus != tt.status || e.Code != tt.status {
				t.Errorf("code %d, status %d; want %d", e.Code, e.HTTPStatus, tt.status)
			}
		})
	}
}

func classes(err error) string {
	var found []string
	for _, class := range []struct {
		name string
		is   func(error) bool
	}{
		{"blocked", telegram.Blocked},
		{"unknown", telegram.Unknown},
		{"unsent", telegram.Unsent},
		{"harmless", telegram.Harmless},
		{"unauthorized", telegram.Unauthorized},
		{"wrong file", telegram.WrongFile},
		{"refunded", telegram.Refunded},
		{"refused", telegram.Refused},
		{"conflict", telegram.Conflict},
		{"retry", func(err error) bool { _, ok := telegram.RetryAfter(err); return ok }},
	} {
		if class.is(err) {
			found = append(found, class.name)
		}
	}
	return strings.Join(found, " ")
}

func TestClassificationOfOtherErrors(t *testing.T) {
	for _, err := range []error{nil, io.EOF, context.Canceled} {
		if got := classes(err); got != "" {
			t.Errorf("%v is %q", err, got)
		}
		if got := telegram.ConflictReason(err); got != "" {
			t.Errorf("%v: %q", err, got)
		}
	}
}

func TestErrorDetails(t *testing.T) {
	c := newClient(t, func(*http.Request) (*http.Response, error) {
		resp, err := reply(429, "<html>")
		resp.Header.Set("Retry-After", "12")
		return resp, err
	})
	_, err := c.Call(context.Background(), "sendMessage", nil)
	if d, ok := telegram.RetryAfter(err); !ok || d != 12*time.Second {
		t.Errorf("header: %v %v", d, ok)
	}
	c = newClient(t, func(*http.Request) (*http.Response, error) {
		return reply(400, `{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1001234567890}}`)
	})
	_, err = c.Call(context.Background(), "sendMessage", nil)
	var e *telegram.Error
	if !errors.As(err, &e) || e.MigrateTo != -1001234567890 {
		t.Errorf("%+v", err)
	}
	if want := "telegram sendMessage: 400 Bad Request: group chat was upgraded to a supergroup chat"; err.Error() != want {
		t.Errorf("%q, want %q", err, want)
	}
}

func TestConflictReason(t *testing.T) {
	for description, want := range map[string]string{
		"Conflict: terminated by other getUpdates request; make sure that only one bot instance is running": "another process polls",
		"Conflict: can't use getUpdates method while webhook is active":                                     "a webhook is set",
		"Conflict: terminated by setWebhook request":                                                        "a webhook was just set",
		"Conflict: something new": "something new",
	} {
		err := fmt.Errorf("poll: %w", &telegram.Error{Method: "getUpdates", Code: 409, Description: description})
		if got := telegram.ConflictReason(err); !strings.Contains(got, want) {
			t.Errorf("%q: %q, want %q", description, got, want)
		}
	}
}
