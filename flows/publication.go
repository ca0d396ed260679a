package flows

// begunWith is the publication that a run begins with, where it matters later.
func (t *Turn) begunWith(flow *Flow) int {
	if flow.OnPublish == Restart {
		return t.publication
	}
	return 0
}

// drains tells of a flow that customers end as they began it.
func (f *Flow) drains() bool {
	return f.OnPublish == Drain || f.OnPublish == "" && f.Kind == "purchase"
}

// pin keeps the session to the files it is in, as long as it is in a flow that drains; the runtime looks at Session.Publication.
func (t *Turn) pin() {
	session := &t.state.Session
	session.Publication = 0
	for _, frame := range session.Frames {
		if flow := t.set.flows[frame.Flow]; flow != nil && flow.drains() {
			session.Publication = t.publication
		}
	}
	for _, aside := range session.Aside {
		for _, frame := range aside.Frames {
			if flow := t.set.flows[frame.Flow]; flow != nil && flow.drains() {
				session.Publication = t.publication
			}
		}
	}
}

// renewed begins the flow on top anew, if its files have changed and it wants that.
func (t *Turn) renewed() (Move, bool) {
	if len(t.state.Session.Frames) == 0 {
		return Move{}, false
	}
	frame := *t.frame()
	flow := t.set.flows[frame.Flow]
	if flow == nil || flow.OnPublish != Restart || frame.Publication == 0 || frame.Publication == t.publication {
		return Move{}, false
	}
	t.events = append(t.events, Event{Name: Lost, Flow: frame.Flow, Step: frame.Step, Detail: string(Restart)})
	t.SayPhrase("moved")
	t.dropFrame()
	return Move{kind: moveCall, flow: flow, back: frame.Back}, true
}
