package flows

import (
	"time"

	"repartee/flows/value"
)

// Awaits gives the type that words are read as where a talk rests, as it is at a time; nil where no question is open, or where it takes its choices alone.
func (e *Engine) Awaits(state State, at time.Time, facts Facts) *value.Type {
	t := newTurn(e.set, state.clone(), Input{At: at})
	t.facts = facts
	q, _ := t.question()
	if q == nil {
		return nil
	}
	return q.offer.Type
}
