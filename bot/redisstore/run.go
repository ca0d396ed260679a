package redisstore

import (
	"context"
	"errors"
	"io"
	"net"
	"strconv"
	"time"

	"github.com/redis/go-redis/v9"
)

// attempts is how often a call is sent on a single node when the connection breaks. A cluster client has its own retries.
const attempts = 3

const firstPause = 20 * time.Millisecond

// call lays out EVALSHA: the script, its keys, its arguments. The slice has room for more arguments.
func call(s *script, room int, keys ...string) []any {
	args := make([]any, 0, 3+len(keys)+room)
	args = append(args, "evalsha", s.hash, strconv.Itoa(len(keys)))
	for _, key := range keys {
		args = append(args, key)
	}
	return args
}

// run sends a script. All scripts may be repeated.
func (s *Store) run(ctx context.Context, sc *script, args []any) (any, error) {
	var reply any
	err := s.again(ctx, func() error {
		var err error
		reply, err = s.once(ctx, sc, args)
		return err
	})
	return reply, err
}

// again repeats what was lost with its connection: with pauses, a few times, and only while the context lasts.
func (s *Store) again(ctx context.Context, do func() error) error {
	pause := firstPause
	for attempt := 1; ; attempt++ {
		err := do()
		if err == nil || s.cluster || attempt >= attempts || !broken(err) || !wait(ctx, pause) {
			return err
		}
		pause *= 2
	}
}

// once sends a script by its hash, or whole where the node does not know it: a node that was restarted has forgotten it.
func (s *Store) once(ctx context.Context, sc *script, args []any) (any, error) {
	cmd := redis.NewCmd(ctx, args...)
	err := s.client.Process(ctx, cmd)
	if noScript(err) {
		cmd = redis.NewCmd(ctx, whole(sc, args)...)
		err = s.client.Process(ctx, cmd)
	}
	return cmd.Val(), notNil(err)
}

// whole is the same call with the script's source in place of its hash.
func whole(sc *script, args []any) []any {
	out := append([]any(nil), args...)
	out[0], out[1] = "eval", sc.source
	return out
}

func noScript(err error) bool { return redis.HasErrorPrefix(err, "NOSCRIPT") }

// notNil takes an answer of nothing for what it is.
func notNil(err error) error {
	if errors.Is(err, redis.Nil) {
		return nil
	}
	return err
}

// broken says whether the error is one of the connection: the server may have run the command or not.
func broken(err error) bool {
	var n net.Error
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.As(err, &n)
}

func wait(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-t.C:
		return true
	}
}
