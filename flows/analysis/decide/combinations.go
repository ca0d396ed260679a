package decide

import "repartee/flows/expr"

// Combinations gives all combinations of values that make a difference to some conditions and with which a question is answered by yes, each for all of the names
// in it. Not ok where they are more than most, or where something is compared that cannot be gone through.
func Combinations(q Question, about []*expr.Formula, most int) (all []Witness, ok bool) {
	p := newProblem(q, about...)
	count := 1
	for _, v := range p.vars {
		if v.kind != named || p.partly {
			return nil, false
		}
		if count *= len(v.choices); count > most {
			return nil, false
		}
	}
	assigned := p.nothing()
	var combine func(i int)
	combine = func(i int) {
		if i < len(p.vars) {
			for choice := range p.vars[i].choices {
				assigned[i] = choice
				combine(i + 1)
			}
			return
		}
		for _, l := range p.literals {
			if p.truth(l.clause, assigned) != truthOf(l.want) {
				return
			}
		}
		all = append(all, p.witness(assigned))
	}
	combine(0)
	return all, true
}
