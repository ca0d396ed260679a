package bot

import (
	"context"
	"sync"
)

// attendance lets queries about payments be attended beside the batch that brings them, which does not wait until all is done.
type attendance struct {
	room    chan struct{} // one token a query that is being judged
	ctx     context.Context
	stop    context.CancelFunc
	running sync.WaitGroup

	mu     sync.Mutex
	closed bool
}

func newAttendance() *attendance {
	a := &attendance{room: make(chan struct{}, mostCheckouts)}
	a.ctx, a.stop = context.WithCancel(context.Background())
	return a
}

// begin attends one query. It is the caller who does it where nobody would wait for it any more.
func (a *attendance) begin(attend func(context.Context)) {
	a.mu.Lock()
	if !a.closed {
		defer a.mu.Unlock()
		a.running.Go(func() { attend(a.ctx) })
		return
	}
	a.mu.Unlock()
	attend(context.Background())
}

// close returns when all that was begun is done. When ctx ends first, what is at work is broken off.
func (a *attendance) close(ctx context.Context) {
	a.mu.Lock()
	a.closed = true
	a.mu.Unlock()
	defer a.stop()
	defer context.AfterFunc(ctx, a.stop)()
	a.running.Wait()
}
