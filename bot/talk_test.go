package bot_test

import (
	"sync"
	"testing"
)

// TestManyTalksAtOnce holds the acceptance conversation with 64 customers at once: every reply right, once and in order.
func TestManyTalksAtOnce(t *testing.T) {
	const customers = 64
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		t.Run("polling", func(t *testing.T) { playAll(newRig(t, oneFlow(t, orderFlow), open(t)), customers) })
		t.Run("webhook", func(t *testing.T) {
			r := &rig{TB: t, server: newServer(t), store: open(t)}
			r.startWebhook(oneFlow(t, orderFlow))
			playAll(r, customers)
		})
	})
}

func playAll(r *rig, customers int) {
	var talks sync.WaitGroup
	for i := range customers {
		talks.Go(func() { talkOf(i).play(r.user(int64(1000 + i))) })
	}
	talks.Wait()
	for i := range customers {
		r.user(int64(1000 + i)).expects(talkOf(i).script()...)
	}
}
