package bot

import (
	"context"
	"encoding/json"
	"errors"
	"sync"

	"repartee/flows"
)

// ErrBusy says that too much is waiting already: Telegram is to bring it again.
var ErrBusy = errors.New("too many updates are waiting")

// job is one input on its way to a contact.
type job struct {
	chat   int64
	update int64
	class  Class
	inbox  string // id of the inbox entry that it is
	input  flows.Input
	group  bool  // said in a group, which gets one answer and has no talk
	thread int64 // of the group
	raw    json.RawMessage
}

// lanes let the inputs of one contact be handled in order, one at a time, and those of many contacts side by side.
type lanes struct {
	handle  func(job) error
	free    chan struct{} // one token a lane at work
	backlog int

	mu      sync.Mutex
	waiting map[int64][]waiting
	idle    sync.Cond
}

type waiting struct {
	job  job
	done chan error
}

func newLanes(atOnce, backlog int, handle func(job) error) *lanes {
	l := &lanes{handle: handle, free: make(chan struct{}, atOnce), backlog: backlog, waiting: map[int64][]waiting{}}
	l.idle.L = &l.mu
	return l
}

// add puts a job at the end of its contact's lane. What comes of it is sent to the channel.
func (l *lanes) add(ctx context.Context, j job) (<-chan error, error) {
	w := waiting{job: j, done: make(chan error, 1)}
	l.mu.Lock()
	queue, running := l.waiting[j.chat]
	if len(queue) >= l.backlog {
		l.mu.Unlock()
		return nil, ErrBusy
	}
	l.waiting[j.chat] = append(queue, w)
	l.mu.Unlock()
	if running {
		return w.done, nil
	}
	select {
	case l.free <- struct{}{}:
	case <-ctx.Done():
		l.giveUp(j.chat, ctx.Err())
		return w.done, nil
	}
	go l.run(j.chat)
	return w.done, nil
}

// giveUp empties a lane that never came to run.
func (l *lanes) giveUp(chat int64, err error) {
	l.mu.Lock()
	queue := l.waiting[chat]
	delete(l.waiting, chat)
	l.idle.Broadcast()
	l.mu.Unlock()
	for _, w := range queue {
		w.done <- err
	}
}

// run handles a lane's jobs until there are none. The job at work stays at the head, so that others know the lane is running.
func (l *lanes) run(chat int64) {
	defer func() { <-l.free }()
	for {
		l.mu.Lock()
		w := l.waiting[chat][0]
		l.mu.Unlock()
		err := l.handle(w.job)
		w.done <- err
		if l.next(chat) == 0 {
			return
		}
	}
}

// next takes the handled job away and tells how many are left.
func (l *lanes) next(chat int64) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	queue := l.waiting[chat][1:]
	if len(queue) == 0 {
		delete(l.waiting, chat)
		l.idle.Broadcast()
		return 0
	}
	l.waiting[chat] = queue
	return len(queue)
}

// wait returns when no lane is at work, or ctx has ended.
func (l *lanes) wait(ctx context.Context) {
	stop := context.AfterFunc(ctx, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.idle.Broadcast()
	})
	defer stop()
	l.mu.Lock()
	defer l.mu.Unlock()
	for len(l.waiting) > 0 && ctx.Err() == nil {
		l.idle.Wait()
	}
}
