package storetest

import (
	"context"
	"errors"
	"net"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/redis/go-redis/v9"
)

// StartReplica starts a replica of the server, or of the cluster's node that it is, and waits until it follows.
func (s *Server) StartReplica(t testing.TB) *Server {
	t.Helper()
	master := s.client()
	defer func() { _ = master.Close() }()
	if err := master.ConfigSet(t.Context(), "repl-diskless-sync-delay", "0").Err(); err != nil {
		t.Fatal(err)
	}
	var r *Server
	if slices.Contains(s.options, "--cluster-enabled") {
		r = startNode(t)
		if err := r.follow(t.Context(), s, master); err != nil {
			t.Fatal(err)
		}
	} else {
		r = StartServer(t, "--save", "", "--appendonly", "no", "--replicaof", "127.0.0.1", strconv.Itoa(s.port))
	}
	if err := eventually(func(ctx context.Context) error { return hasReplica(ctx, master) }); err != nil {
		t.Fatal(err)
	}
	return r
}

// follow lets a node of a cluster meet its master and follow it.
func (s *Server) follow(ctx context.Context, of *Server, master *redis.Client) error {
	c := s.client()
	defer func() { _ = c.Close() }()
	id, err := master.Do(ctx, "CLUSTER", "MYID").Text()
	if err != nil {
		return err
	}
	if err := c.Do(ctx, "CLUSTER", "MEET", "127.0.0.1", of.port, of.busPort()).Err(); err != nil {
		return err
	}
	if err := eventually(func(ctx context.Context) error { return c.Do(ctx, "CLUSTER", "REPLICATE", id).Err() }); err != nil {
		return err // it never heard of its master
	}
	return eventually(func(ctx context.Context) error {
		info, err := c.ClusterInfo(ctx).Result()
		if err == nil && !strings.Contains(info, "cluster_state:ok") {
			err = errors.New("the replica does not see the cluster yet")
		}
		return err
	})
}

func hasReplica(ctx context.Context, master *redis.Client) error {
	info, err := master.Info(ctx, "replication").Result()
	if err == nil && !strings.Contains(info, "state=online") {
		err = errors.New("no replica follows yet")
	}
	return err
}

// Pause stops the server's process as if its machine stood still, until Resume.
func (s *Server) Pause(t testing.TB) { s.signal(t, syscall.SIGSTOP) }

// Resume lets a paused server go on.
func (s *Server) Resume(t testing.TB) { s.signal(t, syscall.SIGCONT) }

func (s *Server) signal(t testing.TB, what syscall.Signal) {
	t.Helper()
	if err := s.process.Process.Signal(what); err != nil {
		t.Fatal(err)
	}
}

// Address is the server's host and port.
func (s *Server) Address() string { return net.JoinHostPort("127.0.0.1", strconv.Itoa(s.port)) }
