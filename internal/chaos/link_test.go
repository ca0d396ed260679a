package chaos

import (
	"context"
	"errors"
	"io"
	"net"
	"os"
	"testing"
	"time"
)

// echo is a server that answers what it hears, and counts what it was asked.
func echo(t *testing.T) (address string, asked chan string) {
	t.Helper()
	l, err := listen(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	asked = make(chan string, 10)
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				buffer := make([]byte, 100)
				for {
					n, err := conn.Read(buffer)
					if err != nil {
						_ = conn.Close()
						return
					}
					asked <- string(buffer[:n])
					_, _ = conn.Write(buffer[:n])
				}
			}()
		}
	}()
	return l.Addr().String(), asked
}

// linked is a connection over a new link to an echo.
func linked(t *testing.T, d disturbance) (*link, net.Conn, chan string) {
	t.Helper()
	address, asked := echo(t)
	l, err := newLink(t.Context(), address, &skew{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(l.close)
	l.disturb(d)
	conn, err := new(net.Dialer).DialContext(t.Context(), "tcp", addressOf(l.port()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return l, conn, asked
}

// ask says something and gives what is answered.
func ask(t *testing.T, conn net.Conn, what string, within time.Duration) (string, error) {
	t.Helper()
	if _, err := conn.Write([]byte(what)); err != nil {
		return "", err
	}
	if err := conn.SetReadDeadline(time.Now().Add(within)); err != nil {
		t.Fatal(err)
	}
	buffer := make([]byte, len(what))
	_, err := io.ReadFull(conn, buffer)
	return string(buffer), err
}

const patient = 20 * time.Second

func TestLinkClear(t *testing.T) {
	_, conn, _ := linked(t, clear)
	if got, err := ask(t, conn, "hello", patient); got != "hello" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}

func TestLinkSlow(t *testing.T) {
	_, conn, _ := linked(t, slow)
	if got, err := ask(t, conn, "hello", patient); got != "hello" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}

func TestLinkReset(t *testing.T) {
	l, conn, _ := linked(t, clear)
	if _, err := ask(t, conn, "hello", patient); err != nil {
		t.Fatal(err)
	}
	l.reset()
	if got, err := ask(t, conn, "again", patient); err == nil {
		t.Errorf("%q came over a connection that was reset", got)
	}
}

// TestLinkCut: what was asked is done, and the answer is lost with its connection.
func TestLinkCut(t *testing.T) {
	_, conn, asked := linked(t, cutReplies)
	for n := 0; ; n++ {
		_, err := ask(t, conn, "x", patient)
		if <-asked != "x" {
			t.Fatal("something else was asked")
		}
		if err != nil {
			return
		}
		if n > 1000 {
			t.Fatal("no reply is ever cut")
		}
	}
}

// TestLinkDeaf: nothing comes, and nothing is asked; a cluster's own talk is left in peace.
func TestLinkDeaf(t *testing.T) {
	l, conn, asked := linked(t, deaf)
	if _, err := ask(t, conn, "hello", 50*time.Millisecond); !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("a deaf link ends with %v", err)
	}
	peer, err := new(net.Dialer).DialContext(context.Background(), "tcp", addressOf(l.port()))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = peer.Close() }()
	const ping = "*1\r\n$4\r\nPING\r\n"
	if got, err := ask(t, peer, ping, patient); got != ping || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	if got := <-asked; got != ping {
		t.Errorf("the server was asked %q", got)
	}
}
