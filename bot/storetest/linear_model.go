package storetest

import (
	"errors"
	"math"
	"sync"
	"time"

	"github.com/anishathalye/porcupine"

	"repartee/bot"
)

// checkWithin bounds the search for an order, which may take for ever where there is none.
const checkWithin = 30 * time.Second

// asked is what a client wanted: to load, or to commit.
type asked struct {
	load          bool
	version, next string
	state         string
	update        int64
	entries       int64
}

// answered is what it was told.
type answered struct {
	unknown        bool // no answer came, or this try was answered by another
	status         bot.Status
	version, state string
	first          int64 // number of the first entry
}

// register is a contact as its commits and loads show it: a register that is compared and swapped, and remembers updates.
type register struct {
	version, state string
	last           int64  // number of the last entry
	seen           uint64 // updates, one bit each
}

// step does one thing and tells whether the answer is right.
func (r register) step(in asked, out answered) (bool, register) {
	bit := uint64(1) << in.update
	switch {
	case in.load:
		return out.version == r.version && out.state == r.state, r
	case r.version == in.next:
		return out.unknown || out.status == bot.Duplicate && out.version == in.next, r
	case in.update != 0 && r.seen&bit != 0:
		return out.unknown || out.status == bot.Duplicate && out.version == r.version, r
	case r.version != in.version:
		return out.unknown || out.status == bot.Conflict && out.version == r.version && out.state == r.state, r
	}
	next, first := register{version: in.next, state: in.state, last: r.last, seen: r.seen}, int64(0)
	if in.update != 0 {
		next.seen |= bit
	}
	if in.entries > 0 {
		first = max(r.last, start) + 1
		next.last = first + in.entries - 1
	}
	// The store's client may have sent it twice: then the second was answered.
	ours := out.status == bot.OK && out.first == first || out.status == bot.Duplicate && out.version == in.next
	return out.unknown || ours, next
}

// history is what all clients did. Its time is a count: what had ended before something else began has lower numbers.
type history struct {
	repeats bool

	mu   sync.Mutex
	time int64
	done []porcupine.Operation
}

func (h *history) call() int64 {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.time++
	return h.time
}

func (h *history) returned(client int, called int64, in asked, out answered) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.time++
	h.done = append(h.done, porcupine.Operation{ClientId: client, Input: in, Call: called, Output: out, Return: h.time})
	if refused := out.status == bot.Conflict || out.status == bot.Duplicate && out.version != in.next; h.repeats && refused {
		// An earlier sending may have been carried out, and what came after it have refused this one.
		h.done = append(h.done, porcupine.Operation{ClientId: client, Input: in, Call: called, Output: answered{unknown: true}, Return: h.time})
	}
}

// lost notes what may still be carried out at any time.
func (h *history) lost(client int, called int64, in asked) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.done = append(h.done, porcupine.Operation{ClientId: client, Input: in, Call: called, Output: answered{unknown: true}, Return: math.MaxInt64})
}

// check looks for an order that explains all answers.
func (h *history) check() error {
	model := porcupine.Model{
		Init: func() any { return register{} },
		Step: func(state, in, out any) (bool, any) { return state.(register).step(in.(asked), out.(answered)) },
	}
	switch porcupine.CheckOperationsTimeout(model, h.done, checkWithin) {
	case porcupine.Ok:
		return nil
	case porcupine.Unknown:
		return errors.New("whether an order explains the answers could not be found out in time")
	}
	return errors.New("no order of the operations explains what they were answered")
}
