package chaos

import (
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/redis/go-redis/v9"
)

const (
	masters = 3
	slots   = 16384
	// nodeTimeout is after how many milliseconds a node of the cluster is taken for dead.
	nodeTimeout = 2000
)

// servers are the Redis of a run: one, or a cluster of three masters with a replica each.
type servers struct {
	nodes []*node
	links []*link // of a cluster: the way to each of its nodes
}

// startSingle starts one Redis.
func startSingle(ctx context.Context, dir, fsync string) (*servers, error) {
	n, err := newNode(ctx, filepath.Join(dir, "redis"), fsync)
	if err != nil {
		return nil, err
	}
	s := &servers{nodes: []*node{n}}
	return s, n.start(ctx)
}

// startCluster starts six nodes. What they tell clients is the way over a link; among themselves they talk on ports of their own.
func startCluster(ctx context.Context, dir, fsync string, skew *skew) (*servers, error) {
	s := &servers{}
	for i := range 2 * masters {
		if err := s.add(ctx, filepath.Join(dir, "node"+strconv.Itoa(i)), fsync, skew); err != nil {
			return s, err
		}
	}
	for i, n := range s.nodes {
		if err := n.ask(ctx, "joins", func(ctx context.Context, c *redis.Client) error { return s.join(ctx, c, i) }); err != nil {
			return s, err
		}
	}
	if err := s.whole(ctx); err != nil {
		return s, err
	}
	for i, n := range s.nodes[masters:] {
		if err := n.ask(ctx, "follows", func(ctx context.Context, c *redis.Client) error { return s.follow(ctx, c, s.nodes[i]) }); err != nil {
			return s, err
		}
	}
	return s, s.replicated(ctx)
}

func (s *servers) add(ctx context.Context, dir, fsync string, skew *skew) error {
	n, err := newNode(ctx, dir, fsync)
	if err != nil {
		return err
	}
	s.nodes = append(s.nodes, n)
	if n.bus, err = freePort(ctx); err != nil {
		return err
	}
	way, err := newLink(ctx, addressOf(n.port), skew)
	if err != nil {
		return err
	}
	s.links = append(s.links, way)
	n.options = append(n.options,
		"--cluster-enabled", "yes", "--cluster-port", strconv.Itoa(n.bus), "--cluster-node-timeout", strconv.Itoa(nodeTimeout),
		"--cluster-announce-ip", local, "--cluster-announce-port", strconv.Itoa(way.port()), "--cluster-announce-bus-port", strconv.Itoa(n.bus))
	return n.start(ctx)
}

// join gives a master its slots, and lets every node meet the first.
func (s *servers) join(ctx context.Context, c *redis.Client, i int) error {
	first := s.nodes[0]
	if i > 0 {
		if err := c.Do(ctx, "CLUSTER", "MEET", local, first.port, first.bus).Err(); err != nil {
			return err
		}
	}
	if i >= masters {
		return nil
	}
	err := c.ClusterAddSlotsRange(ctx, i*slots/masters, (i+1)*slots/masters-1).Err()
	if err != nil && strings.Contains(err.Error(), "already busy") {
		return nil // it is asked again
	}
	return err
}

// whole waits until every node knows all others and who has which slot.
func (s *servers) whole(ctx context.Context) error {
	for _, n := range s.nodes {
		err := n.ask(ctx, "knows the cluster", func(ctx context.Context, c *redis.Client) error {
			info, err := c.ClusterInfo(ctx).Result()
			if err != nil {
				return err
			}
			for _, want := range []string{"cluster_state:ok", "cluster_known_nodes:" + strconv.Itoa(len(s.nodes))} {
				if !strings.Contains(info, want) {
					return fmt.Errorf("%s is not there yet", want)
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// follow makes a node the replica of another.
func (s *servers) follow(ctx context.Context, c *redis.Client, master *node) error {
	var id string
	err := master.ask(ctx, "has a name", func(ctx context.Context, c *redis.Client) (err error) {
		id, err = c.Do(ctx, "CLUSTER", "MYID").Text()
		return err
	})
	if err != nil {
		return err
	}
	return c.Do(ctx, "CLUSTER", "REPLICATE", id).Err()
}

// replicated waits until the cluster is whole and every master has a replica that is up to date.
func (s *servers) replicated(ctx context.Context) error {
	if err := s.whole(ctx); err != nil {
		return err
	}
	return eventually(ctx, nodeStarts, "every master has its replica", func() error {
		followed := 0
		for _, n := range s.nodes {
			if master, up := n.role(ctx); master && up {
				followed++
			}
		}
		if followed < masters {
			return fmt.Errorf("%d of %d have", followed, masters)
		}
		return nil
	})
}

// role tells whether a node is a master, and whether a replica of it is at work.
func (n *node) role(ctx context.Context) (master, followed bool) {
	if !n.alive() {
		return false, false
	}
	c := redis.NewClient(&redis.Options{Addr: addressOf(n.port), MaxRetries: -1, DialerRetries: 1, DisableIdentity: true})
	defer func() { _ = c.Close() }()
	info, err := c.Info(ctx, "replication").Result()
	if err != nil {
		return false, false
	}
	return strings.Contains(info, "role:master"), strings.Contains(info, "state=online")
}

func (s *servers) clustered() bool { return len(s.links) > 0 }

// close ends all nodes and the ways to them.
func (s *servers) close() {
	for _, n := range s.nodes {
		n.kill()
	}
	for _, l := range s.links {
		l.close()
	}
}
