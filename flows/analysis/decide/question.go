package decide

import (
	"repartee/flows/expr"
	"repartee/flows/value"
)

// Question asks whether all of Hold can hold, and none of Fail, at once.
type Question struct {
	Hold, Fail []*expr.Formula
	// Domain is what a name can be; it is asked for the name that the scope knew (`item` for item.price). Nil: whatever its type allows, or unknown.
	Domain func(name string, typ *value.Type) Domain
	// Currency is that of amounts.
	Currency string
	// Effort bounds the search, in conditions looked at; 0 is enough for all that people write. Beyond it the answer is MayBe.
	Effort int
}

// defaultEffort is reached after some 5 ms.
const defaultEffort = 200_000

// Answer is the answer to a Question.
type Answer uint8

// The answers.
const (
	No    Answer = iota // they cannot
	MayBe               // nothing is proved
	Yes                 // they can: see the Witness
)

// Decide answers a question. Beside Yes it gives values with which the conditions are as asked for.
func Decide(q Question) (Answer, Witness) {
	p := newProblem(q)
	answer, assigned := Yes, p.nothing()
	for _, part := range p.parts() {
		found := part.solve()
		if found == No {
			return No, nil
		}
		answer = min(answer, found)
		for i, choice := range part.assigned {
			assigned[i] = max(assigned[i], choice)
		}
	}
	if answer != Yes || !p.sure(assigned) {
		return MayBe, nil
	}
	return Yes, p.witness(assigned)
}

// Possible tells whether the conditions can hold at once, as far as is known.
func Possible(q Question) bool {
	answer, _ := Decide(q)
	return answer != No
}
