package access

import (
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

const (
	// burst is how often one may guess wrong at once, and pause how long it
	// takes until one may once more.
	burst = 5
	pause = 20 * time.Second
	// everybody is the same for all addresses together, so that many of them
	// help little.
	everybody = 20
	// mostGuests bounds how many addresses are remembered.
	mostGuests = 4096
)

// Attempts counts guesses, by address and altogether. It is safe for
// concurrent use.
type Attempts struct {
	now func() time.Time

	mu     sync.Mutex
	all    *rate.Limiter
	guests map[netip.Prefix]*rate.Limiter
}

// NewAttempts makes a count that goes by a clock.
func NewAttempts(now func() time.Time) *Attempts {
	return &Attempts{now: now, all: rate.NewLimiter(rate.Every(pause/4), everybody), guests: map[netip.Prefix]*rate.Limiter{}}
}

// Begin counts a guess from an address, or returns how long it is too early for
// one; that does not count.
func (a *Attempts) Begin(from netip.Addr) (wait time.Duration) {
	a.mu.Lock()
	defer a.mu.Unlock()
	now := a.now()
	for _, limit := range []*rate.Limiter{a.guest(from, now), a.all} {
		r := limit.ReserveN(now, 1)
		if wait = r.DelayFrom(now); wait > 0 {
			r.CancelAt(now)
			return wait
		}
	}
	return 0
}

// Right forgets the guesses of an address, since it has guessed right.
func (a *Attempts) Right(from netip.Addr) {
	a.mu.Lock()
	defer a.mu.Unlock()
	delete(a.guests, network(from))
}

func (a *Attempts) guest(from netip.Addr, now time.Time) *rate.Limiter {
	at := network(from)
	if known := a.guests[at]; known != nil {
		return known
	}
	if len(a.guests) >= mostGuests {
		a.forget(now)
	}
	made := rate.NewLimiter(rate.Every(pause), burst)
	a.guests[at] = made
	return made
}

// network is what counts as one guest: an address, of IPv6 its network, since
// one customer of a provider has 2^64 of them. What is no address at all is one
// guest too.
func network(from netip.Addr) netip.Prefix {
	bits := 64
	if from = from.Unmap(); from.Is4() {
		bits = 32
	}
	prefix, _ := from.Prefix(bits)
	return prefix
}

// forget drops those who may guess as often as at first, and where that does
// not help everybody: the count of all together still stands.
func (a *Attempts) forget(now time.Time) {
	for network, l := range a.guests {
		if l.TokensAt(now) >= burst {
			delete(a.guests, network)
		}
	}
	if len(a.guests) >= mostGuests {
		clear(a.guests)
	}
}
