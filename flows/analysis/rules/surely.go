package rules

import (
	"repartee/flows"
	"repartee/flows/analysis"
)

// surely tells of each step whether something holds on all ways to it: a yes was given, a price was seen.
type surely struct {
	v      *analysis.View
	step   func(s *flows.Step, held bool) bool // whether it holds when the step has been taken
	proven func(s *flows.Step) []bool          // of each way out, whether it holds there whatever was before; nil: of none

	before map[*flows.Step]bool // not there: nobody comes here
	end    map[*flows.Flow]bool // at the end of the flow
	calls  map[*flows.Flow][]*flows.Step
	open   []*flows.Step
}

// solve goes through all that can be reached from where customers can begin.
func (s *surely) solve() *surely {
	s.before, s.end, s.calls = map[*flows.Step]bool{}, map[*flows.Flow]bool{}, map[*flows.Flow][]*flows.Step{}
	begun := beginnings(s.v)
	for _, flow := range s.v.Set.Flows {
		if begun[flow] {
			s.enter(flow, false)
		}
	}
	for len(s.open) > 0 {
		at := s.open[len(s.open)-1]
		s.open = s.open[:len(s.open)-1]
		s.take(at)
	}
	return s
}

// holds tells whether it holds whenever the talk comes to the step. Where nobody comes, everything does.
func (s *surely) holds(at *flows.Step) bool {
	held, seen := s.before[at]
	return held || !seen
}

func (s *surely) take(at *flows.Step) {
	held := s.step(at, s.before[at])
	var proven []bool
	if s.proven != nil {
		proven = s.proven(at)
	}
	for i, x := range s.v.Exits(at) {
		on := held
		if x.Kind == flows.ExitPass {
			on = s.before[at]
		}
		on = on || proven != nil && proven[i]
		switch {
		case x.Into != nil && x.Returns:
			s.calls[x.Into] = append(s.calls[x.Into], at)
			s.enter(x.Into, on)
			back, comes := s.end[x.Into]
			if !comes && len(x.Into.Steps) > 0 {
				continue
			}
			s.reach(at.Flow(), x.To, on || back)
		case x.Into != nil:
			s.enter(x.Into, on)
		default:
			s.reach(at.Flow(), x.To, on)
		}
	}
}

func (s *surely) enter(flow *flows.Flow, held bool) {
	if len(flow.Steps) > 0 {
		s.reach(flow, flow.Steps[0], held)
	}
}

// reach notes that one comes to a step, or to the end of the flow. What held so far holds no longer if it does not on this way.
func (s *surely) reach(flow *flows.Flow, to *flows.Step, held bool) {
	if to == nil {
		if was, seen := s.end[flow]; !seen || was && !held {
			s.end[flow] = held
			s.open = append(s.open, s.calls[flow]...)
			s.calls[flow] = nil
		}
		return
	}
	if was, seen := s.before[to]; !seen || was && !held {
		s.before[to] = held
		s.open = append(s.open, to)
	}
}

// beginnings are the flows that customers can be in without having come through another one: by a command, by words, by a button that they press later.
func beginnings(v *analysis.View) map[*flows.Flow]bool {
	begun := map[*flows.Flow]bool{v.Set.Start(): true}
	for _, flow := range v.Set.Listed() {
		begun[flow] = true
	}
	for _, entry := range v.Set.FAQ() {
		if entry.Then != nil && entry.Then.Flow != nil {
			begun[v.Set.Flow(entry.Then.Flow.Name)] = true
		}
	}
	for _, flow := range v.Set.Flows {
		if s := flow.Start; s.Command != "" || len(s.Words) > 0 || s.Link != "" || s.Event != "" || flow.Builtin() {
			begun[flow] = true
		}
		for _, step := range flow.AllSteps() {
			if step.Asks() != nil {
				continue // its buttons are among its exits
			}
			for _, form := range v.Forms(step) {
				if b, ok := form.(*flows.Button); ok && b.Flow != nil {
					begun[v.Set.Flow(b.Flow.Name)] = true
				}
			}
		}
	}
	delete(begun, nil)
	return begun
}
