package explore

import (
	"slices"
	"strconv"

	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/talk"
)

// judgeOlder tells what must not come of a press on a button of before: no reaction at all, an answer that is lost, something that is done twice.
func (w *walk) judgeOlder(s, to *spot, by step, p pressed) {
	button := talk.Quoted(by.move.words)
	if p.asked.Step != "" {
		button += " of the question " + p.asked.Flow + "." + p.asked.Step
	}
	switch {
	case p.again() && !p.current():
		w.findings.add(DoneTwice, s.flow, s.step, "a press on the older button "+button+" orders or books once more", s, by)
	case len(p.said) == 0 && to.key == s.key && !p.current() && !p.stands(by.move.button.Data):
		w.findings.add(Silence, s.flow, s.step, "there is no reaction at all to a press on the older button "+button, s, by)
	case p.came(flows.StaleButton) && kept(w.set, p.before) != kept(w.set, p.after):
		w.findings.add(LostAnswer, s.flow, s.step, "the older button "+button+" is said to be no longer valid, and yet what was answered is changed by it", s, by)
	case p.came(flows.WentBack):
		if state, ok := w.goneBack(s, p.asked, by.move); ok && answers(w.set, state) != answers(w.set, p.after) {
			w.findings.add(LostAnswer, s.flow, s.step, "a press on the older button "+button+" does not come to the same as going back to that question and answering it so", s, by)
		}
	}
}

func (p pressed) came(name flows.EventName) bool {
	return slices.ContainsFunc(p.events, func(e flows.Event) bool { return e.Name == name })
}

// stands tells of a second press on the button that was chosen, where nothing was asked since, or in a run that still goes by that answer: nothing needs to come of it.
func (p pressed) stands(data string) bool {
	askings := p.before.Session.Asked
	if p.asked.Chosen != data {
		return false
	}
	if askings[len(askings)-1].Serial == p.asked.Serial {
		return true
	}
	again := func(a flows.Asked) bool {
		return a.Serial > p.asked.Serial && a.Flow == p.asked.Flow && a.Step == p.asked.Step
	}
	return !slices.ContainsFunc(askings, again) && slices.ContainsFunc(p.before.Session.Frames, func(f flows.Frame) bool { return answeredIn(f, p.asked) })
}

// current tells of a button of the open question, in a message of before: one that tells the number of the page does nothing.
func (p pressed) current() bool {
	frames := p.before.Session.Frames
	return len(frames) > 0 && frames[len(frames)-1].Serial == p.asked.Serial
}

// answeredIn tells whether a run, or one that it called or came from, has answered the question of an asking.
func answeredIn(f flows.Frame, asked flows.Asked) bool {
	if f.Flow == asked.Flow && (f.Serial == asked.Serial || slices.Contains(f.Trail, asked.Step)) {
		return true
	}
	return slices.ContainsFunc(slices.Concat(f.Called, f.Came), func(r flows.Run) bool { return answeredIn(r.Frame, asked) })
}

// again tells of an order or an appointment that was made of nothing: there was nothing in the cart any more, or the question that leads to it was answered before.
func (p pressed) again() bool {
	cart := p.before.Session.Cart
	if ordersMade(p.after) > ordersMade(p.before) && (cart == nil || len(cart.Lines) == 0) {
		return true
	}
	return p.asked.Chosen != "" && appointments(p.after) > appointments(p.before)
}

// ordersMade are those that the customer has to pay for, or has paid.
func ordersMade(s flows.State) (n int) {
	for _, o := range s.Contact.Orders {
		if o.State != shop.Expired && o.State != shop.Cancelled {
			n++
		}
	}
	return n
}

func appointments(s flows.State) (n int) {
	for _, b := range s.Contact.Bookings {
		if !b.Over {
			n++
		}
	}
	return n
}

// kept is what a customer has answered, and put into the cart. An invoice that has expired may be made anew where the question is put again.
func kept(set *flows.Set, s flows.State) string {
	k := keyed{set: set}
	for _, frame := range s.Session.Frames {
		k.words(frame.Flow)
		k.fields(frame.Fields)
	}
	k.fields(s.Contact.Fields)
	k.cart(s)
	return k.String()
}

// answers is what is kept of the run on top, at any time, in the cart and booked. The runs below may have come about in other ways, and an invoice that is left may stay open.
func answers(set *flows.Set, s flows.State) string {
	k := keyed{set: set}
	if n := len(s.Session.Frames); n > 0 {
		k.fields(s.Session.Frames[n-1].Fields)
	}
	k.fields(s.Contact.Fields)
	k.cart(s)
	k.words(strconv.Itoa(appointments(s)))
	return k.String()
}

// mostBack is how often /back is said to come to a question of before.
const mostBack = 6

// goneBack goes back to a question step by step and gives the answer there that a button stands for. It gives the state that this leads to; not ok where it cannot be done.
func (w *walk) goneBack(s *spot, asked flows.Asked, m move) (there flows.State, ok bool) {
	jobs := outside{set: w.set}
	c := s.at.Fork()
	c.Answer(jobs.answer)
	for range mostBack {
		state, err := c.State()
		if err != nil {
			return flows.State{}, false
		}
		if flow, step := state.Place(); flow == asked.Flow && step == asked.Step {
			return w.pressNewest(c, m)
		}
		w.report.Turns++
		if _, err := w.make(c, move{kind: typed, words: "/back"}); err != nil {
			return flows.State{}, false
		}
	}
	return flows.State{}, false
}

// pressNewest presses the newest button that means the same as another.
func (w *walk) pressNewest(c *talk.Conversation, m move) (there flows.State, ok bool) {
	for n := c.Shown(); n > 0; n-- {
		for _, row := range c.Message(n).Buttons {
			for _, button := range row {
				if meaning(button.Data) != meaning(m.button.Data) {
					continue
				}
				w.report.Turns++
				if _, err := w.make(c, press(n, button, flows.Standing{})); err != nil {
					return flows.State{}, false
				}
				there, err := c.State()
				return there, err == nil
			}
		}
	}
	return flows.State{}, false
}
