package trial

import (
	"fmt"
	"strings"

	"repartee/flows"
	"repartee/flows/analysis/rules"
)

// fault is a claim that does not agree with the walk.
type fault struct {
	code string
	miss bool // nothing is claimed where something should be
	at   flows.Ref
	what string
	way  string // that shows it; "" where the whole walk does
}

func (f fault) String() string {
	text := fmt.Sprintf("%s at %s %s: %s", f.code, f.at.Flow, f.at.Path, f.what)
	switch {
	case f.miss:
		text = "not told: " + text
	case f.way == "":
		return text + "\nno way leads there"
	}
	return text + "\n" + f.way
}

// judging holds the claims about a set against walks.
type judging struct {
	set    *flows.Set
	found  []flows.Problem
	plain  *walk // by customers who only answer
	strays *walk // by those who change their minds
	whole  bool  // the plain walk has met all that can be met
	faults []fault
	claims int
}

// judged are the claims about a set that the engine proves wrong, and what it shows that no rule tells.
func judged(set *flows.Set, states int) *judging {
	j := &judging{set: set, found: rules.Check(set), plain: walked(set, false, states)}
	j.whole = !j.plain.left && len(j.plain.seen.errors) == 0
	j.strays = walked(set, true, states/4)
	for _, p := range j.found {
		j.claim(p)
	}
	if j.whole {
		j.misses()
	}
	return j
}

func (j *judging) wrong(p flows.Problem, way string) {
	j.faults = append(j.faults, fault{code: p.Code, at: p.Ref, what: p.Message, way: way})
}

// claim holds one claim against the walks.
func (j *judging) claim(p flows.Problem) {
	j.claims++
	if is, known := j.impossible(p); known {
		if way, met := is(&j.plain.seen); met {
			j.wrong(p, way)
		} else if way, met := is(&j.strays.seen); met {
			j.wrong(p, "strays: "+way)
		}
		return
	}
	if !j.comesTo(p.Ref) {
		return // that nobody does is told elsewhere
	}
	if is := j.possible(p); is != nil && j.whole && !is(&j.plain.seen) {
		j.wrong(p, "")
	}
}

// comesTo tells whether somebody comes to a place on the plain walk.
func (j *judging) comesTo(ref flows.Ref) bool {
	if _, begun := j.plain.seen.started[ref.Flow]; !begun {
		return false
	}
	step := stepAt(j.set, ref)
	if step == nil {
		return true
	}
	_, taken := j.plain.seen.taken[step.Ref]
	return taken
}

// sight looks for something among what was seen, and tells the way to it.
type sight func(s *seen) (way string, met bool)

// impossible is what must not be met where a claim is right; not known for claims of other kinds.
func (j *judging) impossible(p flows.Problem) (sight, bool) {
	switch p.Code {
	case "step-never-taken", "option-never-offered":
		return func(s *seen) (string, bool) { return at(s.held, p.Ref) }, true
	case "arm-never-holds", "arm-shadowed":
		return func(s *seen) (string, bool) {
			if way, met := at(s.held, p.Ref); met {
				return way, true
			}
			return at(s.held, p.Ref.At("when"))
		}, true
	case "condition-always-holds":
		return func(s *seen) (string, bool) {
			if way, met := at(s.fell, p.Ref); met {
				return way, true
			}
			return at(s.fell, p.Ref.At("when"))
		}, true
	case "goal-unreachable":
		return func(s *seen) (string, bool) { return at(s.reached, p.Ref.Flow) }, true
	case "flow-unreachable":
		return func(s *seen) (string, bool) { return at(s.started, p.Ref.Flow) }, true
	case "check-refuses-all":
		return func(s *seen) (string, bool) { return at(s.answered, stepAt(j.set, p.Ref)) }, true
	case "item-never-recommended":
		for _, name := range itemNames() {
			if strings.Contains(p.Message, name) {
				return func(s *seen) (string, bool) { return s.said(name) }, true
			}
		}
	case "asks-known":
		if strings.Contains(p.Message, "known whenever") {
			return func(s *seen) (string, bool) {
				way := s.asked[stepAt(j.set, p.Ref)].unknown
				return way, way != ""
			}, true
		}
	}
	return nil, false
}

// possible is what must be met where a claim is right; nil for claims of other kinds.
func (j *judging) possible(p flows.Problem) func(s *seen) bool {
	switch p.Code {
	case "branch-not-covered":
		return func(s *seen) bool {
			for ref := range s.taken {
				if ref.Flow == p.Ref.Flow && strings.HasPrefix(ref.Path, p.Ref.Path+".") && strings.HasSuffix(ref.Path, ".else") {
					return true
				}
			}
			return false
		}
	case "read-before-set":
		return func(s *seen) bool { return j.lacked(s, p.Ref) }
	case "goal-missed":
		return func(s *seen) bool { _, met := s.missed[p.Ref.Flow]; return met }
	case "nothing-recommended":
		return func(s *seen) bool { _, met := s.empty[stepAt(j.set, p.Ref)]; return met }
	case "dead-end":
		return func(s *seen) bool { return len(s.silent) > 0 }
	case "orphan-loop":
		return func(*seen) bool { return len(j.plain.caught()[p.Ref.Flow]) > 0 }
	}
	return nil
}

func at[K comparable](all map[K]string, key K) (string, bool) {
	way, met := all[key]
	return way, met
}

// lacked tells whether what is read at a place was missing once.
func (j *judging) lacked(s *seen, ref flows.Ref) bool {
	if _, met := s.lacked[ref]; met {
		return true
	}
	lines := linesOf(j.set)
	for line := range lines {
		if line == ref {
			_, met := s.hole(lines[line])
			return met
		}
	}
	return true // of another kind
}

// linesOf are the texts that read something, with the marks that they begin with.
func linesOf(set *flows.Set) map[flows.Ref]string {
	all := map[flows.Ref]string{}
	for _, flow := range set.Flows {
		if flow.Builtin() {
			continue
		}
		for _, step := range flow.AllSteps() {
			step.Forms(func(form any) {
				text, ok := form.(*flows.Text)
				if !ok || text.Line == nil {
					return
				}
				if mark, rest, reads := strings.Cut(text.Line.Source, " <<"); reads && strings.Contains(rest, "{{") {
					all[text.Line.Ref] = mark + " "
				}
			})
		}
	}
	return all
}

// stepAt is the step that a place belongs to.
func stepAt(set *flows.Set, ref flows.Ref) *flows.Step {
	var best *flows.Step
	for _, step := range set.Flow(ref.Flow).AllSteps() {
		if step.Ref.Path == ref.Path || strings.HasPrefix(ref.Path, step.Ref.Path+".") {
			if best == nil || len(step.Ref.Path) > len(best.Ref.Path) {
				best = step
			}
		}
	}
	return best
}
