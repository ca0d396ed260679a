package redisstore

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/redis/go-redis/v9"

	"repartee/bot"
)

// mostAcks bounds one pipeline.
const mostAcks = 128

var errClosed = errors.New("the store is closed")

// ackCall is one waiting Ack.
type ackCall struct {
	args  []any
	reply any
	err   error
	done  chan struct{}
}

// Ack takes the sent entries off the outbox, and the claim with the last of them. Acks that come at once travel in one pipeline.
func (s *Store) Ack(ctx context.Context, a bot.Ack) (bot.Acked, error) {
	args := call(s.scripts.ack, 4, s.keys.contact(a.Chat), s.keys.outbox(a.Chat), s.keys.due(partition(a.Chat)))
	c := &ackCall{args: append(args, a.Claim.Nonce, a.Through, a.Claim.Until, strconv.FormatInt(a.Chat, 10)), done: make(chan struct{})}
	if err := s.submit(ctx, c); err != nil {
		return bot.Acked{}, fmt.Errorf("ack chat %d: %w", a.Chat, err)
	}
	r := replyOf(c.reply)
	out := bot.Acked{Lost: r.number() == 1, Left: r.entries()}
	if r.err != nil {
		return bot.Acked{}, fmt.Errorf("ack chat %d: %w", a.Chat, r.err)
	}
	return out, nil
}

// submit hands the call over and waits for its answer. Where the context ends first, the ack may still be carried out.
func (s *Store) submit(ctx context.Context, c *ackCall) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case s.acks <- c:
	case <-ctx.Done():
		return ctx.Err()
	case <-s.closed:
		return errClosed
	}
	select {
	case <-c.done:
		return c.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// sendAcks takes what is waiting, sends it as one pipeline, and answers each; what comes meanwhile waits for the next.
func (s *Store) sendAcks(ctx context.Context) {
	batch := make([]*ackCall, 0, mostAcks)
	for {
		select {
		case <-ctx.Done():
			return
		case c := <-s.acks:
			batch = append(batch[:0], c)
		}
		batch = s.gather(batch)
		s.sendBatch(ctx, batch)
		for _, c := range batch {
			close(c.done)
		}
	}
}

func (s *Store) gather(batch []*ackCall) []*ackCall {
	for len(batch) < mostAcks {
		select {
		case c := <-s.acks:
			batch = append(batch, c)
		default:
			return batch
		}
	}
	return batch
}

func (s *Store) sendBatch(ctx context.Context, batch []*ackCall) {
	ctx, cancel := context.WithTimeout(ctx, ackTimeout)
	defer cancel()
	if len(batch) == 1 {
		batch[0].reply, batch[0].err = s.run(ctx, s.scripts.ack, batch[0].args)
		return
	}
	calls := make([][]any, len(batch))
	for i, c := range batch {
		calls[i] = c.args
	}
	for i, r := range s.runMany(ctx, s.scripts.ack, calls) {
		batch[i].reply, batch[i].err = r.reply, r.err
	}
}

// ackTimeout is longer than three answers that do not come, with their pauses.
const ackTimeout = 4 * replyTimeout

// result is what one call of a pipeline came to.
type result struct {
	reply any
	err   error
}

// runMany sends one script many times in one pipeline. What its node did not know, or what was lost on the way, is sent again by itself.
func (s *Store) runMany(ctx context.Context, sc *script, calls [][]any) []result {
	cmds := make([]*redis.Cmd, len(calls))
	pipe := s.client.Pipeline()
	for i, args := range calls {
		cmds[i] = redis.NewCmd(ctx, args...)
		_ = pipe.Process(ctx, cmds[i]) // only queues
	}
	_, _ = pipe.Exec(ctx) // each command has its own error
	out := make([]result, len(calls))
	for i, cmd := range cmds {
		out[i] = result{cmd.Val(), cmd.Err()}
		switch {
		case errors.Is(out[i].err, redis.Nil):
			out[i] = result{}
		case redis.HasErrorPrefix(out[i].err, "NOSCRIPT"), broken(out[i].err):
			out[i].reply, out[i].err = s.run(ctx, sc, calls[i])
		}
	}
	return out
}
