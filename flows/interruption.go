package flows

import "strings"

// begin opens a flow with nothing below it, or over the open question.
func (t *Turn) begin(flow *Flow, back Back) Move {
	if len(t.state.Session.Frames) == 0 {
		back = BackNone
	}
	return Move{kind: moveCall, flow: flow, back: back}
}

// interrupt suspends the open question for another flow. The flow of the question itself begins anew.
func (t *Turn) interrupt(flow *Flow) Move {
	t.events = append(t.events, Event{Name: Interrupted, Flow: t.frame().Flow, Step: t.frame().Step, Detail: string(flow.ID)})
	move := Move{kind: moveCall, flow: flow, back: BackTalk}
	if top := t.frame(); top.Flow == string(flow.ID) {
		move.back = top.Back
		t.leave()
	}
	return move
}

// start is /start: open flows are left, and a deep link says which flow begins.
func (t *Turn) start(payload string) Move {
	for len(t.state.Session.Frames) > 0 {
		t.leave()
	}
	t.state.Session.Timers = nil
	t.cameBy(payload)
	for _, flow := range t.set.linked {
		if rest, ok := matchLink(flow.Start.Link, payload); ok {
			t.link = rest
			return t.begin(flow, BackNone)
		}
	}
	return t.begin(t.set.start, BackNone)
}

// matchLink holds a payload against a pattern with at most one * and gives what stands for it.
func matchLink(pattern, payload string) (rest string, ok bool) {
	if payload == "" || len(payload) > PayloadLimit {
		return "", false
	}
	head, tail, star := strings.Cut(pattern, "*")
	if !star {
		return "", pattern == payload
	}
	if len(payload) < len(head)+len(tail) || !strings.HasPrefix(payload, head) || !strings.HasSuffix(payload, tail) {
		return "", false
	}
	return payload[len(head) : len(payload)-len(tail)], true
}
