package flows

import (
	"time"

	"repartee/flows/value"
)

// Standing is the question that is open for a contact, as staff may see it: no word of it is said to the customer.
type Standing struct {
	Flow, Step string
	Kind       string   // of the step
	Field      string   // that the answer is kept in; "" where nothing is kept
	Choices    []Choice // that have a button
	Many       bool     // several of them can be ticked
	Hint       string   // what typed words must be, in the customer's language; "" where only the choices count
}

// Standing tells what a contact is asked at a time. open is false where no question is; lost, where the flow has it no longer.
func (e *Engine) Standing(state State, at time.Time, facts Facts) (s Standing, open, lost bool) {
	t := newTurn(e.set, state.clone(), Input{What: Unreadable, At: at})
	t.facts, t.publication, t.username, t.model = facts, e.Publication, e.Username, e.Model
	q, lost := t.question()
	if q == nil {
		return Standing{}, false, lost
	}
	s = Standing{Flow: string(q.step.flow.ID), Step: q.step.name, Kind: q.step.Kind, Field: q.offer.Field, Choices: q.offer.Choices, Many: q.offer.Many}
	if q.offer.Type != nil {
		s.Hint = value.Hint(q.offer.Type, t.locale)
	}
	return s, true, false
}
