package flows

import (
	"maps"
	"strings"

	"repartee/flows/shop"
)

// renameFlows gives the flows that the talk has gone through, and those that something else in the state belongs to, the names that they have now. What an order says
// of its flow stays as it was written, see madeAt.
func (t *Turn) renameFlows() {
	if len(t.set.formerFlows) == 0 {
		return
	}
	session, contact := &t.state.Session, &t.state.Contact
	session.eachFrame(func(frame *Frame) { frame.Flow = t.set.FlowNow(frame.Flow) })
	for i := range session.Asked {
		session.Asked[i].Flow = t.set.FlowNow(session.Asked[i].Flow)
	}
	if session.Cart != nil {
		session.Cart.Flow = t.set.FlowNow(session.Cart.Flow)
	}
	for i := range contact.Bookings {
		contact.Bookings[i].Flow = t.set.FlowNow(contact.Bookings[i].Flow)
	}
	for place, arm := range maps.Clone(contact.Arms) {
		flow, step, _ := strings.Cut(place, ".")
		if now := t.set.FlowNow(flow); now != flow {
			delete(contact.Arms, place)
			contact.Arms[now+"."+step] = arm
		}
	}
}

// FlowNow is what a flow is called now; its old name where it is gone.
func (s *Set) FlowNow(name string) string {
	if now, ok := s.formerFlows[name]; ok {
		return now
	}
	return name
}

// PlaceNow is what a flow and one of its steps are called now, for those who read what was written before; the old names where they are gone.
func (s *Set) PlaceNow(flow, step string) (flowNow, stepNow string) {
	if f := s.flows[flow]; f != nil {
		step = f.nameNow(step)
	}
	return s.FlowNow(flow), step
}

// madeAt is the step at which an order was made, as both are called now.
func (t *Turn) madeAt(o *shop.Order) (flow, step string) { return t.set.PlaceNow(o.Flow, o.Step) }
