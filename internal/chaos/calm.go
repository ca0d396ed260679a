package chaos

import (
	"context"
	"net/http"
	"sync"
	"sync/atomic"
)

// atOnce is how many calls are made together to use up what is left of faults.
const atOnce = 32

// calmDown takes back all faults that count calls or deliveries and have not come to all of them.
func (r *run) calmDown(ctx context.Context) {
	for _, left := range []*atomic.Int64{&r.front.cuts, &r.front.stalls, &r.hook.lose, &r.hook.twice, &r.hook.late} {
		left.Store(0)
	}
	client := r.server.HTTPClient()
	for used := int64(1); used > 0 && ctx.Err() == nil; {
		var failed atomic.Int64
		var calls sync.WaitGroup
		for range atOnce {
			calls.Go(func() {
				if !r.isWell(ctx, client) {
					failed.Add(1)
				}
			})
		}
		calls.Wait()
		used = failed.Load()
	}
}

// isWell tells whether the Bot API answers.
func (r *run) isWell(ctx context.Context, client *http.Client) bool {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, r.server.URL()+"/bot"+r.server.Token()+"/getMe", http.NoBody)
	if err != nil {
		return false
	}
	resp, err := client.Do(req)
	if err != nil {
		return false
	}
	_ = resp.Body.Close()
	return resp.StatusCode == http.StatusOK
}
