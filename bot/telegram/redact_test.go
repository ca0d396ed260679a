package telegram_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"strings"
	"testing"

	"repartee/bot/telegram"
)

func TestRedact(t *testing.T) {
	for in, want := range map[string]string{
		"":                     "",
		"12:30 is not a token": "12:30 is not a token",
		token:                  "[token]",
		`Post "https://api.telegram.org/bot` + token + `/getMe": EOF`: `Post "https://api.telegram.org/bot[token]/getMe": EOF`,
		token + " and " + token: "[token] and [token]",
		"paid by 284685063:TEST:NGJkYjIy, live 390540012:LIVE:0c-1_d": "paid by [token], live [token]",
		"12345:LIVELY and 5:TEST:x":                                   "12345:LIVELY and 5:TEST:x",
	} {
		if got := telegram.Redact(in); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

type teller struct{}

func (teller) LogValue() slog.Value { return slog.StringValue("told " + token) }

func TestRedactingHandler(t *testing.T) {
	var out strings.Builder
	log := slog.New(telegram.RedactingHandler(slog.NewJSONHandler(&out, nil)))
	log = log.With("with", token).WithGroup("group").With("deep", errors.New(token))
	cause := fmt.Errorf("wrapped: %w", &url.Error{Op: "Post", URL: "https://x/bot" + token, Err: errors.New("EOF")})
	log.Info("message "+token, "text", token, "err", cause, "teller", teller{}, "struct", struct{ T string }{token},
		slog.Group("inner", "text", token), "number", 5, "kept", []string{"a"})
	wantNoToken(t, out.String())
	for _, want := range []string{`"number":5`, `"kept":["a"]`, "message [token]", "told [token]", `"group":{`, "EOF"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s is missing in %s", want, out.String())
		}
	}
	if telegram.RedactingHandler(slog.DiscardHandler).Enabled(context.Background(), slog.LevelError) {
		t.Error("a handler that is off was turned on")
	}
}
