package chaos

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"

	"github.com/redis/go-redis/v9"
)

// nodeStarts is how long a Redis may take to read its files and answer.
const nodeStarts = 30 * time.Second

// node is a redis-server with an append-only file.
type node struct {
	dir     string
	port    int
	bus     int // port of a cluster's own talk; 0: no cluster
	options []string
	process *exec.Cmd
	ended   chan struct{}
}

// ErrNoRedis says that no redis-server is installed.
var ErrNoRedis = errors.New("redis-server is not installed")

func newNode(ctx context.Context, dir, fsync string) (*node, error) {
	if _, err := exec.LookPath("redis-server"); err != nil {
		return nil, ErrNoRedis
	}
	port, err := freePort(ctx)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("a place for Redis: %w", err)
	}
	return &node{dir: dir, port: port, options: []string{
		"--port", strconv.Itoa(port), "--bind", local, "--dir", dir, "--daemonize", "no", "--save", "", "--appendonly", "yes", "--appendfsync", fsync,
		"--aof-use-rdb-preamble", "yes",
	}}, nil
}

// start begins the process and waits until it answers.
func (n *node) start(ctx context.Context) error {
	log, err := os.OpenFile(filepath.Join(n.dir, "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("the log of Redis: %w", err)
	}
	defer func() { _ = log.Close() }()
	cmd := exec.CommandContext(context.WithoutCancel(ctx), "redis-server", n.options...)
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("start redis-server: %w", err)
	}
	n.process, n.ended = cmd, make(chan struct{})
	go func(ended chan struct{}) {
		defer close(ended)
		_ = cmd.Wait() // it is killed
	}(n.ended)
	return n.ask(ctx, "answers", func(ctx context.Context, c *redis.Client) error { return c.Ping(ctx).Err() })
}

// kill ends the process as a power cut would end it.
func (n *node) kill() {
	if n.process == nil {
		return
	}
	_ = n.process.Process.Kill() // it may have ended
	<-n.ended
	n.process = nil
}

func (n *node) alive() bool { return n.process != nil }

// ask asks the node something until it has no error to give.
func (n *node) ask(ctx context.Context, what string, ask func(context.Context, *redis.Client) error) error {
	c := redis.NewClient(&redis.Options{Addr: addressOf(n.port), MaxRetries: -1, DialerRetries: 1, DisableIdentity: true})
	defer func() { _ = c.Close() }()
	return eventually(ctx, nodeStarts, fmt.Sprintf("redis-server on port %d %s", n.port, what), func() error { return ask(ctx, c) })
}
