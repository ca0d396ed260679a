package storetest

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"testing"
)

const (
	masters = 3
	slots   = 16384
)

// StartCluster starts three masters that share the slots, and ends them with the test. The URL names all of them.
func StartCluster(t testing.TB) (url string) {
	t.Helper()
	url, _ = StartNodes(t)
	return url
}

// StartNodes is StartCluster for tests that do something to its masters. The first has the first third of the slots, and so on.
func StartNodes(t testing.TB) (url string, nodes []*Server) {
	t.Helper()
	for range masters {
		nodes = append(nodes, startNode(t))
	}
	for i, n := range nodes {
		if err := n.join(i, nodes[0]); err != nil {
			t.Fatalf("form a cluster: %v", err)
		}
	}
	hosts := make([]string, len(nodes))
	for i, n := range nodes {
		if err := n.sees(len(nodes)); err != nil {
			t.Fatalf("form a cluster: %v", err)
		}
		hosts[i] = strings.TrimPrefix(n.URL, "redis://")
	}
	return "redis+cluster://" + strings.Join(hosts, ","), nodes
}

// startNode starts a server that knows no cluster yet.
func startNode(t testing.TB) *Server {
	t.Helper()
	return StartServer(t, "--save", "", "--appendonly", "no", "--cluster-enabled", "yes",
		"--cluster-port", strconv.Itoa(freePort(t)), "--cluster-node-timeout", "2000")
}

// join gives the node its part of the slots and lets it meet the first one.
func (s *Server) join(i int, first *Server) error {
	c := s.client()
	defer func() { _ = c.Close() }()
	ctx, cancel := context.WithTimeout(context.Background(), startWithin)
	defer cancel()
	if err := c.Do(ctx, "CLUSTER", "SET-CONFIG-EPOCH", i+1).Err(); err != nil {
		return err
	}
	if err := c.ClusterAddSlotsRange(ctx, i*slots/masters, (i+1)*slots/masters-1).Err(); err != nil {
		return err
	}
	if s == first {
		return nil
	}
	return c.Do(ctx, "CLUSTER", "MEET", "127.0.0.1", first.port, first.busPort()).Err()
}

func (s *Server) busPort() string {
	for i, option := range s.options {
		if option == "--cluster-port" {
			return s.options[i+1]
		}
	}
	return ""
}

// sees waits until the node knows of all others and of every slot.
func (s *Server) sees(nodes int) error {
	c := s.client()
	defer func() { _ = c.Close() }()
	return eventually(func(ctx context.Context) error {
		info, err := c.ClusterInfo(ctx).Result()
		if err != nil {
			return err
		}
		for _, want := range []string{"cluster_state:ok", "cluster_slots_ok:" + strconv.Itoa(slots), "cluster_known_nodes:" + strconv.Itoa(nodes)} {
			if !strings.Contains(info, want) {
				return fmt.Errorf("%s is not there yet", want)
			}
		}
		return nil
	})
}
