package flows

import (
	"slices"

	"repartee/flows/expr"
	"repartee/flows/value"
)

// Abandoning is a body that asks about a cart which nobody does anything with any more.
type Abandoning interface{ Abandoned() *Pause }

// ArmAbandoned lets the cart be asked about if the customer goes away now; the step at hand is the one that he comes back to.
func (t *Turn) ArmAbandoned() {
	cart := t.state.Session.Cart
	body, ok := t.step.Body.(Abandoning)
	if cart == nil || !ok || body.Abandoned() == nil {
		return
	}
	cart.Flow, cart.Step = t.flowID(), t.step.name
	if t.in.Customer() || cart.Spoke { // what the bot does by itself begins no new round
		cart.Round, cart.Spoke = 0, false
	}
	t.armCart(cart, body.Abandoned())
}

func (t *Turn) armCart(cart *Cart, pause *Pause) {
	cart.Remind = t.set.quiet.Next(pause.After.After(t.in.At), t.locale.Zone).Unix()
}

// asksAboutCart tells whether a step asks about the cart in the place of its own patience.
func asksAboutCart(body Body) bool {
	abandoning, ok := body.(Abandoning)
	return ok && abandoning.Abandoned() != nil
}

// rearmCart waits anew after the customer's word. Which reminder comes next, stays.
func (t *Turn) rearmCart() {
	cart := t.state.Session.Cart
	if cart == nil || cart.Remind == 0 || !t.in.Customer() {
		return
	}
	if pause := t.cartPause(cart); pause != nil {
		cart.Spoke = true
		t.armCart(cart, pause)
	}
}

func (t *Turn) cartPause(cart *Cart) *Pause {
	if step := t.set.step(cart.Flow, cart.Step); step != nil {
		if body, ok := step.Body.(Abandoning); ok {
			return body.Abandoned()
		}
	}
	return nil
}

// abandoned asks about a cart that nobody does anything with any more: with today's prices and stock, not after a purchase, and not whom it would bother.
func (t *Turn) abandoned() (Move, bool) {
	cart := t.state.Session.Cart
	if cart == nil || cart.Remind == 0 || cart.Remind > t.in.At.Unix() {
		return Move{}, false
	}
	pause := t.cartPause(cart)
	if pause == nil || t.state.Contact.OptedOut != 0 || t.state.Contact.Blocked != 0 || !t.mayWrite(pause.Purpose) {
		cart.Remind = 0
		return Move{}, false
	}
	if now := t.undisturbed(); now.After(t.in.At) {
		cart.Remind = now.Unix()
		return Move{}, false
	}
	if !t.canBeHad() {
		cart.Remind = 0
		return Move{}, false
	}
	reminders := pause.Remind.times()
	if cart.Round >= len(reminders) {
		cart.Remind = 0
		if here := t.atStep(cart.Flow, cart.Step); here && pause.Then.written() {
			if pause.Then.End {
				t.Took(pause.Then.Ref)
				t.leaveQuietly()
				return Wait(), true
			}
			return t.target(&pause.Then, BackAsk), true
		}
		return Move{}, false
	}
	return t.askAboutCart(cart, pause, &reminders[cart.Round]), true
}

func (t *Turn) askAboutCart(cart *Cart, pause *Pause, text *Text) Move {
	step := t.set.step(cart.Flow, cart.Step)
	t.event(Abandoned, step, "")
	t.Took(text.Ref)
	t.state.Session.Spoke = t.in.At.Unix()
	cart.Round++
	cart.Spoke = false
	t.armCart(cart, pause)
	here := t.atStep(cart.Flow, cart.Step)
	if here {
		t.step = step
	}
	var messages []expr.Formatted
	t.with(map[string]value.Value{"question": value.Text("")}, func() { messages = t.render(text, nil) })
	messages = append(messages, t.cartNews()...)
	if here {
		t.send(messages, nil)
		return t.askAgain()
	}
	label := t.phrase("button_cart").Text
	t.send(messages, [][]PressButton{{{Label: label, Data: buttonData(0, choiceFlow+cart.Flow)}}})
	return Wait()
}

// leaveQuietly closes the flow on top with those that called it. What was open before waits for the customer's word: nobody has asked for it.
func (t *Turn) leaveQuietly() {
	for back := BackNext; back == BackNext && len(t.state.Session.Frames) > 0; {
		back = t.frame().Back
		t.leave()
	}
}

// canBeHad tells whether anything of the cart is still there.
func (t *Turn) canBeHad() bool {
	return slices.ContainsFunc(t.Cart(), func(l CartLine) bool { return !l.Gone() && l.Left != 0 })
}

// cartNews tells what costs something else than when it was last shown, and what is no longer there.
func (t *Turn) cartNews() (news []expr.Formatted) {
	var repriced, missing []value.Value
	for _, line := range t.Cart() {
		switch {
		case line.Gone() || line.TooMany():
			missing = append(missing, value.Text(line.Name))
		case line.Repriced():
			repriced = append(repriced, value.Text(line.Name+" ("+t.money(line.Price, line.Currency)+")"))
		}
	}
	tell := func(phrase string, items []value.Value) {
		if len(items) > 0 {
			list := value.Text(value.Format(value.List(items...), nil, t.locale))
			news = append(news, t.Phrase(phrase, map[string]value.Value{"list": list}))
		}
	}
	tell("cart_repriced", repriced)
	tell("cart_missing", missing)
	return news
}

// atStep tells whether the talk rests at a step of a flow.
func (t *Turn) atStep(flow, step string) bool {
	at, name := t.state.Place()
	return at == flow && name == step
}

// mayWrite tells whether the customer wants to be written to for a purpose; "" is none that needs a yes.
func (t *Turn) mayWrite(purpose ID) bool {
	needed := false
	for _, p := range t.set.Privacy.Purposes {
		needed = needed || p.ID == purpose && p.Consent
	}
	if !needed {
		return true
	}
	for _, field := range t.set.order {
		kept, ok := t.state.Contact.Fields[string(field.Name)]
		if ok && field.Purpose == purpose && field.typ.Base == value.TypeConsent && kept.Value.AsBool() {
			return true
		}
	}
	return false
}
