package flows

// done marks a step whose work cannot be done a second time by going back to it; see Frame.Passed.
const done = "done"

// Finish notes that what the step does is done for good, as a payment is: nobody goes back into it. A loop, or another run of the flow, does it anew.
func (t *Turn) Finish() {
	frame := t.frame()
	frame.Trail = withoutName(frame.Trail, t.step.name)
	t.pass(done)
}

// Finished tells whether the step was finished in this run.
func (t *Turn) Finished() bool { return t.frame().Passed[t.step.name] == done }

func withoutName(names []string, gone string) []string {
	var left []string
	for _, name := range names {
		if name != gone {
			left = append(left, name)
		}
	}
	return left
}
