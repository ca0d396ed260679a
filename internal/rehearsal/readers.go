package rehearsal

import (
	"slices"
	"sync"

	"repartee/internal/console"
)

// backlog is how many events a reader may be behind.
const backlog = 1024

// reader hears of what happens on the phones, whichever world is shown.
type reader struct{ out chan console.Event }

// Subscribe implements [console.Phones].
func (r *Rehearsal) Subscribe() (<-chan console.Event, func()) {
	one := &reader{out: make(chan console.Event, backlog)}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.readers[one] = struct{}{}
	return one.out, func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.drop(one)
	}
}

// drop lets go of a reader. The caller holds mu.
func (r *Rehearsal) drop(one *reader) {
	if _, there := r.readers[one]; there {
		delete(r.readers, one)
		close(one.out)
	}
}

// tell tells all readers, and waits for none: one that is far behind has to begin anew.
func (r *Rehearsal) tell(e console.Event) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for one := range r.readers {
		select {
		case one.out <- e:
		default:
			r.drop(one)
		}
	}
}

// tellTurns tells whose talk has gone on.
func (r *Rehearsal) tellTurns(w *world, before map[int64]int) {
	now := w.record.count()
	for _, p := range w.phones.All() {
		if id := p.Customer().ID; now[id] > before[id] {
			r.tell(console.Event{Kind: console.Turned, Customer: id})
		}
	}
}

// pump passes on what happens in a world, until the func that it returns is called.
func (r *Rehearsal) pump(w *world) (end func()) {
	events, cancel := w.phones.Subscribe()
	var passing sync.WaitGroup
	passing.Go(func() {
		for e := range events {
			r.tell(e)
		}
	})
	return sync.OnceFunc(func() {
		cancel()
		passing.Wait()
	})
}

// customersOf are the ids of those with turns, in the order in which they came.
func (w *world) customersOf() []int64 {
	chats := w.record.customers()
	slices.Sort(chats)
	return chats
}
