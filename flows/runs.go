package flows

import (
	"maps"
	"slices"

	"repartee/flows/value"
)

// OpenRun is an open run of a flow, with its answers.
type OpenRun struct {
	Flow   *Flow
	Fields map[string]Answer
}

// OpenRuns gives the runs of which something is kept: those that are open, the oldest first, and those that wait.
func (t *Turn) OpenRuns() []OpenRun {
	var runs []OpenRun
	t.state.Session.eachFrame(func(frame *Frame) {
		if flow := t.set.flows[frame.Flow]; flow != nil {
			runs = append(runs, OpenRun{Flow: flow, Fields: frame.Fields})
		}
	})
	return runs
}

// eachFrame goes through the runs that are open, with those they have called, and then through those that wait.
func (s *Session) eachFrame(do func(*Frame)) {
	for i := range s.Frames {
		s.Frames[i].each(do)
	}
	for i := range s.Aside {
		for j := range s.Aside[i].Frames {
			s.Aside[i].Frames[j].each(do)
		}
	}
}

// each goes through a run, those that jumped to it and those that it has called.
func (f *Frame) each(do func(*Frame)) {
	do(f)
	for i := range f.Came {
		f.Came[i].Frame.each(do)
	}
	for i := range f.Called {
		f.Called[i].Frame.each(do)
	}
}

// calledBefore takes a flow again that was run before an earlier answer was changed, and for which nothing has changed: it is not run anew.
func (t *Turn) calledBefore(c *Crossing) bool {
	frame := t.frame()
	later := slices.Index(frame.Later, t.step.name)
	called := slices.IndexFunc(frame.Called, func(r Run) bool { return r.Step == t.step.name })
	if later < 0 || called < 0 {
		return false
	}
	frame.Later = slices.Delete(frame.Later, later, later+1)
	for name, now := range t.passed(c.flow, c.With) {
		if !value.Equal(frame.Called[called].Frame.Fields[name].Value, now.Value) {
			return false
		}
	}
	if body, ok := t.step.Body.(Setting); ok {
		for _, set := range body.Sets() {
			if _, kept := t.Kept(set); !kept {
				return false
			}
		}
	}
	frame.Trail = append(frame.Trail, t.step.name)
	return true
}

// Inside tells whether the talk comes from a step that is nested in this one.
func (t *Turn) Inside() bool {
	for step := t.before; step != nil; step = step.outer {
		if step.outer == t.step {
			return true
		}
	}
	return false
}

// Round is the round of the repeat at hand, from 1; 0 where it is not under way.
func (t *Turn) Round() int { return t.frame().Rounds[t.step.name] }

// SetRound notes the round of the repeat at hand; 0 ends it. The questions of the round before cannot be gone back to any more.
func (t *Turn) SetRound(n int) {
	frame := t.frame()
	if n == 0 {
		delete(frame.Rounds, t.step.name)
		return
	}
	if frame.Rounds == nil {
		frame.Rounds = map[string]int{}
	}
	frame.Rounds[t.step.name] = n
	inside := func(name string) bool {
		for step := t.set.step(frame.Flow, name); step != nil; step = step.outer {
			if step.outer == t.step {
				return true
			}
		}
		return false
	}
	inside = func(inside func(string) bool) func(string) bool {
		return func(name string) bool { return name == t.step.name || inside(name) }
	}(inside)
	frame.Trail = slices.DeleteFunc(frame.Trail, inside)
	maps.DeleteFunc(frame.Passed, func(name, _ string) bool { return inside(name) })
	frame.Later = slices.DeleteFunc(frame.Later, inside)
}
