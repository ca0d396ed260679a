package analysis

import "repartee/flows"

// Path is a way that a talk can take through a flow, one leg after the other.
type Path []Leg

// Leg is a step, and how the talk goes on from it.
type Leg struct {
	Step *flows.Step
	Exit flows.Exit
}

// Questions counts the questions that a customer answers on the way.
func (p Path) Questions() int {
	n := 0
	for _, leg := range p {
		if leg.Asked() {
			n++
		}
	}
	return n
}

// Asked tells of a leg on which the customer is asked.
func (l Leg) Asked() bool {
	if l.Step.Asks() == nil {
		return false
	}
	switch l.Exit.Kind {
	case flows.ExitPass, flows.ExitOutcome, flows.ExitNext, flows.ExitRound:
		return false
	}
	return true
}

// Declined tells of a leg on which the customer does not want to go on, or it does not work out: he skips or gives up, nothing is found, a payment fails.
func (l Leg) Declined() bool {
	switch l.Exit.Kind {
	case flows.ExitSkip, flows.ExitGiveUp, flows.ExitSilence, flows.ExitOutcome:
		return true
	}
	return false
}

// listsNothing tells of a leg on which a question is not put since there is nothing to choose from. Whether that comes about depends on answers, and is looked at for itself.
func (l Leg) listsNothing() bool {
	return l.Step.Kind == "ask" && l.Exit.Kind == flows.ExitOutcome && len(l.Step.Unoffered()) == 0
}
