package flows

// Splits are the arms of each split of the set, by what it tries out. Splits of the same name in several flows are taken together.
func (s *Set) Splits() map[string][]string {
	arms := map[string][]string{}
	for _, flow := range s.Flows {
		for _, step := range flow.steps {
			step.Forms(func(form any) {
				if arm, ok := form.(*SplitArm); ok {
					arms[step.name] = append(arms[step.name], string(arm.ID))
				}
			})
		}
	}
	return arms
}
