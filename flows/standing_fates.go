package flows

// Fate is what becomes of a place at which a talk rests, when it goes on in other files.
type Fate string

// The fates of a place.
const (
	Same     Fate = "same"      // it goes on where it is
	Moved    Fate = "moved"     // it goes on where it is, which is called something else now, by `was:`
	Kept     Fate = "kept"      // it ends in the files that it began with: `on_publish: drain`
	Restarts Fate = "restart"   // the flow begins anew: `on_publish: restart`
	Resumes  Fate = "resume_at" // the place is gone: an apology, and on at the flow's `resume_at`
	Stranded Fate = "stranded"  // the place is gone, and the flow does not say where to go on: an apology, and the flow's beginning
	FlowGone Fate = "flow_gone" // so is the flow: an apology, and what lies below it, or the bot's start
	Dropped  Fate = "dropped"   // what a flow waited at is gone, and it ends without a word
)

// Strands tells of a fate that puts customers where nobody meant them to be.
func (f Fate) Strands() bool { return f == Stranded || f == FlowGone }

// Place is where a flow that is open or waits has stopped, and what becomes of it there.
type Place struct {
	Flow, Step string // as the state names them
	Now        string // what the step is called in the set; "" where it is gone
	NowIn      string // what the flow is called there, if that is something else
	Open       bool   // the customer's next word is for it
	Waits      bool   // the flow has stepped aside
	Asks       bool   // it is a question, or lies below another flow that comes back to it
	Fate       Fate
}

// Fates tells what becomes of each place at which a session rests if it goes on in the engine's set: first those that are open, the lowest in front, then those
// that wait. What keeps a session to its own files is not looked at, see Edition.
func (e *Engine) Fates(s *Session) []Place {
	var places []Place
	for i := range s.Frames {
		called := i+1 < len(s.Frames) && s.Frames[i+1].Back == BackNext
		p := e.place(&s.Frames[i], s.Last, called)
		p.Open, p.Asks = i == len(s.Frames)-1, s.Frames[i].Serial != 0
		places = append(places, p)
	}
	for i := range s.Aside {
		places = append(places, e.waiting(s.Aside[i].Frames, s.Last)...)
	}
	return places
}

// place tells it of a flow that is open. called: it comes back behind its step, not to its question.
func (e *Engine) place(frame *Frame, last int, called bool) Place {
	p := Place{Flow: frame.Flow, Step: frame.Step, Fate: Same}
	if now := e.set.FlowNow(frame.Flow); now != frame.Flow {
		p.NowIn = now
	}
	step := e.set.step(frame.Flow, frame.Step)
	if step != nil {
		p.Now = step.name
	}
	switch {
	case e.set.outdated(frame, last, e.Publication):
		p.Fate = Restarts
	case step == nil || !called && !restsAt(step, frame):
		p.Fate, p.Now = e.set.goneFrom(frame.Flow), ""
	case step.name != frame.Step || p.NowIn != "":
		p.Fate = Moved
	}
	return p
}

// waiting tells it of a flow that has stepped aside, with those that called it.
func (e *Engine) waiting(frames []Frame, last int) []Place {
	places := make([]Place, len(frames))
	top := len(frames) - 1
	for i := range frames {
		places[i] = e.place(&frames[i], last, true)
		places[i].Waits = true
	}
	at := &frames[top]
	flow, step := e.set.flows[at.Flow], e.set.step(at.Flow, at.Step)
	switch begins := at.Step == ""; { // an event begins it
	case flow != nil && begins:
		places[top].Fate = Same
	case waitsAt(step):
		if places[top].Now = step.name; places[top].Fate == Restarts { // it goes on behind its wait
			places[top].Fate = Same
		}
	case flow != nil && flow.ResumeAt != nil:
		places[top].Fate, places[top].Now = Resumes, ""
	default:
		for i := range places { // those that called it end with it
			places[i].Fate, places[i].Now = Dropped, ""
		}
	}
	return places
}

// goneFrom is the fate of a place that is gone from a flow.
func (s *Set) goneFrom(flow string) Fate {
	f := s.flows[flow]
	switch {
	case f == nil || len(f.Steps) == 0:
		return FlowGone
	case f.ResumeAt != nil:
		return Resumes
	}
	return Stranded
}

// restsAt tells whether an open flow can go on at a step: at a question, or at a job that is under way.
func restsAt(step *Step, frame *Frame) bool {
	if step == nil {
		return false
	}
	if frame.Job != "" {
		_, ok := step.Body.(Resting)
		return ok
	}
	_, ok := step.Body.(Asking)
	return ok
}

// waitsAt tells whether a flow that has stepped aside can go on at a step.
func waitsAt(step *Step) bool {
	if step == nil {
		return false
	}
	_, ok := step.Body.(Resting)
	return ok
}
