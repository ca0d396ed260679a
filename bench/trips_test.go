package bench_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"sync"
	"testing"

	"repartee/bench"
	"repartee/bot"
	"repartee/bot/redisstore"
	"repartee/bot/storetest"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
	"repartee/config"
	"repartee/flows/steps"
)

// TestRoundTrips counts the trips to Redis that an update takes until Telegram is told "received": two for a contact that is met for the first time, one for each
// turn after that.
func TestRoundTrips(t *testing.T) {
	redis := newProxy(t, storetest.StartRedis(t))
	store, err := redisstore.Open(t.Context(), redisstore.Options{URL: redis.url(), Bot: 424242})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	loaded, found := config.Load(bench.Files(), steps.Kinds())
	if found.HasErrors() {
		t.Fatal(found)
	}
	// Nothing is sent before all is counted: what was sent is told to Redis too, but after the 200.
	counted := make(chan struct{})
	client, err := telegram.New(telegram.Options{Token: telegramtest.Token, HTTP: &http.Client{Transport: silence(counted)}})
	if err != nil {
		t.Fatal(err)
	}
	b, err := bot.New(t.Context(), bot.Options{Store: store, Client: client, Set: loaded.Set})
	if err != nil {
		t.Fatal(err)
	}
	want := []int{2, 1, 1}
	for i, words := range []string{"/start", "Ann", "Large"} {
		update, err := telegram.DecodeUpdate(fmt.Appendf(nil,
			`{"update_id":%d,"message":{"message_id":1,"date":1,"chat":{"id":7,"type":"private"},"from":{"id":7,"first_name":"Ann"},"text":%q}}`, i+1, words))
		if err != nil {
			t.Fatal(err)
		}
		before := redis.count()
		if err := b.Receive(t.Context(), []telegram.Update{update}); err != nil {
			t.Fatal(err)
		}
		if trips := redis.count() - before; trips != want[i] {
			t.Errorf("%s: %d trips to Redis, not %d", words, trips, want[i])
		}
	}
	close(counted)
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if err := b.Run(ended); err != nil {
		t.Error(err)
	}
}

// silence answers no call before it is closed, and then that the customer cannot be reached.
type silence chan struct{}

// RoundTrip implements http.RoundTripper.
func (s silence) RoundTrip(req *http.Request) (*http.Response, error) {
	_ = req.Body.Close()
	<-s
	return &http.Response{StatusCode: http.StatusForbidden, Header: http.Header{}, Body: http.NoBody, Request: req}, nil
}

// proxy stands before Redis and counts trips: each time that a connection says something after it was answered.
type proxy struct {
	to       string
	listener net.Listener
	pipes    sync.WaitGroup

	mu    sync.Mutex
	trips int
}

func newProxy(t *testing.T, redisURL string) *proxy {
	t.Helper()
	u, err := url.Parse(redisURL)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &proxy{to: u.Host, listener: listener}
	p.pipes.Go(p.accept)
	t.Cleanup(func() {
		_ = listener.Close()
		p.pipes.Wait()
	})
	return p
}

func (p *proxy) url() string { return "redis://" + p.listener.Addr().String() }

func (p *proxy) count() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.trips
}

func (p *proxy) accept() {
	for {
		client, err := p.listener.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err != nil {
			continue
		}
		server, err := net.Dial("tcp", p.to)
		if err != nil {
			_ = client.Close()
			continue
		}
		asked := false
		p.pipes.Go(func() { p.pipe(server, client, &asked, true) })
		p.pipes.Go(func() { p.pipe(client, server, &asked, false) })
	}
}

// pipe passes on what one side says. asked is of the connection: that its last word was a question.
func (p *proxy) pipe(to, from net.Conn, asked *bool, question bool) {
	defer func() { _ = to.Close() }()
	buffer := make([]byte, 64<<10)
	for {
		n, err := from.Read(buffer)
		if err != nil {
			return
		}
		p.mu.Lock()
		if question && !*asked {
			p.trips++
		}
		*asked = question
		p.mu.Unlock()
		if _, err := to.Write(buffer[:n]); err != nil {
			return
		}
	}
}
