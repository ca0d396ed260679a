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

// pressedEarlier takes a button of an earlier question: a second tap is nothing, another answer is going back to that question, its why is told, the rest is stale.
func (t *Turn) pressedEarlier(q *open, serial int, hash uint32) Move {
	asked := t.asked(serial)
	switch {
	case asked == nil:
		return t.stale(q)
	case asked.Chosen == t.in.Data && t.standsBy(asked):
		return Wait()
	case q == nil:
		return t.stale(q)
	}
	frames := t.state.Session.Frames
	earlier, choice, ok := t.goneBackTo(asked, hash)
	switch {
	case ownChoice(choice.ID):
		t.state.Session.Frames = frames
		t.tellStale()
		return Wait() // leafing in an old message moves nothing
	case ok && choice.ID == choiceWhy && asked.Step != t.frame().Step: // it is told, and undoes no answer
		t.Say(&earlier.keys.Why)
		t.state.Session.Frames = frames
		return t.askAgain()
	}
	if _, staged := bodyOf(earlier).(Staged); ok && staged && asked.Step == t.frame().Step && !strings.HasPrefix(choice.ID, ChangePrefix) {
		t.state.Session.Frames = frames // what it was about, the step no longer knows
		return t.stale(q)
	}
	if ok && asked.Step != t.frame().Step {
		if move, left := t.leaveStages(asked.Step); !left {
			t.state.Session.Frames = frames
			return move
		}
		ok = t.rewind(asked.Step)
		t.frame().Reopened = ok // where nothing is answered by the press, the old answer is offered
	}
	if !ok {
		t.state.Session.Frames = frames
		return t.stale(q)
	}
	t.step = earlier.step
	t.event(WentBack, earlier.step, "")
	return t.choose(earlier, choice, serial, Answer{How: Pressed})
}

// mostStages is more than a payment or a booking ever asks one after the other.
const mostStages = 16

// leaveStages goes back through what a payment or a booking on top has asked so far, as /back does again and again, before an earlier question is opened: an invoice that
// is open is taken back. Not left where that cannot be; the question that is open stays so then.
func (t *Turn) leaveStages(earlier string) (Move, bool) {
	frame := t.frame()
	step := t.set.step(frame.Flow, frame.Step)
	if step == nil || frame.Paying == nil || !slices.Contains(frame.Trail, earlier) {
		return Move{}, true
	}
	body, ok := step.Body.(Staged)
	if !ok {
		return Move{}, true
	}
	number := frame.Paying.Order
	if o := t.Order(number); o != nil && t.BeingSold(o) {
		t.SayPhrase("one_moment")
		return Wait(), false
	}
	t.step = step
	for range mostStages {
		if !body.Back(t) {
			break
		}
		if number != "" && frame.Paying.Order == number { // its payment is under way, which was said
			return Wait(), false
		}
	}
	return Move{}, true
}

// standsBy tells whether the answer to an asking still counts: nothing was asked since, or its run is open and was not asked that again. Then a second tap on its button is nothing.
func (t *Turn) standsBy(asked *Asked) bool {
	session := &t.state.Session
	if session.Asked[len(session.Asked)-1].Serial == asked.Serial {
		return true
	}
	for i := range session.Asked {
		if later := &session.Asked[i]; later.Serial > asked.Serial && later.Flow == asked.Flow && later.Step == asked.Step {
			return false
		}
	}
	return slices.ContainsFunc(session.Frames, func(f Frame) bool { return f.answered(asked) })
}

// answered tells whether a run, or one that it has called or came from, has answered an asking; one that rests there led elsewhere, and comes back.
func (f Frame) answered(asked *Asked) bool {
	if f.Flow == asked.Flow && (f.Serial == asked.Serial || slices.Contains(f.Trail, asked.Step)) {
		return true
	}
	return slices.ContainsFunc(slices.Concat(f.Called, f.Came), func(r Run) bool { return r.Frame.answered(asked) })
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
	t.tellStale()
	if q == nil {
		return Wait()
	}
	return t.askAgain()
}

func (t *Turn) tellStale() {
	t.events = append(t.events, Event{Name: StaleButton})
	notice := t.phrase("stale").Text
	t.effects[0] = AnswerPress{Press: t.in.Press, Text: notice[:cut(notice, NoticeLimit)]}
}
