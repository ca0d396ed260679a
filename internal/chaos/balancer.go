package chaos

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"repartee/bot/telegram"
)

// patienceOfBalancer is how long it waits for an instance until it tries another.
const patienceOfBalancer = 5 * time.Second

// balancer stands between Telegram and the webhooks of all instances. It knows nothing of them: what does not answer, or refuses, is tried again elsewhere by
// Telegram. It can lose an answer, which brings the update again, and it can deliver twice at once.
type balancer struct {
	bots   []*program
	client *http.Client
	lose   atomic.Int64 // answers that are still to be lost
	twice  atomic.Int64 // updates that are still to be delivered to two instances at once
	late   atomic.Int64 // updates that are still to be held up, so that others overtake them

	mu    sync.Mutex
	taken map[int64]int // by update: how often an instance said that it has it
}

func newBalancer(bots []*program) *balancer {
	return &balancer{bots: bots, taken: map[int64]int{}, client: &http.Client{
		Transport: &http.Transport{MaxIdleConnsPerHost: 128, DisableCompression: true}, Timeout: patienceOfBalancer,
	}}
}

// ServeHTTP implements [http.Handler].
func (b *balancer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	var update struct {
		ID int64 `json:"update_id"`
	}
	if err != nil || json.Unmarshal(body, &update) != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if take(&b.late) {
		wait(r.Context(), time.Duration(rand.N(int64(2*time.Second))))
	}
	first := rand.IntN(len(b.bots))
	secret := r.Header.Get(telegram.SecretHeader)
	var second sync.WaitGroup
	if take(&b.twice) {
		other := b.bots[(first+1)%len(b.bots)]
		second.Go(func() { _ = b.deliver(other, secret, body, update.ID) }) // it is the first whose answer counts
	}
	err = b.deliver(b.bots[first], secret, body, update.ID)
	second.Wait()
	if err != nil || take(&b.lose) {
		w.WriteHeader(http.StatusBadGateway)
	}
}

// deliver gives an update to an instance.
func (b *balancer) deliver(to *program, secret string, body []byte, update int64) error {
	ctx, cancel := context.WithTimeout(to.ctx, patienceOfBalancer)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+to.address+hookPath, bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("deliver: %w", err)
	}
	req.Header.Set(telegram.SecretHeader, secret)
	resp, err := b.client.Do(req)
	if err != nil {
		return fmt.Errorf("deliver: %w", err)
	}
	_, _ = io.Copy(io.Discard, resp.Body) // keeps the connection
	_ = resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("deliver: %s", resp.Status)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.taken[update]++
	return nil
}

// counts tells how many updates were taken, and how often one was that had been before.
func (b *balancer) counts() (updates, again int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, n := range b.taken {
		updates++
		again += n - 1
	}
	return updates, again
}
