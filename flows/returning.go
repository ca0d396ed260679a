package flows

import (
	"slices"

	"repartee/flows/expr"
	"repartee/flows/value"
)

// Returning is a body that called a flow and takes something from it. It is asked with the ended flow still on top.
type Returning interface {
	// Returned gives the values to keep, by the names of the calling flow.
	Returned(t *Turn) []Taken
}

// Taken is a value that is kept under a name of the calling flow.
type Taken struct {
	Name  string
	Value value.Value
}

// take keeps what a flow returned. What depended on another value is forgotten, if it was not returned too.
func (t *Turn) take(taken []Taken) {
	before := make([]value.Value, len(taken))
	for i, r := range taken {
		kept, _ := t.Kept(r.Name)
		before[i] = kept.Value
	}
	for i, r := range taken {
		if now := t.converted(r); before[i].Known() {
			t.forgetDependents(r.Name, before[i], now)
		}
	}
	for _, r := range taken {
		t.Assign(r.Name, r.Value)
	}
}

func (t *Turn) converted(r Taken) value.Value {
	return expr.Convert(r.Value, t.set.Type(t.flowID(), r.Name), t.set.Currency)
}

// roundMark stands in the trail where the talk went back by itself: what was answered before it belongs to an earlier round.
const roundMark = ""

// beginLoopsAnew lets the lists that are asked for between here and an earlier step be asked for again: the talk goes back there by itself.
func (t *Turn) beginLoopsAnew(to *Step) {
	from := t.step
	if from == nil || to == nil || from.flow != to.flow || to.order >= from.order || len(t.state.Session.Frames) == 0 {
		return
	}
	frame := t.frame()
	frame.Trail = append(slices.DeleteFunc(frame.Trail, func(n string) bool { return n == roundMark }), roundMark)
	for _, step := range to.flow.steps[to.order : from.order+1] {
		delete(frame.Passed, step.name)
		if _, loops := step.Body.(Looping); loops {
			delete(frame.Rounds, step.name)
		}
	}
}
