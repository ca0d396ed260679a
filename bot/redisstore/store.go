package redisstore

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/redis/go-redis/v9"

	"repartee/bot"
)

// Options says which Redis, and for which bot.
type Options struct {
	URL string       // redis://, rediss://, valkey://, unix://; a cluster by redis+cluster://, ?cluster=1 or several hosts
	Bot int64        // the number in front of the token; it survives a new token
	Log *slog.Logger // what a healthy program can live with, but its operator should know; nil: nowhere
}

// Store is a bot.Store, bot.Archive, bot.Library, bot.Till and bot.Fleet on Redis.
type Store struct {
	client  redis.UniversalClient
	keys    *keys
	scripts transitions
	clock   clock
	cluster bool
	schema  int // of what Redis holds
	calls   chan *waiting
	queued  atomic.Int64  // calls that wait for their answer in a shared pipeline
	busy    chan struct{} // one for each call or pipeline on its way
	closed  <-chan struct{}
	log     *slog.Logger
	silent  atomic.Bool // no replica has answered in time
	stop    context.CancelFunc
	owned   sync.WaitGroup
	close   func() error
}

var (
	_ bot.Store   = (*Store)(nil)
	_ bot.Archive = (*Store)(nil)
	_ bot.Library = (*Store)(nil)
	_ bot.Till    = (*Store)(nil)
	_ bot.Fleet   = (*Store)(nil)
)

// Open connects, checks that this Redis can be trusted with conversations, and starts to follow its clock. Its error says in a plain sentence what to do.
func Open(ctx context.Context, o Options) (*Store, error) {
	a, err := parseAddress(o.URL)
	if err != nil {
		return nil, err
	}
	client, err := dial(a)
	if err != nil {
		return nil, err
	}
	log := o.Log
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	s := &Store{
		client: client, keys: newKeys(o.Bot), scripts: newTransitions(), clock: clock{start: time.Now()},
		cluster: a.cluster, calls: make(chan *waiting), busy: make(chan struct{}, senders),
	}
	s.log, s.close = log, sync.OnceValue(s.shut)
	if err := s.begin(ctx, a); err != nil {
		_ = client.Close()
		return nil, err
	}
	return s, nil
}

func (s *Store) begin(ctx context.Context, a address) error {
	if err := s.check(ctx, a, s.log); err != nil {
		return err
	}
	offset, err := s.clock.measure(ctx, s.time)
	if err != nil {
		return fmt.Errorf("ask Redis for its time: %w", err)
	}
	s.clock.offset.Store(offset)
	warnClock(ctx, s.log, s.clock.now()-time.Now().UnixMilli())

	own, stop := context.WithCancel(context.WithoutCancel(ctx))
	s.stop, s.closed = stop, own.Done()
	s.owned.Go(func() { s.clock.follow(own, s.time, s.log) })
	for range senders {
		s.owned.Go(func() { s.sendShared(own) })
	}
	return nil
}

// Close ends what the Store started and closes its connections. Calls that are under way or come later fail; only a second Close does not.
func (s *Store) Close() error { return s.close() }

func (s *Store) shut() error {
	s.stop()
	s.owned.Wait()
	return s.client.Close()
}

// Now is Redis' time in milliseconds, as this process knows it.
func (s *Store) Now() int64 { return s.clock.now() }

// time asks one node, always the same: the masters of a cluster need not agree to the millisecond.
func (s *Store) time(ctx context.Context) (time.Time, error) {
	if c, ok := s.client.(*redis.ClusterClient); ok {
		node, err := c.MasterForKey(ctx, s.keys.meta)
		if err != nil {
			return time.Time{}, err
		}
		return node.Time(ctx).Result()
	}
	return s.client.Time(ctx).Result()
}

// Load reads a contact. One that was never seen is the zero Record.
func (s *Store) Load(ctx context.Context, chat int64) (bot.Record, error) {
	var values []any
	err := s.again(ctx, func() error {
		var err error
		values, err = s.client.HMGet(ctx, s.keys.contact(chat, text(chat)), "v", "s").Result()
		return err
	})
	if err != nil {
		return bot.Record{}, fmt.Errorf("load a contact: %w", err)
	}
	return recordOf(values), nil
}

// recordOf reads the answer to HMGET v s.
func recordOf(values []any) (r bot.Record) {
	if v, ok := values[0].(string); ok {
		r.Version = v
	}
	if state, ok := values[1].(string); ok {
		r.State = []byte(state)
	}
	return r
}
