package access_test

import (
	"fmt"
	"net"
	"net/netip"
	"strings"
	"testing"
	"time"

	"repartee/internal/access"
)

const token = "correct-horse-battery-staple"

func TestToken(t *testing.T) {
	key, err := access.ReadKey(token, "")
	if err != nil {
		t.Fatal(err)
	}
	for secret, want := range map[string]bool{token: true, token + " ": false, "": false, token[:24]: false} {
		if got, err := key.Fits(t.Context(), secret); got != want || err != nil {
			t.Errorf("%q fits: %v %v", secret, got, err)
		}
	}
	if shown := fmt.Sprintf("%v %+v %#v %s", key, key, key, key); strings.Contains(shown, "[") {
		t.Errorf("the key is shown: %s", shown)
	}
}

func TestPassword(t *testing.T) {
	const password = "zwölf Eulen"
	kept, err := access.HashPassword(password)
	if err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(kept, "$ '\"") || strings.Contains(kept, password) {
		t.Errorf("the hash is %s", kept)
	}
	if again, err := access.HashPassword(password); again == kept || err != nil {
		t.Errorf("two hashes are %s, %v", again, err)
	}
	key, err := access.ReadKey("", kept)
	if err != nil {
		t.Fatal(err)
	}
	for secret, want := range map[string]bool{password: true, "zwölf Eule": false, "": false, kept: false, strings.Repeat("a", 5000): false} {
		if got, err := key.Fits(t.Context(), secret); got != want || err != nil {
			t.Errorf("%.20q fits: %v %v", secret, got, err)
		}
	}
}

func TestWrongKeys(t *testing.T) {
	good, err := access.HashPassword("zwölf Eulen")
	if err != nil {
		t.Fatal(err)
	}
	part := strings.Split(good, ".")
	for _, c := range []struct{ token, hash, says string }{
		{"short", "", "at least 24"},
		{token, good, "keep one"},
		{"", "plain password", "repartee password"},
		{"", "md5." + part[1] + "." + part[2] + "." + part[3], "no password hash"},
		{"", part[0] + ".1000." + part[2] + "." + part[3], "no password hash"},
		{"", part[0] + ".99999999999." + part[2] + "." + part[3], "no password hash"},
		{"", part[0] + "." + part[1] + ".c2FsdA." + part[3], "no password hash"},
		{"", part[0] + "." + part[1] + "." + part[2] + ".AAAA", "no password hash"},
		{"", good + ".x", "no password hash"},
	} {
		key, err := access.ReadKey(c.token, c.hash)
		if key != nil || err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%q %q: %v", c.token, c.hash, err)
			continue
		}
		for _, secret := range []string{c.token, c.hash} {
			if secret != "" && strings.Contains(err.Error(), secret) {
				t.Errorf("the error shows the secret: %v", err)
			}
		}
	}
	for _, password := range []string{"", "123456789", strings.Repeat("a", 1025)} {
		if _, err := access.HashPassword(password); err == nil {
			t.Errorf("%.20q is taken for a password", password)
		}
	}
}

func TestAdmit(t *testing.T) {
	key, err := access.ReadKey(token, "")
	if err != nil {
		t.Fatal(err)
	}
	for address, here := range map[string]bool{
		"127.0.0.1:7777": true, "127.9.9.9:1": true, "[::1]:7777": true,
		"0.0.0.0:7777": false, "[::]:7777": false, "192.168.1.5:7777": false, "[fe80::1]:7777": false,
	} {
		at, err := net.ResolveTCPAddr("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		if err := access.Admit(at, nil); (err == nil) != here {
			t.Errorf("%s without a key: %v", address, err)
		}
		if err := access.Admit(at, key); err != nil {
			t.Errorf("%s with a key: %v", address, err)
		}
	}
	if err := access.Admit(&net.UnixAddr{Name: "/run/page"}, nil); err == nil {
		t.Error("who can reach a socket is not known, and it is served")
	}
}

// clock is what a test lets go by.
type clock struct{ at time.Time }

