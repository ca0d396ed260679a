package redisstore

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"
)

// replicaWait is how long a commit that has to do with money waits for a replica.
const replicaWait = time.Second

// replicated sends a script and returns when a replica has what it wrote: a master that fails then takes nothing of it along. Where there is no replica, it does not
// wait; where none answers in time, the write stands, and the operator is told once. It uses a connection of its own, since WAIT is about what its connection wrote,
// and takes one trip more than others.
func (s *Store) replicated(ctx context.Context, sc *script, args []any) (reply any, err error) {
	key, _ := args[3].(string) // the first key, see call
	pause := firstPause
	for attempt := 1; ; attempt++ {
		reply, err = s.replicatedOnce(ctx, sc, args, key)
		switch {
		case err == nil, !broken(err) && !misled(err):
			return reply, err
		case attempt >= attempts && misled(err):
			return s.run(ctx, sc, args) // the cluster client knows more ways, but on none of them can one wait
		case attempt >= attempts, !wait(ctx, pause):
			return nil, err
		}
		if c, ok := s.client.(*redis.ClusterClient); ok {
			c.ReloadState(ctx)
		}
		pause *= 2
	}
}

func (s *Store) replicatedOnce(ctx context.Context, sc *script, args []any, key string) (any, error) {
	master, err := s.master(ctx, key)
	if err != nil {
		return nil, err
	}
	conn := master.Conn()
	defer func() { _ = conn.Close() }() // gives it back
	cmd, replicas, err := withReplicas(ctx, conn, args)
	if noScript(err) {
		cmd, replicas, err = withReplicas(ctx, conn, whole(sc, args))
	}
	if err != nil || replicas == 0 {
		return cmd.Val(), err
	}
	reached := redis.NewIntCmd(ctx, "wait", 1, replicaWait.Milliseconds())
	if err := conn.Process(ctx, reached); err != nil {
		return nil, err
	}
	s.warnReplica(ctx, reached.Val() == 0)
	return cmd.Val(), nil
}

// withReplicas sends a script and asks how many replicas there are, in one trip.
func withReplicas(ctx context.Context, conn *redis.Conn, args []any) (cmd *redis.Cmd, replicas int, err error) {
	pipe := conn.Pipeline()
	cmd = redis.NewCmd(ctx, args...)
	_ = pipe.Process(ctx, cmd) // only queues
	info := pipe.Info(ctx, "replication")
	_, _ = pipe.Exec(ctx) // each command has its own error
	if err := notNil(cmd.Err()); err != nil {
		return cmd, 0, err
	}
	return cmd, strings.Count(info.Val(), "state=online"), info.Err()
}

// master is the node that has a key.
func (s *Store) master(ctx context.Context, key string) (*redis.Client, error) {
	switch c := s.client.(type) {
	case *redis.ClusterClient:
		return c.MasterForKey(ctx, key)
	case *redis.Client:
		return c, nil
	}
	return nil, fmt.Errorf("unknown kind of Redis client %T", s.client)
}

// misled says whether a node answered that another has the key, or that nobody has at the moment.
func misled(err error) bool {
	for _, prefix := range []string{"MOVED", "ASK", "TRYAGAIN", "CLUSTERDOWN", "LOADING", "READONLY"} {
		if redis.HasErrorPrefix(err, prefix) {
			return true
		}
	}
	return false
}

// warnReplica tells when replicas begin to be silent, and when they answer again.
func (s *Store) warnReplica(ctx context.Context, silent bool) {
	switch {
	case s.silent.Swap(silent) == silent:
	case silent:
		s.log.WarnContext(ctx, "no replica of Redis took a payment or an order within a second: if the master is lost now, so is what it wrote last")
	default:
		s.log.InfoContext(ctx, "a replica of Redis has payments and orders again")
	}
}
