package trial

import (
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/steps"
)

// misses looks for what the whole walk shows and no rule tells.
func (j *judging) misses() {
	for _, flow := range j.set.Flows {
		if flow.Builtin() {
			continue
		}
		j.flow(flow)
		for _, step := range flow.AllSteps() {
			j.step(step)
		}
	}
	if !j.lists() {
		return
	}
	for _, name := range itemNames() {
		_, met := j.plain.seen.said(name)
		if !met && !j.tells(func(p flows.Problem) bool { return strings.Contains(p.Message, name) }) {
			j.missed("item-never-recommended", flows.Ref{}, name, "")
		}
	}
}

// lists tells whether some step that was come to offers items.
func (j *judging) lists() bool {
	for ref := range j.plain.seen.taken {
		if flow := j.set.Flow(ref.Flow); flow == nil || flow.Builtin() {
			continue
		}
		if step := stepAt(j.set, ref); step != nil {
			if body, ok := step.Body.(flows.Sourced); ok && body.Source() != nil {
				return true
			}
		}
	}
	return false
}

func (j *judging) missed(code string, at flows.Ref, what, way string) {
	j.faults = append(j.faults, fault{code: code, miss: true, at: at, what: what, way: way})
}

func (j *judging) tells(is func(p flows.Problem) bool) bool { return slices.ContainsFunc(j.found, is) }

// told tells whether one of some findings is there for a place, or for the list around an arm.
func (j *judging) told(ref flows.Ref, codes ...string) bool {
	return j.tells(func(p flows.Problem) bool {
		return slices.Contains(codes, p.Code) && p.Ref.Flow == ref.Flow && (p.Ref.Path == ref.Path || p.Ref.At("when").Path == ref.Path)
	})
}

func (j *judging) flow(flow *flows.Flow) {
	s, id := &j.plain.seen, string(flow.ID)
	_, started := s.started[id]
	if way, missed := s.missed[id]; flow.Goal != nil && missed && !j.tells(func(p flows.Problem) bool { return strings.HasPrefix(p.Code, "goal-") && p.Ref.Flow == id }) {
		if _, reached := s.reached[id]; !reached {
			j.missed("goal-unreachable", flow.Goal.Ref, flow.Goal.Source, way)
		}
	}
	if !started && !j.tells(func(p flows.Problem) bool { return p.Code == "flow-unreachable" }) {
		j.missed("flow-unreachable", flow.Ref, id, "")
	}
	if ways := j.plain.caught()[id]; len(ways) > 0 && !j.tells(func(p flows.Problem) bool { return p.Code == "orphan-loop" && p.Ref.Flow == id }) {
		j.missed("orphan-loop", flow.Ref, id, ways[0])
	}
}

func (j *judging) step(step *flows.Step) {
	s := &j.plain.seen
	if step.When != nil {
		j.condition(step.When, "step-never-taken", true)
	}
	step.Forms(func(form any) {
		switch form := form.(type) {
		case *flows.Arm:
			if form.When != nil {
				j.condition(form.When, "arm-never-holds", true)
			}
		case *flows.Text:
			for i := range form.Arms {
				if form.Arms[i].When != nil {
					j.condition(form.Arms[i].When, "arm-never-holds", true)
				}
			}
		case *flows.Option:
			if form.When != nil {
				j.condition(form.When, "option-never-offered", false)
			}
		}
	})
	if ask, ok := step.Body.(*steps.Ask); ok && ask.IfKnown == "" {
		if a := s.asked[step]; a.known != "" && a.unknown == "" && !j.told(step.Ref, "asks-known") {
			j.missed("asks-known", step.Ref, ask.Ask.Name, a.known)
		}
	}
	if way, met := s.empty[step]; met && !j.told(step.Ref, "nothing-recommended") {
		j.missed("nothing-recommended", step.Ref, step.Kind, way)
	}
	for ref, mark := range linesOf(j.set) {
		if stepAt(j.set, ref) != step || j.told(ref, "read-before-set") {
			continue
		}
		if way, met := s.hole(mark); met {
			j.missed("read-before-set", ref, mark, way)
		}
	}
	for ref, way := range s.taken {
		if strings.HasSuffix(ref.Path, ".else") && ref.Flow == step.Ref.Flow && stepAt(j.set, ref) == step && len(arms(step)) > 1 && !j.tells(func(p flows.Problem) bool { return p.Code == "branch-not-covered" && stepAt(j.set, p.Ref) == step }) {
			j.missed("branch-not-covered", ref, "", way)
		}
	}
}

func arms(step *flows.Step) (all []string) {
	step.Forms(func(form any) {
		switch form := form.(type) {
		case *flows.Arm:
			if form.When == nil {
				return
			}
			all = append(all, form.When.Source)
		case *flows.Text:
			for i := range form.Arms {
				if form.Arms[i].When != nil {
					all = append(all, form.Arms[i].When.Source)
				}
			}
		}
	})
	return all
}

// condition looks at one that was met on the walk, and always came to the same.
func (j *judging) condition(c *flows.Condition, never string, mayAlways bool) {
	_, held := j.plain.seen.held[c.Ref]
	_, fell := j.plain.seen.fell[c.Ref]
	switch {
	case held == fell:
	case fell:
		if !j.told(c.Ref, never, "arm-shadowed", "condition-always-holds") {
			j.missed(never, c.Ref, c.Source, "")
		}
	case mayAlways && !j.told(c.Ref, "condition-always-holds", "arm-shadowed"):
		j.missed("condition-always-holds", c.Ref, c.Source, "")
	}
}
