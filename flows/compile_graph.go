package flows

// Leaving is a body after which the talk never goes on with the next step by itself.
type Leaving interface{ Leaves() bool }

// exits settles the outcomes of a flow's steps.
func (c *compiler) exits(flow *Flow) {
	for _, step := range flow.steps {
		step.exits = c.set.exitsOf(step)
	}
}

// endlessLoops finds steps that the talk comes back to without a question between.
func (c *compiler) endlessLoops() {
	dry := c.dryEnds()
	state := map[*Step]int{} // 1: being looked at, 2: done
	var visit func(step *Step)
	visit = func(step *Step) {
		if step == nil || state[step] == 2 {
			return
		}
		if state[step] == 1 {
			c.fail(step.Ref, "endless-loop", "put a question (ask, menu) into the loop, or lead it out", "the talk comes back to this step without waiting for the customer")
			state[step] = 2
			return
		}
		state[step] = 1
		if !waits(step) {
			for _, to := range c.after(step, dry) {
				visit(to)
			}
		}
		state[step] = 2
	}
	for _, flow := range c.set.Flows {
		for _, step := range flow.steps {
			visit(step)
		}
	}
}

// waits tells whether the talk rests at a step.
func waits(step *Step) bool {
	switch step.Body.(type) {
	case Asking, Resting:
		return true
	}
	return false
}

// after gives the steps that can follow in the same turn; nil for the end of the flow.
func (c *compiler) after(step *Step, dry map[*Flow]bool) []*Step {
	var to []*Step
	for _, x := range c.set.Exits(step) {
		if x.Into != nil && len(x.Into.Steps) > 0 {
			to = append(to, x.Into.Steps[0])
		}
		if x.Into == nil || x.Returns && dry[x.Into] {
			to = append(to, x.To)
		}
	}
	return to
}

// dryEnds tells of each flow whether it can come to its end without waiting.
func (c *compiler) dryEnds() map[*Flow]bool {
	dry := map[*Flow]bool{}
	for changed := true; changed; {
		changed = false
		for _, flow := range c.set.Flows {
			if !dry[flow] && c.endsDry(flow, dry) {
				dry[flow], changed = true, true
			}
		}
	}
	return dry
}

func (c *compiler) endsDry(flow *Flow, dry map[*Flow]bool) bool {
	if len(flow.Steps) == 0 {
		return true
	}
	seen := map[*Step]bool{}
	open := []*Step{flow.Steps[0]}
	for len(open) > 0 {
		step := open[len(open)-1]
		open = open[:len(open)-1]
		if step == nil {
			return true
		}
		if seen[step] {
			continue
		}
		seen[step] = true
		if waits(step) && step.When == nil {
			continue
		}
		for _, to := range c.after(step, dry) {
			if to == nil || to.flow == flow {
				open = append(open, to)
			}
		}
	}
	return false
}

// ends tells of a step that ends its flow.
func ends(step *Step) bool {
	body, ok := step.Body.(interface{ Ends() bool })
	return ok && body.Ends()
}
