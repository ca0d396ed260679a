package mutate

import "repartee/flows"

// nested are the lists of steps within a step.
func nested(step *flows.Step) []flows.Steps {
	var lists []flows.Steps
	flows.Forms(step.Body, func(form any) {
		if steps, ok := form.(*flows.Steps); ok && len(*steps) > 0 {
			lists = append(lists, *steps)
		}
	})
	return lists
}

// stepsOf are all steps of a list, those within others too.
func stepsOf(list flows.Steps) []*flows.Step {
	var all []*flows.Step
	for _, step := range list {
		all = append(all, step)
		for _, within := range nested(step) {
			all = append(all, stepsOf(within)...)
		}
	}
	return all
}

func refs(steps []*flows.Step) []flows.Ref {
	all := make([]flows.Ref, len(steps))
	for i, step := range steps {
		all[i] = step.Ref
	}
	return all
}

// asking are the Refs of the questions that keep their answer in a field.
func asking(in []*flows.Flow, field string) []flows.Ref {
	var all []flows.Ref
	for _, flow := range in {
		for _, step := range stepsOf(flow.Steps) {
			if _, asks := step.Body.(flows.Asking); asks && keeps(step, field) {
				all = append(all, step.Ref)
			}
		}
	}
	return all
}

func keeps(step *flows.Step, field string) bool {
	if body, ok := step.Body.(flows.Setting); ok {
		for _, name := range body.Sets() {
			if name == field {
				return true
			}
		}
	}
	return false
}

// nameOf is what a step is known by, as Step.Name tells of a compiled one.
func nameOf(step *flows.Step) string {
	if step.ID != "" {
		return string(step.ID)
	}
	if body, ok := step.Body.(flows.Named); ok && body.Name() != "" {
		return body.Name()
	}
	return step.Kind
}
