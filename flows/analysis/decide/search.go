package decide

import "slices"

// part is a part of a problem that shares no variable with the others.
type part struct {
	*problem
	literals []literal
	vars     []int // those with few choices first
	assigned []int
	effort   int
	tired    bool // the effort is used up
}

// parts divides the literals into those that have nothing to do with each other.
func (p *problem) parts() []*part {
	var parts []*part
	for _, l := range p.literals {
		joined := &part{problem: p, literals: []literal{l}, vars: l.vars, assigned: p.nothing(), effort: p.Effort}
		parts = slices.DeleteFunc(parts, func(other *part) bool {
			if !slices.ContainsFunc(other.vars, func(i int) bool { return slices.Contains(joined.vars, i) }) {
				return false
			}
			joined.literals = append(other.literals, joined.literals...)
			joined.vars = union(slices.Clone(other.vars), joined.vars)
			return true
		})
		parts = append(parts, joined)
	}
	for _, s := range parts {
		s.vars = slices.Clone(s.vars)
		slices.SortStableFunc(s.vars, func(a, b int) int { return len(p.vars[a].choices) - len(p.vars[b].choices) })
	}
	return parts
}

// solve looks first for values with which all is as asked for whatever the free variables are; where there are none, whether there are any at all.
func (s *part) solve() Answer {
	found := s.search(false)
	switch {
	case s.tired:
		return MayBe
	case found:
		s.shorten()
		return Yes
	}
	if slices.ContainsFunc(s.vars, func(i int) bool { return s.problem.vars[i].kind == free }) {
		if s.search(true) || s.tired {
			return MayBe
		}
	}
	if s.partly {
		return MayBe
	}
	return No
}

// search gives values to variables until every literal is as asked for.
func (s *part) search(withFree bool) bool {
	if s.effort -= len(s.literals); s.effort < 0 {
		s.tired = true
		return false
	}
	next := unset
	for _, l := range s.literals {
		switch s.truth(l.clause, s.assigned) {
		case truthOf(!l.want):
			return false
		case unsettled:
			if next == unset {
				if next = s.nextOf(l, withFree); next == unset {
					return false // only free variables are left
				}
			}
		}
	}
	if next == unset {
		return true
	}
	for choice := range s.problem.vars[next].choices {
		s.assigned[next] = choice
		if s.search(withFree) {
			return true
		}
	}
	s.assigned[next] = unset
	return false
}

// nextOf is the variable of a literal to be assigned next.
func (s *part) nextOf(l literal, withFree bool) int {
	for _, i := range s.vars {
		if s.assigned[i] == unset && (withFree || s.problem.vars[i].kind != free) && slices.Contains(l.vars, i) {
			return i
		}
	}
	return unset
}

// shorten takes back what does not matter.
func (s *part) shorten() {
	for _, i := range s.vars {
		choice := s.assigned[i]
		if s.assigned[i] = unset; !s.satisfied() {
			s.assigned[i] = choice
		}
	}
}

func (s *part) satisfied() bool {
	for _, l := range s.literals {
		if s.truth(l.clause, s.assigned) != truthOf(l.want) {
			return false
		}
	}
	return true
}
