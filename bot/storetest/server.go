package storetest

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
)

// startWithin is how long a server may take until it answers.
const startWithin = 20 * time.Second

// Server is a redis-server of the test's own.
type Server struct {
	// URL is the address to give to a store.
	URL string

	dir     string
	port    int
	options []string
	process *exec.Cmd
}

// StartRedis starts a redis-server that keeps nothing on disk, and ends it with the test. The test is skipped where none is installed.
func StartRedis(t testing.TB) (url string) {
	t.Helper()
	return StartServer(t, "--save", "", "--appendonly", "no").URL
}

// StartDurable starts a redis-server that has every answered write on disk, to be killed and restarted.
func StartDurable(t testing.TB) *Server {
	t.Helper()
	return StartServer(t, "--save", "", "--appendonly", "yes", "--appendfsync", "always")
}

// StartServer starts a redis-server with the given options of its command line.
func StartServer(t testing.TB, options ...string) *Server {
	t.Helper()
	s := newServer(t, options)
	if err := s.start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.stop() })
	return s
}

// Kill ends the server as a power cut would end the process: SIGKILL.
func (s *Server) Kill(t testing.TB) {
	t.Helper()
	if err := s.stop(); err != nil {
		t.Fatal(err)
	}
}

// Restart starts a killed server on the same port and the same files, and waits until it answers.
func (s *Server) Restart(t testing.TB) {
	t.Helper()
	if err := s.start(); err != nil {
		t.Fatal(err)
	}
}

func newServer(t testing.TB, options []string) *Server {
	t.Helper()
	if _, err := exec.LookPath("redis-server"); err != nil {
		t.Skip("redis-server is not installed: this test needs a real one")
	}
	port := freePort(t)
	return &Server{
		URL: "redis://" + net.JoinHostPort("127.0.0.1", strconv.Itoa(port)), dir: tempDir(t), port: port, options: options,
	}
}

// tempDir is not t.TempDir: that one fails the test if a file appears while it is removed, and a killed server's child may still write one.
func tempDir(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "redis")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// freePort asks the system for one. It stays below the range in which a cluster node could not add its second port.
func freePort(t testing.TB) int {
	t.Helper()
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	return l.Addr().(*net.TCPAddr).Port
}

func (s *Server) start() error {
	log, err := os.OpenFile(filepath.Join(s.dir, "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() { _ = log.Close() }()
	args := append([]string{"--port", strconv.Itoa(s.port), "--bind", "127.0.0.1", "--dir", s.dir, "--daemonize", "no"}, s.options...)
	s.process = exec.CommandContext(context.Background(), "redis-server", args...)
	s.process.Stdout, s.process.Stderr = log, log
	if err := s.process.Start(); err != nil {
		return fmt.Errorf("start redis-server: %w", err)
	}
	if err := s.answers(); err != nil {
		_ = s.stop()
		text, _ := os.ReadFile(filepath.Join(s.dir, "log"))
		return fmt.Errorf("redis-server on port %d: %w\n%s", s.port, err, text)
	}
	return nil
}

func (s *Server) stop() error {
	if s.process == nil {
		return nil
	}
	if err := s.process.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return err
	}
	_ = s.process.Wait() // says that it was killed
	s.process = nil
	return nil
}

// answers waits until the server has read its files and takes commands.
func (s *Server) answers() error {
	c := s.client()
	defer func() { _ = c.Close() }()
	return eventually(func(ctx context.Context) error {
		// The client would log every refused connection.
		var d net.Dialer
		conn, err := d.DialContext(ctx, "tcp", c.Options().Addr)
		if err != nil {
			return err
		}
		_ = conn.Close()
		err = c.Ping(ctx).Err()
		if redis.HasErrorPrefix(err, "NOAUTH") { // it answers, though not to us
			return nil
		}
		return err
	})
}

func (s *Server) client() *redis.Client {
	return redis.NewClient(&redis.Options{Addr: net.JoinHostPort("127.0.0.1", strconv.Itoa(s.port)), MaxRetries: -1, DialerRetries: 1, DisableIdentity: true})
}

// eventually asks another process again and again until it is ready: there is nothing else to wait on.
func eventually(ready func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(context.Background(), startWithin)
	defer cancel()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for {
		err := ready(ctx)
		if err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("not ready in %s: %w", startWithin, err)
		case <-tick.C:
		}
	}
}
