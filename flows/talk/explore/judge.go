package explore

import (
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/talk"
)

// findings gathers what is found, once for each kind and place: the first, which has the shortest way.
type findings struct {
	all   []Finding
	spots []*spot
	by    []*step // what was done last, where that leads to no state
	at    map[[3]string]int
}

func (f *findings) add(kind Kind, flow, at, message string, s *spot, by ...step) {
	key := [3]string{string(kind), flow, at}
	if f.at == nil {
		f.at = map[[3]string]int{}
	}
	if i, known := f.at[key]; known {
		f.all[i].States++
		return
	}
	f.at[key] = len(f.all)
	f.all = append(f.all, Finding{Kind: kind, Flow: flow, Step: at, Message: message, States: 1})
	f.spots = append(f.spots, s)
	var last *step
	if len(by) > 0 {
		last = &by[0]
	}
	f.by = append(f.by, last)
}

// look tells of a turn that ended the talk where nobody meant it to end: the bot has no word for what the customer did; or the customer was given up, or something
// outside failed, before the goal of the flow was reached, and nothing is offered to go on with.
func (w *walk) look(s, next *spot, by step, said []talk.Said, quiet bool) {
	state, err := next.at.State()
	if err != nil || len(state.Session.Frames) > 0 || len(state.Session.Aside) > 0 || len(state.Session.Jobs) > 0 || len(state.Contact.Works) > 0 {
		return
	}
	switch {
	case quiet && by.move.answer && s.flow != "":
		w.findings.add(DeadEnd, s.flow, s.step, "the bot says nothing to an answer, and nothing is open any more", s, by)
	case len(s.goals) > 0 && unlucky(by, next.at.Events) && !offers(said) && !slices.Contains(won(next.at.Events), s.goals[len(s.goals)-1]):
		w.findings.add(DeadEnd, s.flow, s.step, "the talk is over without its goal, though the customer did not end it, and nothing is offered to go on with", s, by)
	}
}

// unlucky tells of a turn that did not go as the customer wished.
func unlucky(by step, events []flows.Event) bool {
	if by.move.kind == pays && !by.move.answer {
		return true
	}
	return slices.ContainsFunc(events, func(e flows.Event) bool {
		return e.Name == flows.GaveUp || e.Name == flows.CallEnded && !strings.HasSuffix(e.Detail, " done")
	})
}

// offers tells of messages below which something can be pressed.
func offers(said []talk.Said) bool {
	return slices.ContainsFunc(said, func(s talk.Said) bool { return !s.Edited && (len(s.Buttons) > 0 || len(s.Keyboard) > 0) })
}

// judge looks at the whole of what was found.
func (w *walk) judge() Report {
	w.report.States = len(w.known)
	w.loops()
	for _, flow := range w.set.Flows {
		if flow.Goal != nil && !flow.Builtin() {
			w.lost(string(flow.ID))
		}
	}
	w.findings.write(w)
	w.report.Findings = w.findings.all
	return w.report
}

// loops finds questions that the customer cannot get away from by answering: whatever he answers, it ends there again, and nothing else happens on the way.
func (w *walk) loops() {
	out := w.leadingTo(func(s *spot) bool { return !s.followed || s.flow == "" || s.rests }, func(x way) bool { return x.move.answer && (x.fresh || len(x.won) > 0) }, func(x way) bool { return x.move.answer })
	for _, s := range w.all {
		if !out[s] && slices.ContainsFunc(s.ways, func(x way) bool { return x.move.answer }) {
			w.findings.add(Loop, s.flow, s.step, "no answer leads out of here", s)
		}
	}
}

// lost finds the states in which a flow is open and none of the ways that were tried reaches its goal any more, and of these the first on each way. That something is
// sold out meanwhile is no fault of the flow: what it leaves unreachable is not told.
func (w *walk) lost(flow string) {
	inFlow := func(s *spot) bool { return s != nil && slices.Contains(s.goals, flow) } // beginning anew is another run
	good := w.leadingTo(func(s *spot) bool { return !s.followed }, func(x way) bool { return slices.Contains(x.won, flow) }, func(x way) bool { return inFlow(x.to) })
	for _, s := range w.all {
		if s.followed && !s.rests && s.flow == flow && inFlow(s) && !good[s] && !s.soldOut && (!inFlow(s.from) || good[s.from]) {
			w.findings.add(GoalLost, s.flow, s.step, "the goal of the flow "+flow+" cannot be reached any more by any way that was tried", s)
		}
	}
}

// leadingTo gives the states from which some way leads to a state, or over a way, of a kind.
func (w *walk) leadingTo(state func(*spot) bool, over, along func(way) bool) map[*spot]bool {
	good, back := map[*spot]bool{}, map[*spot][]*spot{}
	var open []*spot
	take := func(s *spot) {
		if !good[s] {
			good[s] = true
			open = append(open, s)
		}
	}
	for _, s := range w.all {
		if state(s) {
			take(s)
		}
		for _, x := range s.ways {
			switch {
			case over(x):
				take(s)
			case along(x):
				back[x.to] = append(back[x.to], s)
			}
		}
	}
	for len(open) > 0 {
		s := open[0]
		open = open[1:]
		for _, from := range back[s] {
			take(from)
		}
	}
	return good
}
