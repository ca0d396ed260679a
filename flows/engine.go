package flows

import (
	"errors"
	"fmt"
	"slices"

	"repartee/flows/expr"
	"repartee/flows/shop"
	"repartee/flows/value"
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
	t.tracing = e.Trace
	t.meet()
	t.expire()
	return t
}

// outcome ends the turn.
func (t *Turn) outcome() Outcome {
	t.close()
	out := Outcome{State: t.state, Effects: t.effects, Events: t.events, Counts: t.counts, Orders: t.changedOrders(), Ledger: t.ledger, Taken: t.taken}
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

// call opens a frame for a flow on top of those that are open.
func (t *Turn) call(move Move) *Step {
	frames := &t.state.Session.Frames
	*frames = append(*frames, Frame{Flow: string(move.flow.ID), Back: move.back, Link: t.link, Fields: move.with, Publication: t.begunWith(move.flow)})
	t.link = ""
	t.step, t.before = nil, nil
	t.boundFrames()
	t.events = append(t.events, Event{Name: Started, Flow: string(move.flow.ID)})
	if len(move.flow.Steps) == 0 {
		return nil
	}
	return move.flow.Steps[0]
}

// closeOpen closes a flow that is open below, with all above it, since it is about to begin anew: it would lie over itself. The new run takes its place.
func (t *Turn) closeOpen(flow *Flow, move *Move) {
	for i, frame := range t.state.Session.Frames {
		if frame.Flow == string(flow.ID) {
			move.back = frame.Back
			t.state.Session.Frames = t.state.Session.Frames[:i]
			return
		}
	}
}

// noteJump keeps the run that jumped, so that the customer can go back to its questions.
func (t *Turn) noteJump(from Frame) {
	if last := lastPut(&from); last != "" {
		t.frame().Came = []Run{{Step: last, Frame: jumped(from, jumpsKept)}}
	}
}

// jumped is a run without what lies more than so many jumps before it.
func jumped(frame Frame, jumps int) Frame {
	if len(frame.Came) == 0 {
		return frame
	}
	if jumps <= 1 {
		frame.Came = nil
		return frame
	}
	frame.Came = []Run{{Step: frame.Came[0].Step, Frame: jumped(frame.Came[0].Frame, jumps-1)}}
	return frame
}

// takeOut takes a run of a flow out of those that lie open, if another was begun over it: it is about to begin anew, and what lies over it stays.
func (t *Turn) takeOut(flow *Flow) {
	frames := t.state.Session.Frames
	for i := range len(frames) - 1 {
		if frames[i].Flow == string(flow.ID) && frames[i+1].Back != BackNext {
			from := i
			if i > 0 && frames[i-1].Flow == frames[i+1].Flow && frames[i].Back != BackNext { // nor shall what was over it lie over itself
				from = i - 1
			}
			frames[i+1].Back = frames[from].Back
			t.state.Session.Frames = slices.Delete(frames, from, i+1)
			return
		}
	}
}

// endFlow closes the frame on top and says where the one below goes on.
func (t *Turn) endFlow() Move {
	ended := *t.frame()
	t.countGoal()
	t.events = append(t.events, Event{Name: Ended, Flow: ended.Flow})
	if len(t.state.Session.Frames) == 1 {
		t.dropFrame()
		return Wait()
	}
	switch ended.Back {
	case BackNext:
		return t.comeBack(ended)
	case BackTalk:
		t.dropFrame()
		t.SayPhrase("returning")
		return t.askAgain()
	default:
		t.dropFrame()
		return t.askAgain()
	}
}

// Returning is a body that called a flow and takes something from it. It is asked with the ended flow still on top.
type Returning interface {
	// Returned gives the values to keep, by the names of the calling flow.
	Returned(t *Turn) []Taken
}

// Taken is a value that is kept under a name of the calling flow.
type Taken struct {
	Name  string
	Value value.Value
}

// take keeps what a flow returned. What depended on another value is forgotten, if it was not returned too.
func (t *Turn) take(taken []Taken) {
	before := make([]value.Value, len(taken))
	for i, r := range taken {
		kept, _ := t.Kept(r.Name)
		before[i] = kept.Value
	}
	for i, r := range taken {
		if now := t.converted(r); before[i].Known() {
			t.forgetDependents(r.Name, before[i], now)
		}
	}
	for _, r := range taken {
		t.Assign(r.Name, r.Value)
	}
}

func (t *Turn) converted(r Taken) value.Value {
	return expr.Convert(r.Value, t.set.Type(t.flowID(), r.Name), t.set.Currency)
}

// roundMark stands in the trail where the talk went back by itself: what was answered before it belongs to an earlier round.
const roundMark = ""

// beginLoopsAnew lets the lists that are asked for between here and an earlier step be asked for again: the talk goes back there by itself.
func (t *Turn) beginLoopsAnew(to *Step) {
	from := t.step
	if from == nil || to == nil || from.flow != to.flow || to.order >= from.order || len(t.state.Session.Frames) == 0 {
		return
	}
	frame := t.frame()
	frame.Trail = append(slices.DeleteFunc(frame.Trail, func(n string) bool { return n == roundMark }), roundMark)
	for _, step := range to.flow.steps[to.order : from.order+1] {
		delete(frame.Passed, step.name)
		if _, loops := step.Body.(Looping); loops {
			delete(frame.Rounds, step.name)
		}
	}
}

func (t *Turn) comeBack(ended Frame) Move {
	below := t.state.Session.Frames[len(t.state.Session.Frames)-2]
	step := t.set.step(below.Flow, below.Step)
	var taken []Taken
	if step != nil {
		if body, ok := step.Body.(Returning); ok {
			taken = body.Returned(t)
		}
	}
	t.dropFrame()
	if step == nil {
		return t.lost()
	}
	t.noteCalled(step.name, ended)
	t.step = step
	t.take(taken)
	return Next()
}

// noteCalled keeps a run that has ended, so that the customer can go back to its questions.
func (t *Turn) noteCalled(step string, ended Frame) {
	frame := t.frame()
	frame.Called = slices.DeleteFunc(frame.Called, func(r Run) bool { return r.Step == step })
	if len(ended.Trail) == 0 {
		return
	}
	frame.Called = append(frame.Called, Run{Step: step, Frame: ended})
	if extra := len(frame.Called) - calledKept; extra > 0 {
		gone := frame.Called[extra-1].Step // nothing before it can be gone back to
		frame.Called = slices.Clone(frame.Called[extra:])
		frame.Trail = slices.Clone(frame.Trail[slices.Index(frame.Trail, gone)+1:])
	}
	frame.Trail = append(slices.DeleteFunc(frame.Trail, func(n string) bool { return n == step }), step)
}

// lost goes on where a flow was changed so that the place the talk rested at is gone: an apology, then the flow's resume_at or its beginning.
func (t *Turn) lost() Move {
	frame := t.frame()
	frame.Job, frame.Confirm, frame.Near, frame.Page = "", false, nil, ""
	t.events = append(t.events, Event{Name: Lost, Flow: frame.Flow, Step: frame.Step})
	t.SayPhrase("moved")
	frame.Step, frame.Serial, frame.Tries, frame.Trail = "", 0, 0, nil
	flow := t.set.flows[frame.Flow]
	if flow == nil || len(flow.Steps) == 0 {
		t.dropFrame()
		if len(t.state.Session.Frames) == 0 {
			return t.begin(t.set.start, BackNone)
		}
		return t.askAgain()
	}
	if flow.ResumeAt != nil {
		return GoTo(flow.resting[flow.ResumeAt.Name])
	}
	return GoTo(flow.Steps[0])
}

func (t *Turn) frame() *Frame {
	frames := t.state.Session.Frames
	return &frames[len(frames)-1]
}

// leave closes the flow on top before its end.
func (t *Turn) leave() {
	t.countGoal()
	t.events = append(t.events, Event{Name: Ended, Flow: t.frame().Flow})
	t.dropFrame()
}

func (t *Turn) dropFrame() {
	frames := t.state.Session.Frames
	t.state.Session.Frames = frames[:len(frames)-1]
}

const (
	maxInterruptions = 5
	maxFrames        = 24
)

// boundFrames closes the oldest open flows when too many lie one in another.
func (t *Turn) boundFrames() {
	frames := t.state.Session.Frames
	interruptions, cut := 0, 0
	for i := len(frames) - 1; i > 0; i-- {
		if frames[i].Back == BackTalk || frames[i].Back == BackAsk {
			interruptions++
		}
		if interruptions > maxInterruptions || len(frames)-i >= maxFrames {
			cut = i
			break
		}
	}
	if cut > 0 {
		frames = append([]Frame(nil), frames[cut:]...)
		frames[0].Back = BackNone
		t.state.Session.Frames = frames
	}
}
