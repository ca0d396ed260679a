package flows

import (
	"time"

	"repartee/flows/shop"
)

// Goods is what a contact is about to buy, and what of it is not as it was when it was last shown.
type Goods struct {
	Cart         bool // there is one
	CartGone     int  // lines whose item is not sold any more
	CartRepriced int  // lines that cost something else
	Invoices     int  // orders that can be paid now
	Refused      int  // of these, whose payment will be refused since something is gone or costs something else
}

// Goods tells it by the engine's set, at a time.
func (e *Engine) Goods(state State, at time.Time, facts Facts) Goods {
	t := newTurn(e.set, state.clone(), Input{What: Unreadable, At: at})
	t.facts, t.publication = facts, e.Publication
	goods := Goods{Cart: state.Session.Cart != nil}
	for _, line := range t.Cart() {
		switch {
		case line.Gone():
			goods.CartGone++
		case line.Repriced():
			goods.CartRepriced++
		}
	}
	for i := range t.state.Contact.Orders {
		o := &t.state.Contact.Orders[i]
		if o.State != shop.Open || o.Expires != 0 && at.Unix() >= o.Expires {
			continue
		}
		goods.Invoices++
		if t.refusedLine(o) != "" {
			goods.Refused++
		}
	}
	return goods
}

// refusedLine says why an order cannot be paid any more for what it has of the catalogs; "" where it can.
func (t *Turn) refusedLine(o *shop.Order) Refusal {
	for _, line := range o.Lines {
		now := t.lineNow(line)
		switch {
		case now.Gone():
			return RefusedSoldOut
		case now.Price != line.Price || now.Currency != line.Currency:
			return RefusedPrice
		}
	}
	return ""
}

// Reminder tells whether a reminder of the open question is under way, and whether it will come to nothing in the engine's set: the question is gone, or has none.
func (e *Engine) Reminder(s *Session) (due, lost bool) {
	if len(s.Timers) == 0 || len(s.Frames) == 0 {
		return false, false
	}
	frame := &s.Frames[len(s.Frames)-1]
	step := e.set.step(frame.Flow, frame.Step)
	if frame.Job != "" || !restsAt(step, frame) {
		return true, true
	}
	return true, step.Body.(Asking).Shared().Silence == nil
}
