package flows

import (
	"slices"
)

// back opens the last question again, with its old answer on offer.
func (t *Turn) back() Move {
	q, lost := t.question()
	switch {
	case lost:
		return t.lost()
	case q == nil:
		t.SayPhrase("nothing_back")
		return Wait()
	}
	if paying := t.frame().Paying; paying != nil {
		if o := t.Order(paying.Order); o != nil && t.BeingSold(o) { // it goes on by itself in a moment
			t.SayPhrase("one_moment")
			return Wait()
		}
	}
	if body, ok := q.asking.(Staged); ok {
		t.step = q.step
		if body.Back(t) {
			t.event(WentBack, q.step, "")
			return t.Ask(body)
		}
	}
	if !t.canGoBack() {
		t.SayPhrase("nothing_back")
		return t.askAgain()
	}
	for lastPut(t.frame()) == "" {
		frame := t.frame()
		if len(frame.Came) > 0 {
			back, came := frame.Back, cloneFrames([]Frame{frame.Came[0].Frame})[0]
			*frame = came
			frame.Back = back
			continue
		}
		if len(t.state.Session.Frames) == 1 || frame.Back == BackNone {
			t.SayPhrase("nothing_back")
			return t.askAgain()
		}
		t.dropFrame()
		if frame.Back != BackNext {
			return t.askAgain()
		}
	}
	if !t.rewind(lastPut(t.frame())) {
		t.SayPhrase("nothing_back")
		return t.askAgain()
	}
	t.frame().Reopened = true
	q, _ = t.question()
	t.event(WentBack, q.step, "")
	if nothingToSay(q.offer) {
		return GoTo(q.step)
	}
	t.pose(q)
	return Wait()
}

// lastPut is the last question of a run that was put to the customer; "" where none was.
func lastPut(frame *Frame) string {
	for _, name := range slices.Backward(frame.Trail) {
		if name != roundMark && !slices.Contains(frame.Silent, name) {
			return name
		}
	}
	return ""
}

// tickAgain ticks what was answered to a many_of question that is open again.
func (t *Turn) tickAgain() {
	q, _ := t.question()
	if q == nil || !q.offer.Many {
		return
	}
	old, _ := t.Kept(q.offer.Field)
	for _, item := range old.Value.AsList() {
		t.frame().Picked = append(t.frame().Picked, item.AsText())
	}
}

// canGoBack tells whether there is a question before the open one, in this run or in those that it lies in.
func (t *Turn) canGoBack() bool {
	for _, frame := range slices.Backward(t.state.Session.Frames) {
		if lastPut(&frame) != "" {
			return true
		}
		if frame.finished() {
			return false
		}
		if len(frame.Came) > 0 {
			return true
		}
		if frame.Back != BackNext {
			return frame.Back != BackNone
		}
	}
	return false
}

// rewind opens an answered question of this run again, without asking it.
func (t *Turn) rewind(name string) bool {
	frame := t.frame()
	at := slices.Index(frame.Trail, name)
	step := t.set.step(frame.Flow, name)
	if at < 0 || step == nil {
		return false
	}
	if _, ok := step.Body.(Asking); !ok {
		return t.rewindInto(step, at)
	}
	if frame.Reopened {
		frame.Later = append([]string{frame.Step}, frame.Later...)
	}
	frame.Later = append(slices.Clone(frame.Trail[at+1:]), frame.Later...)
	frame.Trail = frame.Trail[:at]
	frame.Silent = slices.DeleteFunc(frame.Silent, func(n string) bool { return n == name })
	for i := range t.state.Session.Asked { // its buttons are no second taps any more
		if asked := &t.state.Session.Asked[i]; asked.Flow == frame.Flow && asked.Step == name {
			asked.Chosen = ""
		}
	}
	t.openQuestion(step)
	t.rewound = true
	t.tickAgain()
	return true
}

// rewindInto opens the last question of a flow that a step called and that has ended.
func (t *Turn) rewindInto(step *Step, at int) bool {
	frame := t.frame()
	i := slices.IndexFunc(frame.Called, func(r Run) bool { return r.Step == step.name })
	if i < 0 {
		return false
	}
	called := cloneFrames([]Frame{frame.Called[i].Frame})[0]
	frame.Called = slices.Delete(frame.Called, i, i+1)
	frame.Later = append(slices.Clone(frame.Trail[at+1:]), frame.Later...)
	frame.Trail, frame.Step, frame.Serial = frame.Trail[:at], step.name, 0
	t.state.Session.Frames = append(t.state.Session.Frames, called)
	last := lastPut(t.frame())
	if last == "" {
		last = t.frame().Trail[len(t.frame().Trail)-1]
	}
	return t.rewind(last)
}
