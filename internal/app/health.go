package app

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"repartee/bot"
)

const (
	storeTime = time.Second // for an answer of the store
	hangTime  = time.Minute // without a pulse: longer than a store may take
)

// health tells whether a bot lives, and whether it can serve: what is asked by those who restart it and those who send updates to it.
type health struct {
	started  time.Time
	kept     atomic.Pointer[bot.Store]
	running  atomic.Pointer[bot.Bot]
	intake   atomic.Bool // updates are taken in
	draining atomic.Bool

	mu     sync.Mutex
	asking *asking // nil: nobody asks the store
}

// asking is a question to the store that all who want to know wait for.
type asking struct {
	done chan struct{}
	err  error
}

// livez says that the process is there and its loops turn. A store that is down is no reason to restart a bot.
func (h *health) livez(w http.ResponseWriter, _ *http.Request) { say(w, h.lives(time.Now())) }

func (h *health) lives(now time.Time) error {
	b := h.running.Load()
	if b == nil {
		return nil // it starts, and may have to wait for Telegram
	}
	last := b.Pulse()
	if last.Before(h.started) {
		last = h.started
	}
	if silent := now.Sub(last); silent > hangTime && !h.draining.Load() {
		return fmt.Errorf("the bot hangs: it has not looked for what is due since %s", silent.Round(time.Second))
	}
	return nil
}

// readyz says that updates can be taken in: the store answers, the intake is open, and the bot is not about to end.
func (h *health) readyz(w http.ResponseWriter, r *http.Request) { say(w, h.ready(r.Context())) }

func (h *health) ready(ctx context.Context) error {
	switch {
	case h.draining.Load():
		return errors.New("the bot is shutting down")
	case !h.intake.Load():
		return errors.New("the bot is starting")
	}
	return h.storeAnswers(ctx)
}

// storeAnswers asks the store for something small. However many ask, and however long it takes, one question is on its way.
func (h *health) storeAnswers(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, storeTime)
	defer cancel()
	q := h.ask()
	select {
	case <-q.done:
		if q.err != nil {
			return errors.New("the store cannot be read; the log says why")
		}
		return nil
	case <-ctx.Done():
		return fmt.Errorf("the store does not answer within %s", storeTime)
	}
}

func (h *health) ask() *asking {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.asking != nil {
		return h.asking
	}
	q := &asking{done: make(chan struct{})}
	h.asking = q
	go h.answer(q) // see settle
	return q
}

func (h *health) answer(q *asking) {
	ctx, cancel := context.WithTimeout(context.Background(), 2*storeTime)
	defer cancel()
	_, q.err = (*h.kept.Load()).Load(ctx, 0) // nobody's
	h.mu.Lock()
	h.asking = nil
	h.mu.Unlock()
	close(q.done)
}

// settle waits until nobody asks the store any more.
func (h *health) settle() {
	h.mu.Lock()
	q := h.asking
	h.mu.Unlock()
	if q != nil {
		<-q.done
	}
}

// say answers 200, or 503 with the reason in plain words.
func say(w http.ResponseWriter, wrong error) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	if wrong != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
		fmt.Fprintln(w, wrong)
		return
	}
	fmt.Fprintln(w, "ok")
}
