package decide

import (
	"repartee/flows/expr"
	"repartee/flows/value"
)

// truth is what is known of a condition while not all variables have a value.
type truth int8

const (
	isFalse truth = iota - 1
	unsettled
	isTrue
)

func truthOf(holds bool) truth {
	if holds {
		return isTrue
	}
	return isFalse
}

// unset is the choice of a variable that has none yet.
const unset = -1

// truth is a clause for what is assigned: for each variable the number of its choice.
func (p *problem) truth(c *clause, assigned []int) truth {
	switch c.sign {
	case expr.Fixed:
		return truthOf(c.holds)
	case expr.Not:
		return -p.truth(c.parts[0], assigned)
	case expr.And, expr.Or:
		decisive := truthOf(c.sign == expr.Or)
		all := -decisive
		for _, part := range c.parts {
			switch p.truth(part, assigned) {
			case decisive:
				return decisive
			case unsettled:
				all = unsettled
			}
		}
		return all
	case expr.If:
		switch p.truth(c.parts[0], assigned) {
		case isTrue:
			return p.truth(c.parts[1], assigned)
		case isFalse:
			return p.truth(c.parts[2], assigned)
		}
		if then := p.truth(c.parts[1], assigned); then == p.truth(c.parts[2], assigned) {
			return then
		}
		return unsettled
	default:
		return p.truthOfAtom(c.atom, assigned)
	}
}

func (p *problem) truthOfAtom(a *atom, assigned []int) truth {
	if a.holds != nil {
		if at := assigned[a.vars[0]]; at != unset {
			return truthOf(a.holds[at])
		}
		return unsettled
	}
	for _, i := range a.vars {
		if assigned[i] == unset {
			return unsettled
		}
	}
	return truthOf(p.holds(a, assigned))
}

// holds tells whether an atom holds whose variables all have values.
func (p *problem) holds(a *atom, assigned []int) bool {
	if a.terms == nil { // one of its own
		return p.vars[a.vars[0]].choices[assigned[a.vars[0]]].AsBool()
	}
	var values [2]value.Value // nothing is said of more terms than that
	for i, t := range a.terms {
		values[i] = p.value(t, assigned)
	}
	return a.formula.Of(values[:len(a.terms)]...)
}

func (p *problem) value(t *term, assigned []int) value.Value {
	switch t.Kind {
	case expr.Name, expr.Opaque:
		v := p.vars[t.variable].choices[assigned[t.variable]]
		for _, part := range t.path {
			v = v.Field(part)
		}
		return v
	case expr.Choice:
		if p.truth(t.test, assigned) == isTrue {
			return p.value(t.args[0], assigned)
		}
		return p.value(t.args[1], assigned)
	}
	if len(t.args) == 0 {
		return t.Of()
	}
	args := make([]value.Value, len(t.args))
	for i, arg := range t.args {
		args[i] = p.value(arg, assigned)
	}
	return t.Of(args...)
}

// tabulate works out once for which choices of its only variable an atom holds.
func (p *problem) tabulate(a *atom) {
	if len(a.vars) != 1 {
		return
	}
	i := a.vars[0]
	assigned := p.nothing()
	a.holds = make([]bool, len(p.vars[i].choices))
	for choice := range a.holds {
		assigned[i] = choice
		a.holds[choice] = p.holds(a, assigned)
	}
}

func (p *problem) nothing() []int {
	assigned := make([]int, len(p.vars))
	for i := range assigned {
		assigned[i] = unset
	}
	return assigned
}

// thinOut keeps one of the choices of a variable that make no difference to any atom.
func (p *problem) thinOut(i int) {
	var about []*atom
	for _, a := range p.atoms {
		if len(a.vars) == 1 && a.vars[0] == i {
			about = append(about, a)
		}
	}
	v, seen := p.vars[i], map[string]bool{}
	kept, signature := 0, make([]byte, len(about))
	for choice, of := range v.choices {
		for n, a := range about {
			signature[n] = 0
			if a.holds[choice] {
				signature[n] = 1
			}
		}
		if seen[string(signature)] {
			continue
		}
		seen[string(signature)] = true
		v.choices[kept] = of
		for n, a := range about {
			a.holds[kept] = signature[n] == 1
		}
		kept++
	}
	v.choices = v.choices[:kept]
	for _, a := range about {
		a.holds = a.holds[:kept]
	}
}
