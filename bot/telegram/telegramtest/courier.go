package telegramtest

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"time"
)

const (
	// deliveryTimeout is how long the real server waits for an answer.
	deliveryTimeout = 60 * time.Second
	firstBackoff    = 2 * time.Second
	leastMaxBackoff = 60 * time.Second
	mostRetryAfter  = time.Hour
)

// courier posts updates to the webhook, each lane in order and by itself.
// The server's mutex guards it.
type courier struct {
	server *Server
	hook   *hook
}

type hookSettings struct {
	url, secret string
	connections int
}

// hook is a webhook that is set, with its goroutines: one for each lane that
// has something to deliver.
type hook struct {
	hookSettings
	ctx      context.Context
	cancel   context.CancelFunc
	slots    chan struct{} // one for each connection
	lanes    map[lane][]pending
	running  sync.WaitGroup
	failure  string
	failedAt int64
}

func (c *courier) init(s *Server) { c.server = s }

// start sets a webhook and gives it what is waiting.
func (c *courier) start(settings hookSettings) {
	ctx, cancel := context.WithCancel(context.Background())
	c.hook = &hook{
		hookSettings: settings, ctx: ctx, cancel: cancel,
		slots: make(chan struct{}, settings.connections), lanes: map[lane][]pending{},
	}
	q := &c.server.updates
	list := slices.Concat(q.waiting, q.again)
	q.waiting, q.again = nil, nil
	for _, p := range list {
		c.push(p)
	}
}

func (c *courier) push(p pending) {
	h := c.hook
	h.lanes[p.lane] = append(h.lanes[p.lane], p)
	if len(h.lanes[p.lane]) == 1 {
		h.running.Go(func() { c.run(h, p.lane) })
	}
}

func (c *courier) pending() int {
	n := 0
	if c.hook != nil {
		for _, list := range c.hook.lanes {
			n += len(list)
		}
	}
	return n
}

// removeHook unsets the webhook; what it had not delivered waits again. The
// caller holds the mutex, which is given away while deliveries end.
func (s *Server) removeHook() {
	h := s.courier.hook
	if h == nil {
		return
	}
	s.courier.hook = nil
	h.cancel()
	s.mu.Unlock()
	h.running.Wait()
	s.mu.Lock()
	for _, list := range h.lanes {
		s.updates.waiting = append(s.updates.waiting, list...)
	}
	slices.SortFunc(s.updates.waiting, func(a, b pending) int { return cmp.Compare(a.id, b.id) })
	s.updates.wake()
}

func (c *courier) stop() {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	c.server.removeHook()
}

// run delivers a lane until it is empty or the webhook is unset.
func (c *courier) run(h *hook, l lane) {
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(h.lanes[l]) > 0 {
		p := h.lanes[l][0]
		s.mu.Unlock()
		end := c.deliver(h, p)
		s.mu.Lock()
		if end == stopped {
			return
		}
		if end == delivered {
			s.updates.received(p)
		}
		h.lanes[l] = h.lanes[l][1:]
	}
	delete(h.lanes, l)
}

// ending is what became of a delivery.
type ending int

const (
	delivered ending = iota
	expired
	stopped
)

// deliver tries until it succeeds, the update expires or the webhook is unset.
func (c *courier) deliver(h *hook, p pending) ending {
	var wait time.Duration
	longest := leastMaxBackoff + rand.N(leastMaxBackoff)
	for try := 0; !p.expired(c.server.opts.Now()); try++ {
		retryAfter, err := c.post(h, p)
		if err == nil {
			return delivered
		}
		if h.ctx.Err() != nil {
			return stopped
		}
		c.note(h, err)
		if try > 0 { // the first repetition comes at once
			wait = min(max(wait*2, firstBackoff), longest)
		}
		pause := max(wait, min(retryAfter, mostRetryAfter))
		if c.server.pause(h.ctx, time.Duration(float64(pause)/c.server.opts.Haste)) != nil {
			return stopped
		}
	}
	return expired
}

func (c *courier) note(h *hook, err error) {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	h.failure, h.failedAt = err.Error(), c.server.opts.Now().Unix()
}

// post makes one delivery; retryAfter is what a refusal asks for.
func (c *courier) post(h *hook, p pending) (retryAfter time.Duration, err error) {
	select {
	case h.slots <- struct{}{}:
		defer func() { <-h.slots }()
	case <-h.ctx.Done():
		return 0, h.ctx.Err()
	}
	ctx, cancel := context.WithTimeout(h.ctx, deliveryTimeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, h.url, bytes.NewReader(p.raw))
	if err != nil {
		return 0, err
	}
	req.Header.Set("Content-Type", "application/json")
	if h.secret != "" {
		req.Header.Set("X-Telegram-Bot-Api-Secret-Token", h.secret)
	}
	resp, err := c.server.opts.HTTP.Do(req)
	if err != nil {
		return 0, err
	}
	defer func() { _ = resp.Body.Close() }()
	_, _ = io.CopyN(io.Discard, resp.Body, 64<<10) // keeps the connection
	if resp.StatusCode/100 == 2 {
		return 0, nil
	}
	seconds, _ := strconv.Atoi(resp.Header.Get("Retry-After"))
	return time.Duration(seconds) * time.Second, fmt.Errorf("wrong response from the webhook: %s", resp.Status)
}
