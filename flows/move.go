package flows

// Move is where the talk goes on after a step or an answer.
type Move struct {
	kind moveKind
	step *Step
	flow *Flow
	with map[string]Answer
	back Back
}

type moveKind uint8

const (
	moveNext moveKind = iota
	moveStep
	moveCall
	moveJump
	moveEnd
	moveWait
)

// Next goes on with the step after this one.
func Next() Move { return Move{kind: moveNext} }

// Into goes on with the first of these steps; after the last the talk goes on behind the step they belong to.
func Into(steps Steps) Move {
	if len(steps) == 0 {
		return Next()
	}
	return Move{kind: moveStep, step: steps[0]}
}

// End ends the flow.
func End() Move { return Move{kind: moveEnd} }

// Wait stays at the step until the next input.
func Wait() Move { return Move{kind: moveWait} }

// GoTo goes on at a step of the flow.
func GoTo(step *Step) Move { return Move{kind: moveStep, step: step} }
