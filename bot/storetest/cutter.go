package storetest

import (
	"context"
	"math/rand/v2"
	"net"
	"sync"
	"testing"
)

// StartCutter starts a way to a server on which one in so many replies, and now and then a request, is lost with its connection; it ends with the test. The address is
// that to connect to.
func StartCutter(t testing.TB, server string, oneIn int) (address string) {
	t.Helper()
	listener, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	c := &cutter{server: server, oneIn: oneIn}
	var accepting sync.WaitGroup
	accepting.Go(func() { c.accept(listener) })
	t.Cleanup(func() {
		_ = listener.Close()
		accepting.Wait()
		c.end()
	})
	return listener.Addr().String()
}

type cutter struct {
	server string
	oneIn  int

	mu    sync.Mutex
	conns []net.Conn
	ends  sync.WaitGroup
}

func (c *cutter) accept(listener net.Listener) {
	for {
		near, err := listener.Accept()
		if err != nil {
			return
		}
		var d net.Dialer
		far, err := d.DialContext(context.Background(), "tcp", c.server)
		if err != nil {
			_ = near.Close()
			continue
		}
		c.mu.Lock()
		c.conns = append(c.conns, near, far)
		c.mu.Unlock()
		c.ends.Go(func() { c.carry(far, near, 4*c.oneIn) })
		c.ends.Go(func() { c.carry(near, far, c.oneIn) })
	}
}

// carry copies what comes from one side to the other, until one in so many pieces ends the connection instead.
func (c *cutter) carry(to, from net.Conn, oneIn int) {
	defer func() { _, _ = to.Close(), from.Close() }()
	piece := make([]byte, 64<<10)
	for {
		n, err := from.Read(piece)
		if n > 0 && rand.IntN(oneIn) == 0 {
			return
		}
		if _, failed := to.Write(piece[:n]); failed != nil || err != nil {
			return
		}
	}
}

func (c *cutter) end() {
	c.mu.Lock()
	for _, conn := range c.conns {
		_ = conn.Close()
	}
	c.mu.Unlock()
	c.ends.Wait()
}
