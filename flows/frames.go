package flows

import (
	"slices"
)

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
	if move, ok := t.renewed(); ok {
		return move
	}
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

// lost goes on where a flow was changed so that the place the talk rested at is gone: an apology, then the flow's resume_at or its beginning. Questions that were
// answered before are not put again, as long as their answers still fit.
func (t *Turn) lost() Move {
	frame := t.frame()
	fate := t.set.goneFrom(frame.Flow)
	t.events = append(t.events, Event{Name: Lost, Flow: frame.Flow, Step: frame.Step, Detail: string(fate)})
	t.SayPhrase("moved")
	if fate == FlowGone {
		t.dropFrame()
		if len(t.state.Session.Frames) == 0 {
			return t.begin(t.set.start, BackNone)
		}
		return t.askAgain()
	}
	frame.Job, frame.Confirm, frame.Near, frame.Page = "", false, nil, ""
	frame.Later = append(slices.DeleteFunc(frame.Trail, func(n string) bool { return n == roundMark }), frame.Later...)
	frame.Step, frame.Serial, frame.Tries, frame.Trail = "", 0, 0, nil
	flow := t.set.flows[frame.Flow]
	if fate == Resumes {
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
