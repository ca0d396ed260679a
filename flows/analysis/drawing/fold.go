package drawing

import (
	"slices"
	"strings"

	"repartee/flows"
)

// Of a flow can be folded: all that a step holds, into the step's own box; the steps of one of its arms, into a box in their place; and messages that follow one
// another, into the first.

// folding tells in which box a step is drawn.
type folding struct {
	flow   *flows.Flow
	folded []string
	runs   map[*flows.Step]*flows.Step // of each message in a run the first of them
}

func newFolding(flow *flows.Flow, folded []string) folding {
	f := folding{flow: flow, folded: folded, runs: map[*flows.Step]*flows.Step{}}
	var before *flows.Step
	for _, step := range flow.AllSteps() {
		if before != nil && follows(before, step) {
			first, ok := f.runs[before]
			if !ok {
				first = before
				f.runs[first] = first
			}
			f.runs[step] = first
		}
		before = step
	}
	return f
}

// follows tells that two messages are said one behind the other, and that nothing leads to the second alone.
func follows(step, next *flows.Step) bool {
	return plainSaying(step) && plainSaying(next) && next.ID == "" && list(step) == list(next)
}

// plainSaying tells of a message that is said to all who come by, and offers nothing.
func plainSaying(step *flows.Step) bool {
	if step.Kind != "say" || step.When != nil {
		return false
	}
	offers := false
	step.Forms(func(form any) {
		if b, ok := form.(*flows.Button); ok && b.Flow != nil {
			offers = true
		}
	})
	return !offers
}

// list is the path of the steps among which a step stands: "steps", or within another step "steps.2.branch.0.do".
func list(step *flows.Step) string { return step.Ref.Path[:strings.LastIndexByte(step.Ref.Path, '.')] }

// stepID is the ID of a step's box. A name lasts while steps come and go before it, a place does not.
func (f folding) stepID(step *flows.Step) string {
	if name := step.Name(); name != "" && f.flow.Resting(name) == step {
		return "n_" + name
	}
	return "p_" + idOf(strings.TrimPrefix(step.Ref.Path, "steps."))
}

// listID is the ID of the box that the steps of a list are folded into.
func (f folding) listID(step *flows.Step) string {
	return "l" + f.stepID(step.Outer()) + "_" + idOf(strings.TrimPrefix(list(step), step.Outer().Ref.Path+"."))
}

func idOf(path string) string { return strings.ReplaceAll(path, ".", "_") }

// box gives the ID of the box that a step is drawn in: the outermost that it is folded into, else its own.
func (f folding) box(step *flows.Step) string {
	id := f.stepID(step)
	if first := f.runs[step]; first != nil && slices.Contains(f.folded, f.stepID(first)) {
		id = f.stepID(first)
	}
	for at := step; at.Outer() != nil; at = at.Outer() {
		for _, around := range []string{f.listID(at), f.stepID(at.Outer())} {
			if slices.Contains(f.folded, around) {
				id = around
			}
		}
	}
	return id
}

// folds tells whether there is something that can be folded into a step's box.
func (f folding) folds(step *flows.Step) bool {
	next := f.flow.AllSteps()[step.Order()+1:]
	return len(next) > 0 && next[0].Outer() == step || f.runs[step] == step
}

// foldsBehind gives the ID by which the steps are folded that an outcome of a step leads to, where the step itself holds them.
func (f folding) foldsBehind(step, to *flows.Step) string {
	if to == nil || to.Outer() != step {
		return ""
	}
	return f.listID(to)
}
