package flows

// Edition is the publication whose files a session goes on in: the one that it began with, as long as it is in a flow that drains by those files or by the
// engine's; a newer one than the engine's, where another instance runs it already, since a session only moves forward; else the engine's. The runtime looks for an
// engine of that publication, and takes its own where the files cannot be had any more.
func (e *Engine) Edition(s *Session) int {
	switch {
	case s.Publication != 0:
		return s.Publication
	case s.Last > e.Publication:
		return s.Last
	case s.Last != 0 && s.Last < e.Publication && s.drainsIn(e.set):
		return s.Last
	}
	return e.Publication
}

// References are the publications whose files a session may go on in; 0 stands for none.
func (s *Session) References() [2]int { return [2]int{s.Publication, s.Last} }

// Underway tells whether somebody is in the middle of something: a flow is open, or waits.
func (s *Session) Underway() bool { return len(s.Frames)+len(s.Aside) > 0 }

// drains tells of a flow that customers end as they began it.
func (f *Flow) drains() bool {
	return f.OnPublish == Drain || f.OnPublish == "" && f.Kind == "purchase"
}

// drainsIn tells whether the session is in a flow that drains, as a set has it.
func (s *Session) drainsIn(set *Set) bool {
	drains := func(frames []Frame) bool {
		for i := range frames {
			if flow := set.flows[frames[i].Flow]; flow != nil && flow.drains() {
				return true
			}
		}
		return false
	}
	if drains(s.Frames) {
		return true
	}
	for i := range s.Aside {
		if drains(s.Aside[i].Frames) {
			return true
		}
	}
	return false
}

// pin notes the files that the session has run on, and keeps it to them as long as it is in a flow that drains.
func (t *Turn) pin() {
	session := &t.state.Session
	session.Publication, session.Last = 0, t.publication
	if session.drainsIn(t.set) {
		session.Publication = t.publication
	}
}

// moveOver fits a state to other files than those it ran on last: names follow `was:`, and what is no answer any more is forgotten.
func (t *Turn) moveOver() {
	last := t.state.Session.Last
	if last == t.publication {
		return
	}
	t.renameSteps()
	t.forgetMisfits()
	t.state.Session.eachFrame(func(frame *Frame) {
		if frame.Publication == 0 && t.set.restarts(frame.Flow) {
			frame.Publication = last
		}
	})
}

func (s *Set) restarts(flow string) bool {
	f := s.flows[flow]
	return f != nil && f.OnPublish == Restart
}

// begunWith is the publication that a run begins with, where it matters later.
func (t *Turn) begunWith(flow *Flow) int {
	if flow.OnPublish == Restart {
		return t.publication
	}
	return 0
}

// outdated tells of a run that is to begin anew, since it began in earlier files. last is what the session ran on last.
func (s *Set) outdated(frame *Frame, last, publication int) bool {
	if !s.restarts(frame.Flow) {
		return false
	}
	began := frame.Publication
	if began == 0 {
		began = last
	}
	return began != 0 && began < publication
}

// renewed begins the flow on top anew, if its files have changed and it wants that.
func (t *Turn) renewed() (Move, bool) {
	if len(t.state.Session.Frames) == 0 {
		return Move{}, false
	}
	frame := *t.frame()
	flow := t.set.flows[frame.Flow]
	if !t.set.outdated(&frame, 0, t.publication) {
		return Move{}, false
	}
	t.events = append(t.events, Event{Name: Lost, Flow: frame.Flow, Step: frame.Step, Detail: string(Restart)})
	t.SayPhrase("moved")
	t.dropFrame()
	return Move{kind: moveCall, flow: flow, back: frame.Back}, true
}
