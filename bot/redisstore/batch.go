package redisstore

import (
	"context"
	"errors"

	"github.com/redis/go-redis/v9"
)

const (
	// senders is how many pipelines may be on their way at once. What comes while all are busy travels together in the next one.
	senders = 4
	// mostCalls bounds one pipeline.
	mostCalls = 128
)

var errClosed = errors.New("the store is closed")

// waiting is a call of a script that waits for its answer.
type waiting struct {
	script *script
	args   []any
	reply  any
	err    error
	done   chan struct{}
}

// share sends a call together with others that come at once, which saves system calls under load. A call that comes alone goes by itself, without a way through
// other goroutines. On a cluster each does: a master that is down must not hold up calls to the others.
func (s *Store) share(ctx context.Context, sc *script, args []any) (any, error) {
	if s.cluster {
		return s.run(ctx, sc, args)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if s.queued.Load() == 0 {
		select {
		case s.busy <- struct{}{}:
			defer func() { <-s.busy }()
			return s.run(ctx, sc, args)
		default:
		}
	}
	s.queued.Add(1)
	defer s.queued.Add(-1)
	w := &waiting{script: sc, args: args, done: make(chan struct{})}
	select {
	case s.calls <- w:
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-s.closed:
		return nil, errClosed
	}
	select {
	case <-w.done:
		return w.reply, w.err
	case <-ctx.Done():
		return nil, ctx.Err() // the call may still be carried out
	}
}

// sendShared takes what waits, sends it, and answers each, until the context ends.
func (s *Store) sendShared(ctx context.Context) {
	batch := make([]*waiting, 0, mostCalls)
	for {
		select {
		case <-ctx.Done():
			return
		case w := <-s.calls:
			batch = append(batch[:0], w)
		}
		s.busy <- struct{}{}
		batch = s.gather(batch)
		s.runAll(ctx, batch)
		<-s.busy
		for _, w := range batch {
			close(w.done)
		}
		clear(batch)
	}
}

func (s *Store) gather(batch []*waiting) []*waiting {
	for len(batch) < mostCalls {
		select {
		case w := <-s.calls:
			batch = append(batch, w)
		default:
			return batch
		}
	}
	return batch
}

// runAll sends calls in one pipeline, and again those that were lost with their connection.
func (s *Store) runAll(ctx context.Context, batch []*waiting) {
	if len(batch) == 1 {
		batch[0].reply, batch[0].err = s.run(ctx, batch[0].script, batch[0].args)
		return
	}
	todo := batch
	_ = s.again(ctx, func() error { // each call has its own error
		s.pipe(ctx, todo)
		if unknown := failed(todo, noScript); len(unknown) > 0 {
			for _, w := range unknown {
				w.args = whole(w.script, w.args)
			}
			s.pipe(ctx, unknown)
		}
		todo = failed(todo, broken)
		if len(todo) == 0 {
			return nil
		}
		return todo[0].err
	})
}

// pipe is one trip.
func (s *Store) pipe(ctx context.Context, batch []*waiting) {
	cmds := make([]*redis.Cmd, len(batch))
	pipe := s.client.Pipeline()
	for i, w := range batch {
		cmds[i] = redis.NewCmd(ctx, w.args...)
		_ = pipe.Process(ctx, cmds[i]) // only queues
	}
	_, _ = pipe.Exec(ctx) // each command has its own error
	for i, cmd := range cmds {
		batch[i].reply, batch[i].err = cmd.Val(), notNil(cmd.Err())
	}
}

func failed(batch []*waiting, why func(error) bool) []*waiting {
	var out []*waiting
	for _, w := range batch {
		if w.err != nil && why(w.err) {
			out = append(out, w)
		}
	}
	return out
}
