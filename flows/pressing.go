package flows

import (
	"slices"
	"strings"
)

// pressed takes a press on a button. It is answered first, whatever it means.
func (t *Turn) pressed() Move {
	t.effects = append(t.effects, AnswerPress{Press: t.in.Press})
	q, lost := t.question()
	if lost {
		return t.lost()
	}
	serial, hash, ok := readButtonData(t.in.Data)
	if !ok {
		return t.stale(q)
	}
	if serial == 0 {
		return t.pressedAnywhere(q, hash)
	}
	if q != nil && serial == t.frame().Serial {
		if choice, ok := t.offered(q, hash); ok {
			return t.choose(q, choice, serial, Answer{How: Pressed})
		}
	}
	return t.pressedEarlier(q, serial, hash)
}

// pressedAnywhere takes a button that means the same at any time: a command or a flow.
func (t *Turn) pressedAnywhere(q *open, hash uint32) Move {
	if name, ok := t.set.buttonCommands[hash]; ok {
		return t.command(name, "")
	}
	if entry, ok := t.set.answered[hash]; ok {
		return t.answerFAQ(entry)
	}
	flow, ok := t.set.buttonFlows[hash]
	switch {
	case !ok:
		return t.stale(q)
	case q == nil:
		return t.begin(flow, BackNone)
	}
	return t.interrupt(flow)
}

// offered finds the choice of a question that a pressed button stands for.
func (t *Turn) offered(q *open, hash uint32) (Choice, bool) {
	candidates := t.candidates(q)
	for i := range candidates {
		if choice := &candidates[i]; hashID(choice.ID) == hash || choice.Was != "" && hashID(choice.Was) == hash {
			return *choice, true
		}
	}
	t.buttons(q, t.frame().Serial) // lays out the buttons that turn pages
	if page, ok := t.pages[hash]; ok {
		return Choice{ID: page}, true
	}
	return Choice{}, false
}

// pressedEarlier takes a button of an earlier question: a second tap is nothing, another answer is going back to that question, the rest is stale.
func (t *Turn) pressedEarlier(q *open, serial int, hash uint32) Move {
	asked := t.asked(serial)
	switch {
	case asked == nil:
		return t.stale(q)
	case asked.Chosen == t.in.Data:
		return Wait()
	case q == nil:
		return t.stale(q)
	}
	frames := t.state.Session.Frames
	earlier, choice, ok := t.goneBackTo(asked, hash)
	if ownChoice(choice.ID) {
		t.state.Session.Frames = frames
		return Wait() // leafing in an old message moves nothing
	}
	if _, staged := bodyOf(earlier).(Staged); ok && staged && asked.Step == t.frame().Step && !strings.HasPrefix(choice.ID, ChangePrefix) {
		t.state.Session.Frames = frames // what it was about, the step no longer knows
		return t.stale(q)
	}
	if !ok || asked.Step != t.frame().Step && !t.rewind(asked.Step) {
		t.state.Session.Frames = frames
		return t.stale(q)
	}
	t.step = earlier.step
	t.event(WentBack, earlier.step, "")
	return t.choose(earlier, choice, serial, Answer{How: Pressed})
}

// goneBackTo finds the question and the choice that a button of an earlier asking stands for, with the flow of that question on top: what lies over it is closed.
func (t *Turn) goneBackTo(asked *Asked, hash uint32) (*open, Choice, bool) {
	t.state.Session.Frames = cloneFrames(t.state.Session.Frames)
	if !t.openBelow(asked) {
		t.openCalled(asked)
	}
	step := t.set.step(asked.Flow, asked.Step)
	if step == nil || asked.Flow != t.frame().Flow {
		return nil, Choice{}, false
	}
	asking, ok := step.Body.(Asking)
	if !ok {
		return nil, Choice{}, false
	}
	earlier := &open{step: step, asking: asking, keys: asking.Shared(), offer: asking.Offer(t)}
	choice, ok := t.offered(earlier, hash)
	return earlier, choice, ok
}

func bodyOf(q *open) Body {
	if q == nil {
		return nil
	}
	return q.asking
}

// openCalled opens a flow that a step of the one on top has called, and that has ended, if the asking is of it.
func (t *Turn) openCalled(asked *Asked) {
	frame := t.frame()
	if frame.Flow == asked.Flow {
		return
	}
	for _, run := range frame.Called {
		if run.Frame.Flow == asked.Flow && slices.Contains(run.Frame.Trail, asked.Step) && slices.Contains(frame.Trail, run.Step) {
			t.rewind(run.Step)
			return
		}
	}
}

// openBelow closes what lies over the question of an asking, if that is suspended, or has called the flow above: pressing its button goes back to it.
func (t *Turn) openBelow(asked *Asked) bool {
	frames := t.state.Session.Frames
	if top := frames[len(frames)-1]; top.Flow == asked.Flow && (top.Step == asked.Step || slices.Contains(top.Trail, asked.Step)) {
		return true
	}
	for i := len(frames) - 2; i >= 0; i-- {
		called := frames[i+1].Back == BackNext
		if frames[i].Flow == asked.Flow && (!called && frames[i].Step == asked.Step || called && slices.Contains(frames[i].Trail, asked.Step)) {
			t.state.Session.Frames = frames[:i+1]
			return true
		}
	}
	return false
}

// stale answers a press that no longer means anything: a short notice and the open question.
func (t *Turn) stale(q *open) Move {
	t.events = append(t.events, Event{Name: StaleButton})
	notice := t.phrase("stale").Text
	t.effects[0] = AnswerPress{Press: t.in.Press, Text: notice[:cut(notice, NoticeLimit)]}
	if q == nil {
		return Wait()
	}
	return t.askAgain()
}
