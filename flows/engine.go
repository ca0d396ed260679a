package flows

import (
	"errors"
	"fmt"

	"repartee/flows/shop"
)

// Engine runs turns on one set. It keeps nothing between them and may be used by many goroutines.
type Engine struct {
	set *Set
	EngineOptions
}

// EngineOptions are what an engine needs to know of the runtime. The zero value works.
type EngineOptions struct {
	Publication int    // number of the files that the set was made of
	Username    string // of the bot, for links to it
	Model       bool   // there is a model to be asked
	Trace       bool   // Outcome.Taken is wanted
	Explain     bool   // Outcome.Decisions are wanted
	Record      bool   // the first event of each turn tells what was heard, see Heard
}

// NewEngine makes an engine for a compiled set.
func NewEngine(set *Set, options ...EngineOptions) *Engine {
	e := &Engine{set: set}
	for _, o := range options {
		e.EngineOptions = o
	}
	return e
}

// Set is the set that the engine runs.
func (e *Engine) Set() *Set { return e.set }

// Outcome is what a turn came to.
type Outcome struct {
	State   State
	Forget  bool // nothing of the contact may be kept: State is empty
	Effects []Effect
	Events  []Event
	Counts  []Count
	Orders  []shop.Order // that were made or changed
	Ledger  []shop.Entry // payments and refunds to be booked
	Taken   []Ref        // what was gone through, of Set.Ways; only where the engine traces

	Decisions []Decision // the conditions that were gone by, in order; only where the engine explains
}

// Count is one more of something that is counted over all customers.
type Count struct{ Table, Key string }

// The tables of counts.
const (
	CountTogether   = "together"   // Key: two items "catalog.item" that one customer chose, the lesser first, a blank between
	CountUnanswered = "unanswered" // Key: the language, a blank, and what was asked in vain, without numbers and addresses
)

// ErrTooManySteps says that a turn did not come to a wait within 100 steps. The state is as it was before.
var ErrTooManySteps = errors.New("more than 100 steps without waiting for the customer")

const maxSteps = 100

// Turn takes one input: what it means where the talk stands, and every step from there up to the next wait. It is pure and deterministic; the state it is given
// is not changed. The only error is ErrTooManySteps.
//
// An input that tells of money is booked all the same: then only the flow does not go on, see Settle.
func (e *Engine) Turn(state State, in Input, facts Facts) (Outcome, error) {
	t := e.begin(state, in, facts)
	if err := t.follow(t.hear()); err != nil {
		if in.Books() {
			return e.Settle(state, in, facts), nil
		}
		return Outcome{}, err
	}
	return t.outcome(), nil
}

// Settle takes an input that tells of money without letting the flow go on: for where a turn with it fails. The customer hears of it, and comes back to the flow
// by his next word.
func (e *Engine) Settle(state State, in Input, facts Facts) Outcome {
	t := e.begin(state, in, facts)
	t.still = true
	t.hear()
	return t.outcome()
}

func (e *Engine) begin(state State, in Input, facts Facts) *Turn {
	t := newTurn(e.set, state.clone(), in)
	t.facts, t.publication, t.username, t.model = facts, e.Publication, e.Username, e.Model
	t.tracing, t.explaining = e.Trace, e.Explain
	if e.Record {
		t.noted = t.newHeard(state)
	}
	t.moveOver()
	t.meet()
	t.expire()
	return t
}

// outcome ends the turn.
func (t *Turn) outcome() Outcome {
	t.close()
	t.tellHeard()
	out := Outcome{State: t.state, Effects: t.effects, Events: t.events, Counts: t.counts, Orders: t.changedOrders(), Ledger: t.ledger, Taken: t.taken, Decisions: t.decisions}
	if t.forget {
		out.State, out.Forget, out.Counts = State{Format: stateFormat}, true, nil
	}
	return out
}

// Apology is the outcome of an input that no turn could handle: the state as it was, and a word to the customer.
func (e *Engine) Apology(state State, in Input) Outcome {
	t := newTurn(e.set, state.clone(), in)
	if in.What == Press {
		t.effects = append(t.effects, AnswerPress{Press: in.Press})
	}
	t.SayPhrase("sorry")
	return Outcome{State: t.state, Effects: t.effects}
}

// follow goes the way of a move until the talk rests.
func (t *Turn) follow(move Move) error {
	for taken := 0; move.kind != moveWait; taken++ {
		if taken > maxSteps {
			return fmt.Errorf("flow %s: %w", t.frame().Flow, ErrTooManySteps)
		}
		step := t.arrive(move)
		if step == nil {
			if len(t.state.Session.Frames) == 0 {
				return nil
			}
			move = t.endFlow()
			continue
		}
		t.before, t.step = t.step, step
		if step.When != nil && !t.Holds(step.When) {
			t.Took(step.When.Ref)
			move = Next()
			continue
		}
		t.event(Stepped, step, "")
		t.Took(step.Ref)
		move = step.Body.Run(t)
	}
	return nil
}

// arrive opens and leaves frames as the move says and gives the step to take; nil where the open flow is at its end.
func (t *Turn) arrive(move Move) *Step {
	switch move.kind {
	case moveStep:
		t.beginLoopsAnew(move.step)
		return move.step
	case moveNext:
		if t.step == nil {
			return nil
		}
		return t.step.next
	case moveCall:
		switch {
		case move.flow == t.set.start:
		case move.back == BackTalk || move.back == BackNone:
			t.closeOpen(move.flow, &move)
		case move.back == BackAsk:
			t.takeOut(move.flow)
		}
		return t.call(move)
	case moveJump:
		from := *t.frame()
		move.back = from.Back
		t.leave()
		t.closeOpen(move.flow, &move)
		step := t.call(move)
		t.noteJump(from)
		return step
	}
	return nil
}
