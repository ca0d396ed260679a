package flows

// done marks a step whose work cannot be done a second time by going back to it; see Frame.Passed.
const done = "done"

// Finish notes that what the step does is done for good, as a payment is: nobody goes back into it, nor to what was asked before it. A loop, or another run of
// the flow, does it anew.
func (t *Turn) Finish() {
	t.frame().Trail = nil
	t.pass(done)
}

// Finished tells whether the step was finished in this run.
func (t *Turn) Finished() bool { return t.frame().Passed[t.step.name] == done }

// finished tells that the last thing of the run which could be gone back to is done for good.
func (f *Frame) finished() bool {
	for _, passed := range f.Passed {
		if passed == done {
			return true
		}
	}
	return false
}
