package flows

import "strings"

// Way is one thing that a talk can go through: a step, an arm of a branch or split, an option, or another outcome of a step.
type Way struct {
	Ref  Ref
	Name string // as "ask brew", "option filter", "else", "none"
}

// Ways gives all that can be gone through in the folder's own flows, in reading order.
func (s *Set) Ways() []Way {
	var all []Way
	for _, flow := range s.Flows {
		if flow.builtin {
			continue
		}
		for _, step := range flow.steps {
			all = append(all, Way{Ref: step.Ref, Name: strings.TrimSuffix(step.Kind+" "+step.name, " ")})
			all = append(all, waysWithin(step)...)
		}
	}
	return all
}

// waysWithin gives the arms, options and outcomes that are written at a step.
func waysWithin(step *Step) []Way {
	var all []Way
	forms(step.Body, func(form any) {
		switch form := form.(type) {
		case *Arm:
			name := "else"
			if form.When != nil {
				name = "when " + form.When.Source
			}
			all = append(all, Way{Ref: form.Ref, Name: name})
		case *SplitArm:
			all = append(all, Way{Ref: form.Ref, Name: "arm " + string(form.ID)})
		case *Option:
			all = append(all, Way{Ref: form.Ref, Name: "option " + string(form.ID)})
		case *Target:
			if key, below := strings.CutPrefix(form.Ref.Path, step.Ref.Path+"."); below && form.written() {
				all = append(all, Way{Ref: form.Ref, Name: key})
			}
		}
	})
	return all
}

// Took notes, where the engine traces, that something was gone through.
func (t *Turn) Took(ref Ref) {
	if t.tracing {
		t.taken = append(t.taken, ref)
	}
}
