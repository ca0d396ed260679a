package trial

import "repartee/flows"

// caught are, by flow, the ways to states in it from which no answers lead out of it. States from which nothing leads on by an answer count as none.
func (w *walk) caught() map[string][]string {
	all := map[string][]string{}
	for _, flow := range w.set.Flows {
		if id := string(flow.ID); !flow.Builtin() {
			all[id] = w.caughtIn(id)
		}
	}
	return all
}

func (w *walk) caughtIn(flow string) []string {
	out := map[*spot]bool{}
	for grown := true; grown; {
		grown = false
		for _, s := range w.all {
			if out[s] || !s.in(flow) {
				continue
			}
			for _, x := range s.next {
				if x.answer && (out[x.to] || !x.to.in(flow) || left(x.events, flow)) {
					out[s], grown = true, true
					break
				}
			}
		}
	}
	var ways []string
	for _, s := range w.all {
		if top, step := s.state.Place(); top == flow && step != "" && !out[s] && s.in(flow) && len(s.next) > 0 {
			ways = append(ways, s.way())
		}
	}
	return ways
}

func (s *spot) in(flow string) bool {
	for _, frame := range s.state.Session.Frames {
		if frame.Flow == flow {
			return true
		}
	}
	return false
}

// left tells of a turn on which a flow came to its end, or began anew.
func left(events []flows.Event, flow string) bool {
	for _, e := range events {
		if e.Flow == flow && (e.Name == flows.Ended || e.Name == flows.Started) {
			return true
		}
	}
	return false
}
