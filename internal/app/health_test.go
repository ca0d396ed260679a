package app

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"repartee/bot"
	"repartee/bot/telegram"
	"repartee/flows"
)

// mute is a store that answers when it is let.
type mute struct {
	bot.Store
	speak <-chan struct{}
	err   error
}

func (m *mute) Load(context.Context, int64) (bot.Record, error) {
	<-m.speak
	return bot.Record{}, m.err
}

func (m *mute) Now() int64 { return 0 }

// TestReady goes through a bot's life as those see it who ask whether it is ready.
func TestReady(t *testing.T) {
	var h health
	speak := make(chan struct{})
	keeps := func(kept bot.Store) { h.kept.Store(&kept) }
	keeps(&mute{speak: speak})
	patient, impatient := t.Context(), cancelled(t)
	says := func(ctx context.Context, code int, words string) {
		t.Helper()
		w := httptest.NewRecorder()
		h.readyz(w, httptest.NewRequestWithContext(ctx, http.MethodGet, "/readyz", nil))
		if w.Code != code || !strings.Contains(w.Body.String(), words) {
			t.Errorf("readyz says %d %q, not %d %q", w.Code, w.Body, code, words)
		}
	}
	says(patient, 503, "the bot is starting")
	h.intake.Store(true)
	says(impatient, 503, "the store does not answer within 1s")
	says(impatient, 503, "the store does not answer within 1s") // it is asked once
	close(speak)
	says(patient, 200, "ok")
	h.settle()
	keeps(&mute{speak: speak, err: errors.New("to pieces")})
	says(patient, 503, "the store cannot be read")
	h.draining.Store(true)
	says(patient, 503, "shutting down")
}

func cancelled(t *testing.T) context.Context {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	return ctx
}

// TestLive takes a bot for dead whose loops stand still, and for nothing else.
func TestLive(t *testing.T) {
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	h := health{started: now}
	if err := h.lives(now.Add(time.Hour)); err != nil {
		t.Errorf("a bot that waits for Telegram: %v", err)
	}
	client, err := telegram.New(telegram.Options{Token: "123456:" + strings.Repeat("a", 35)})
	if err != nil {
		t.Fatal(err)
	}
	b, err := bot.New(t.Context(), bot.Options{Store: &mute{}, Client: client, Set: &flows.Set{}})
	if err != nil {
		t.Fatal(err)
	}
	h.running.Store(b)
	if err := h.lives(now.Add(hangTime)); err != nil {
		t.Errorf("a bot that has just begun: %v", err)
	}
	if err := h.lives(now.Add(hangTime + time.Second)); err == nil {
		t.Error("a bot without a pulse lives")
	}
	h.draining.Store(true)
	if err := h.lives(now.Add(time.Hour)); err != nil {
		t.Errorf("a bot that finishes its work: %v", err)
	}
}
