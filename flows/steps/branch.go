package steps

import "repartee/flows"

// Branch takes the steps of the first arm whose condition holds.
type Branch struct {
	Branch []flows.Arm `yaml:"branch,required" doc:"The arms: {when: condition, do: [steps]}, at last {else: [steps]}."`
}

// Run goes into the first arm that holds; where none does, on to the next step.
func (b *Branch) Run(t *flows.Turn) flows.Move {
	for i := range b.Branch {
		if arm := &b.Branch[i]; arm.When == nil || t.Holds(arm.When) {
			t.Took(arm.Ref)
			return flows.Into(arm.Do)
		}
	}
	t.Came("else")
	return flows.Next()
}

// Check looks for arms behind an else, which are never taken.
func (b *Branch) Check(k *flows.Checker) {
	for i := range b.Branch {
		if b.Branch[i].When == nil && i+1 < len(b.Branch) {
			k.Fail(b.Branch[i+1].Ref, "arm-after-else", "move `else` to the end", "this arm stands behind `else` and is never taken")
			return
		}
	}
}

// Leaves tells that some arm with steps is always taken: the next step follows the last of them.
func (b *Branch) Leaves() bool {
	hasElse := false
	for i := range b.Branch {
		if len(b.Branch[i].Do) == 0 {
			return false
		}
		hasElse = hasElse || b.Branch[i].When == nil
	}
	return hasElse
}
