package bot

import (
	"context"
	"errors"
	"sync"
)

var (
	// ErrBusy says that too much is waiting already: Telegram is to bring it again.
	ErrBusy = errors.New("too many updates are waiting")
	// ErrClosing says that the bot takes nothing in any more: Telegram is to bring it again, to the next instance.
	ErrClosing = errors.New("the bot is shutting down")
)

// lanes let the inputs of one contact be handled in order, one at a time, and those of many contacts side by side.
type lanes struct {
	bounds
	handle  func(context.Context, int64, *arrival) error
	room    *gate           // a place for each lane at work
	ctx     context.Context // ends what is at work when the time to drain is over
	stop    context.CancelFunc
	running sync.WaitGroup // counts lanes
	crew    *crew

	mu      sync.Mutex
	byChat  map[int64]*lane
	waiting int // bytes of inputs, in queues and at hand
	closed  bool
}

// bounds are how much is taken in.
type bounds struct {
	atOnce  int // lanes at work
	backlog int // inputs of one contact
	bytes   int // of the inputs of all contacts
}

// lane is a contact with work: what is at hand is not in the queue any more.
type lane struct {
	queue    []work
	arrivals int // in the queue and at hand
}

// inputSize is what an input takes beside its bytes, about.
const inputSize = 1 << 10

// work is some inputs of one contact, in order. Where one fails, those after it are not begun: they would overtake it.
type work struct {
	arrivals []arrival
	bytes    int
	done     chan error
}

func workOf(arrivals []arrival) work {
	w := work{arrivals: arrivals, done: make(chan error, 1)}
	for i := range arrivals {
		w.bytes += inputSize + len(arrivals[i].raw)
	}
	return w
}

// rank is that of the most urgent of its inputs.
func (w *work) rank() rank {
	first := bulk
	for i := range w.arrivals {
		first = min(first, w.arrivals[i].rank())
	}
	return first
}

func newLanes(most bounds, handle func(context.Context, int64, *arrival) error) *lanes {
	l := &lanes{bounds: most, handle: handle, room: newGate(most.atOnce), byChat: map[int64]*lane{}, crew: newCrew()}
	l.ctx, l.stop = context.WithCancel(context.Background())
	return l
}

// add puts inputs at the end of their contact's lane. What comes of them is sent to the channel.
func (l *lanes) add(ctx context.Context, chat int64, arrivals []arrival) (<-chan error, error) {
	w := workOf(arrivals)
	one, began, err := l.enter(chat, w)
	if err != nil || !began {
		return w.done, err
	}
	if err := l.token(ctx, w.rank()); err != nil {
		l.giveUp(chat, err)
		return w.done, nil
	}
	l.crew.do(func() { l.run(chat, one) })
	return w.done, nil
}

// do is add and waiting. Where the contact has a lane to itself, it is the caller who does the work.
func (l *lanes) do(ctx context.Context, chat int64, arrivals []arrival) error {
	w := workOf(arrivals)
	one, began, err := l.enter(chat, w)
	if err != nil {
		return err
	}
	if !began {
		return <-w.done
	}
	if err := l.token(ctx, w.rank()); err != nil {
		l.giveUp(chat, err)
		return err
	}
	if l.step(chat, one) {
		l.crew.do(func() { l.run(chat, one) }) // what came meanwhile is not the caller's
	}
	return <-w.done
}

// enter queues work; began tells that the contact had no lane, and that the caller is to run it.
func (l *lanes) enter(chat int64, w work) (one *lane, began bool, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	one = l.byChat[chat]
	switch {
	case l.closed:
		return nil, false, ErrClosing
	case l.waiting > 0 && l.waiting+w.bytes > l.bytes:
		return nil, false, ErrBusy
	case one == nil:
		one, began = &lane{}, true
		l.byChat[chat] = one
		l.running.Add(1)
	case one.arrivals+len(w.arrivals) > l.backlog:
		return nil, false, ErrBusy
	}
	one.queue = append(one.queue, w)
	one.arrivals += len(w.arrivals)
	l.waiting += w.bytes
	return one, began, nil
}

func (l *lanes) token(ctx context.Context, r rank) error {
	err := l.room.enter(ctx, r)
	if err == nil && l.ctx.Err() != nil {
		l.room.leave()
		return ErrClosing
	}
	return err
}

// giveUp empties a lane that never came to run.
func (l *lanes) giveUp(chat int64, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, w := range l.byChat[chat].queue {
		l.waiting -= w.bytes
		w.done <- err
	}
	delete(l.byChat, chat)
	l.running.Done()
}

func (l *lanes) run(chat int64, one *lane) {
	for l.step(chat, one) {
	}
}

// step does the first work of a lane and tells whether there is more; if not, the lane is gone and its token free.
func (l *lanes) step(chat int64, one *lane) (more bool) {
	l.mu.Lock()
	w := one.queue[0]
	one.queue = one.queue[1:]
	l.mu.Unlock()
	var err error
	for i := range w.arrivals {
		if err = l.handle(l.ctx, chat, &w.arrivals[i]); err != nil {
			break
		}
	}
	w.done <- err
	l.mu.Lock()
	defer l.mu.Unlock()
	one.arrivals -= len(w.arrivals)
	l.waiting -= w.bytes
	if len(one.queue) > 0 {
		return true
	}
	delete(l.byChat, chat)
	l.room.leave()
	l.running.Done()
	return false
}

// close takes nothing more in and returns when all lanes are done. When ctx ends first, what is at work is broken off.
func (l *lanes) close(ctx context.Context) {
	l.mu.Lock()
	l.closed = true
	l.mu.Unlock()
	defer l.stop()
	defer context.AfterFunc(ctx, l.stop)()
	l.running.Wait()
	l.crew.close()
}
