package flows

import (
	"slices"
	"time"

	"repartee/flows/value"
)

// Resting is a body at which the talk rests without asking: until a time, an event, or the result of a job.
type Resting interface {
	Body
	// Resume is told how it ended, and says where the talk goes on.
	Resume(t *Turn, r Ending) Move
}

// Ending is how a rest ended.
type Ending struct {
	Values map[string]value.Value // what a call gave, by the names of its `gives`
	Failed bool                   // the call failed, or gave nothing in time
	Event  string                 // the event that came
	Late   bool                   // the event did not come in time
	Stock  *StockResult           // what came of work on the stock
	URL    string                 // the link to an invoice
}

// WaitFor lets the flow step aside until a time or an event, with those that called it; the customer is free to talk of other things. Without an event the zero
// time ends the wait at once.
func (t *Turn) WaitFor(at time.Time, event string) Move {
	step := t.step
	if _, over := t.frame().Passed[step.name]; over {
		return Next() // it has waited here already, before an earlier answer was changed
	}
	if event == "" && !at.After(t.in.At) {
		return step.Body.(Resting).Resume(t, Ending{})
	}
	t.event(Waits, step, event)
	t.countGoal()
	frame := t.frame()
	frame.Step, frame.Serial, frame.Event = step.name, 0, ""
	frames := t.state.Session.Frames
	from := len(frames) - 1
	for from > 0 && frames[from].Back == BackNext {
		from--
	}
	back := frames[from].Back
	aside := Aside{Frames: cloneFrames(frames[from:]), Event: event}
	if !at.IsZero() {
		aside.At = at.Unix()
	}
	aside.Frames[0].Back = BackNone
	t.setAside(aside)
	t.state.Session.Frames = frames[:from]
	if from == 0 {
		return Wait()
	}
	if back == BackTalk {
		t.SayPhrase("returning")
	}
	return t.askAgain()
}

const asideKept = 16

// setAside lets a flow wait. It waits once at a step: who goes through it again waits anew.
func (t *Turn) setAside(aside Aside) {
	same := func(a, b Frame) bool { return a.Flow == b.Flow && a.Step == b.Step }
	session := &t.state.Session
	session.Aside = slices.DeleteFunc(session.Aside, func(a Aside) bool { return slices.EqualFunc(a.Frames, aside.Frames, same) })
	session.Aside = append(session.Aside, aside)
	if extra := len(session.Aside) - asideKept; extra > 0 {
		for _, lost := range session.Aside[:extra] {
			top := lost.Frames[len(lost.Frames)-1]
			t.events = append(t.events, Event{Name: Lost, Flow: top.Flow, Step: top.Step})
		}
		session.Aside = slices.Clone(session.Aside[extra:])
	}
}

// lively is how long after the customer's last word the bot does not break into a talk by itself.
const lively = 10 * time.Minute

// undisturbed is the next moment at which the bot may speak first: not in quiet hours, and not into a lively talk.
func (t *Turn) undisturbed() time.Time {
	at := t.in.At
	if q, _ := t.question(); q != nil {
		last := max(t.state.Contact.Heard, t.state.Session.Spoke)
		if calm := unix(last).Add(lively); calm.After(at) {
			at = calm
		}
	}
	return t.set.quiet.Next(at, t.locale.Zone)
}

// blockedTime is after how long a flow looks again whether the customer can be reached.
const blockedTime = 24 * time.Hour

// endWaits goes on with the first flow whose wait is over.
func (t *Turn) endWaits() (Move, bool) {
	for i := range t.state.Session.Aside {
		aside := &t.state.Session.Aside[i]
		if aside.At == 0 || aside.At > t.in.At.Unix() {
			continue
		}
		if t.state.Contact.Blocked != 0 {
			aside.At = t.in.At.Add(blockedTime).Unix()
			continue
		}
		if now := t.undisturbed(); now.After(t.in.At) {
			aside.At = now.Unix()
			continue
		}
		return t.comeForward(i), true
	}
	return Move{}, false
}

// comeForward puts a flow that has waited on top again, as an interruption of what is open.
func (t *Turn) comeForward(i int) Move {
	session := &t.state.Session
	aside := session.Aside[i]
	session.Aside = append(session.Aside[:i:i], session.Aside[i+1:]...)
	session.Spoke = t.in.At.Unix()
	if len(session.Frames) > 0 {
		aside.Frames[0].Back = BackTalk
		t.events = append(t.events, Event{Name: Interrupted, Flow: t.frame().Flow, Step: t.frame().Step, Detail: aside.Frames[0].Flow})
	}
	session.Frames = append(session.Frames, aside.Frames...)
	t.boundFrames()
	frame := t.frame()
	flow := t.set.flows[frame.Flow]
	if flow != nil && frame.Step == "" { // an event begins it
		t.dropFrame()
		return Move{kind: moveCall, flow: flow, back: aside.Frames[0].Back}
	}
	step := t.set.step(frame.Flow, frame.Step)
	if !waitsAt(step) {
		return t.lostAside(flow)
	}
	if t.set.restarts(frame.Flow) {
		frame.Publication = t.publication // nobody knows that it was begun: it goes on behind its wait
	}
	body := step.Body.(Resting)
	t.step = step
	t.event(Resumed, step, frame.Event)
	move := body.Resume(t, Ending{Event: frame.Event, Late: aside.Event != "" && frame.Event == ""})
	if move.kind != moveWait { // it does not wait on, for an opening
		t.pass("")
	}
	return move
}

// lostAside ends a flow whose wait is gone from it: nobody waits for a word from it. It goes on only where it says so.
func (t *Turn) lostAside(flow *Flow) Move {
	frame := t.frame()
	lost := Event{Name: Lost, Flow: frame.Flow, Step: frame.Step, Detail: string(Dropped)}
	if flow != nil && flow.ResumeAt != nil {
		lost.Detail = string(Resumes)
		t.events = append(t.events, lost)
		return GoTo(flow.resting[flow.ResumeAt.Name])
	}
	t.events = append(t.events, lost)
	for back := BackNext; back == BackNext && len(t.state.Session.Frames) > 0; {
		back = t.frame().Back
		t.dropFrame()
	}
	return Wait()
}

// happened takes an event from outside: flows that wait for it go on, and flows that it starts begin, as soon as that disturbs nobody.
func (t *Turn) happened() Move {
	if t.state.Contact.Since == 0 {
		return Wait() // who was forgotten, or never wrote, is left alone
	}
	t.befell(t.in.Event)
	if move, ok := t.endWaits(); ok {
		return move
	}
	return Wait()
}

// befell makes due what waits for an event, and what it starts: it goes on at the next moment that disturbs nobody.
func (t *Turn) befell(event string) {
	session := &t.state.Session
	now := t.undisturbed().Unix()
	for i := range session.Aside {
		aside := &session.Aside[i]
		if aside.Event == event && len(aside.Frames) > 0 {
			aside.Frames[len(aside.Frames)-1].Event = event
			aside.At = now
		}
	}
	for _, flow := range t.set.started[event] {
		if !slices.ContainsFunc(session.Frames, func(f Frame) bool { return f.Flow == string(flow.ID) }) {
			t.setAside(Aside{Frames: []Frame{{Flow: string(flow.ID), Event: event}}, At: now})
		}
	}
}