func newClock() *clock                { return &clock{time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)} }
func (c *clock) now() time.Time       { return c.at }
func (c *clock) pass(d time.Duration) { c.at = c.at.Add(d) }

func TestAttempts(t *testing.T) {
	c := newClock()
	a := access.NewAttempts(c.now)
	one, other := netip.MustParseAddr("203.0.113.7"), netip.MustParseAddr("203.0.113.8")
	for i := range 5 {
		if wait := a.Begin(one); wait != 0 {
			t.Errorf("guess %d waits %v", i+1, wait)
		}
	}
	if wait := a.Begin(one); wait != 20*time.Second {
		t.Errorf("the sixth guess waits %v", wait)
	}
	if a.Begin(netip.MustParseAddr("::ffff:203.0.113.7")) == 0 {
		t.Error("the same address, written otherwise, may guess on")
	}
	if wait := a.Begin(other); wait != 0 {
		t.Errorf("another address waits %v", wait)
	}
	c.pass(20 * time.Second)
	if a.Begin(one) != 0 || a.Begin(one) == 0 {
		t.Error("after the pause there is not just one guess")
	}
	a.Right(one)
	if wait := a.Begin(one); wait != 0 {
		t.Errorf("after a right guess the next waits %v", wait)
	}
}

func TestAttemptsOfManyAddresses(t *testing.T) {
	c := newClock()
	a := access.NewAttempts(c.now)
	let := 0
	for i := range 10_000 {
		if a.Begin(netip.AddrFrom4([4]byte{203, 0, byte(i >> 8), byte(i)})) == 0 {
			let++
		}
	}
	if let != 20 {
		t.Errorf("%d guesses of 10000 addresses at once", let)
	}
	c.pass(time.Hour)
	let = 0
	for i := range 100 {
		at := netip.MustParseAddr(fmt.Sprintf("2001:db8:1:2::%x", i))
		if a.Begin(at) == 0 {
			let++
		}
	}
	if let != 5 {
		t.Errorf("%d guesses of one network", let)
	}
	if a.Begin(netip.Addr{}) != 0 {
		t.Error("an address that is not known may not guess at all")
	}
}

func TestSessions(t *testing.T) {
	c := newClock()
	s := access.NewSessions(c.now)
	name, other := s.Begin(), s.Begin()
	if name == other || len(name) < 40 {
		t.Fatalf("the names are %q and %q", name, other)
	}
	inside, end, ok := s.Within(t.Context(), name)
	if !ok || inside.Err() != nil {
		t.Fatal("a session that was begun is not there")
	}
	defer end()
	if _, _, ok := s.Within(t.Context(), name+"x"); ok {
		t.Error("a session that was never begun is there")
	}
	s.End(name)
	<-inside.Done()
	if _, _, ok := s.Within(t.Context(), name); ok {
		t.Error("a session that has ended is there")
	}
	if !lives(t, s, other) {
		t.Error("the other one has ended too")
	}
}

func TestSessionsEndByThemselves(t *testing.T) {
	c := newClock()
	s := access.NewSessions(c.now)
	used, left := s.Begin(), s.Begin()
	for range 13 {
		c.pass(13 * time.Hour)
		if !lives(t, s, used) && c.at.Sub(newClock().at) < 7*24*time.Hour {
			t.Fatalf("a session that is used has ended after %v", c.at.Sub(newClock().at))
		}
	}
	if lives(t, s, left) || lives(t, s, used) {
		t.Error("a session lasts for ever")
	}
}

func TestSessionsAreBounded(t *testing.T) {
	c := newClock()
	s := access.NewSessions(c.now)
	first := s.Begin()
	for range 300 {
		c.pass(time.Second)
		s.Begin()
	}
	if lives(t, s, first) {
		t.Error("the oldest of 301 sessions is there")
	}
	if last := s.Begin(); !lives(t, s, last) {
		t.Error("the newest is not")
	}
}

func lives(t *testing.T, s *access.Sessions, name string) bool {
	t.Helper()
	_, end, ok := s.Within(t.Context(), name)
	if ok {
		end()
	}
	return ok
}
