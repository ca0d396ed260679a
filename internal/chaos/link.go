package chaos

import (
	"bytes"
	"context"
	"io"
	"math/rand/v2"
	"net"
	"sync"
	"sync/atomic"
	"time"
)

// disturbance is what a link does to what goes over it.
type disturbance int32

const (
	clear      disturbance = iota
	cutReplies             // some replies are lost with their connection, after what was asked is done
	slow                   // replies come late
	deaf                   // connections are taken, and nothing is ever said on them
)

const (
	slowest = 300 * time.Millisecond
	cutOdds = 5 // one in so many replies is cut
)

// link is a way to a Redis that can be disturbed. The replication of a cluster goes over it too, and is left in peace: what it loses is lost by Redis alone.
type link struct {
	to       string
	listener net.Listener
	skew     *skew
	now      atomic.Int32 // the disturbance

	mu      sync.Mutex
	open    map[net.Conn]bool // true: of a client, which may be disturbed
	closed  bool
	running sync.WaitGroup
}

func newLink(ctx context.Context, to string, skew *skew) (*link, error) {
	listener, err := listen(ctx)
	if err != nil {
		return nil, err
	}
	l := &link{to: to, listener: listener, skew: skew, open: map[net.Conn]bool{}}
	l.running.Go(l.accept)
	return l, nil
}

func (l *link) port() int { return portOf(l.listener) }

func (l *link) disturb(d disturbance) { l.now.Store(int32(d)) }

func (l *link) is(d disturbance) bool { return disturbance(l.now.Load()) == d }

// reset breaks all connections of clients.
func (l *link) reset() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for conn, disturbed := range l.open {
		if disturbed {
			breakOff(conn)
		}
	}
}

// breakOff lets the other side see a reset in place of an end.
func breakOff(conn net.Conn) {
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0) // the connection is about to go
	}
	_ = conn.Close()
}

func (l *link) close() {
	_ = l.listener.Close()
	l.mu.Lock()
	l.closed = true
	for conn := range l.open {
		_ = conn.Close()
	}
	l.mu.Unlock()
	l.running.Wait()
}

func (l *link) accept() {
	for {
		conn, err := l.listener.Accept()
		if err != nil {
			return
		}
		if !l.keep(conn, true) {
			_ = conn.Close()
			return
		}
		l.running.Go(func() { l.carry(conn) })
	}
}

// keep remembers a connection until forget; false where the link is closed.
func (l *link) keep(conn net.Conn, disturbed bool) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.closed {
		l.open[conn] = disturbed
	}
	return !l.closed
}

func (l *link) forget(conn net.Conn) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.open, conn)
	_ = conn.Close()
}

// carry carries what one client says and hears.
func (l *link) carry(client net.Conn) {
	defer l.forget(client)
	first := make([]byte, 64<<10)
	n, err := client.Read(first)
	if err != nil {
		return
	}
	// A replica begins with a ping; a client tells the protocol it speaks, or whatever it wants.
	peer := bytes.HasPrefix(first[:n], []byte("*1\r\n$4\r\nPING\r\n"))
	server, err := l.dial()
	if err != nil {
		breakOff(client)
		return
	}
	if !l.keep(client, !peer) || !l.keep(server, false) {
		_ = server.Close()
		return
	}
	defer l.forget(server)
	l.running.Go(func() {
		defer breakOff(client)
		l.back(client, server, peer)
	})
	l.forth(client, server, first[:n], peer)
}

func (l *link) dial() (net.Conn, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return new(net.Dialer).DialContext(ctx, "tcp", l.to)
}

// forth carries what is asked.
func (l *link) forth(client, server net.Conn, first []byte, peer bool) {
	buffer := make([]byte, 64<<10)
	for chunk := first; ; {
		if !peer && l.is(deaf) {
			_, _ = io.Copy(io.Discard, client) // until he gives up
			return
		}
		if _, err := server.Write(chunk); err != nil {
			return
		}
		n, err := client.Read(buffer)
		if err != nil {
			return
		}
		chunk = buffer[:n]
	}
}

// back carries what is answered.
func (l *link) back(client, server net.Conn, peer bool) {
	if peer {
		_, _ = io.Copy(client, server) // ends with one of them
		return
	}
	buffer := make([]byte, 64<<10)
	for {
		n, err := server.Read(buffer)
		if err != nil {
			return
		}
		switch disturbance(l.now.Load()) {
		case cutReplies:
			if rand.IntN(cutOdds) == 0 {
				return
			}
		case slow:
			time.Sleep(rand.N(slowest))
		case deaf:
			_, _ = io.Copy(io.Discard, server)
			return
		}
		if _, err := client.Write(l.skew.apply(buffer[:n])); err != nil {
			return
		}
	}
}
