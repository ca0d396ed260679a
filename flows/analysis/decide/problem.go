package decide

import (
	"slices"

	"repartee/flows/expr"
)

// problem is a question being answered: conditions that have to hold or not to, and the variables in them.
type problem struct {
	Question
	literals []literal
	vars     []*variable
	atoms    []*atom
	partly   bool // some values that make a difference are left out: there are too many
}

// literal is a condition that has to hold, or not to.
type literal struct {
	clause *clause
	want   bool
	vars   []int
}

// clause is a formula whose atoms are settled.
type clause struct {
	sign  expr.Sign
	holds bool // of expr.Fixed
	parts []*clause
	atom  *atom // of what is said about terms
}

// atom is one thing that is said of values.
type atom struct {
	formula *expr.Formula
	terms   []*term
	vars    []int  // sorted
	holds   []bool // for each choice of its only variable; nil where there are several
}

// term is an expr.Term whose names are variables.
type term struct {
	*expr.Term
	variable int      // of a name and an opaque term
	path     []string // to the part of the variable's value
	args     []*term
	test     *clause // of a choice
}

// newProblem settles a question; the choices of its variables are those that make a difference to it and to further conditions.
func newProblem(q Question, about ...*expr.Formula) *problem {
	p := &problem{Question: q}
	if p.Effort == 0 {
		p.Effort = defaultEffort
	}
	for _, f := range q.Hold {
		p.demand(f, true)
	}
	for _, f := range q.Fail {
		p.demand(f, false)
	}
	for _, f := range about {
		var vars []int
		p.clause(f, &vars)
	}
	p.relate()
	for _, v := range p.vars {
		p.choose(v)
	}
	for _, a := range p.atoms {
		p.tabulate(a)
	}
	for i, v := range p.vars {
		if !v.shared {
			p.thinOut(i)
		}
	}
	return p
}

// demand takes in a condition, each part of an `and` for itself.
func (p *problem) demand(f *expr.Formula, want bool) {
	switch {
	case f.Sign == expr.Not:
		p.demand(f.Parts[0], !want)
	case f.Sign == expr.And && want, f.Sign == expr.Or && !want:
		for _, part := range f.Parts {
			p.demand(part, want)
		}
	default:
		var vars []int
		c := p.clause(f, &vars)
		p.literals = append(p.literals, literal{clause: c, want: want, vars: vars})
	}
}

// clause settles a formula, and adds its variables to vars.
func (p *problem) clause(f *expr.Formula, vars *[]int) *clause {
	c := &clause{sign: f.Sign, holds: f.Holds}
	if len(f.Parts) > 0 {
		c.parts = make([]*clause, 0, len(f.Parts))
	}
	for _, part := range f.Parts {
		c.parts = append(c.parts, p.clause(part, vars))
	}
	if len(f.Terms) > 0 {
		c.atom = p.atom(f)
		*vars = union(*vars, c.atom.vars)
	}
	return c
}

// atom settles what is said of terms. What cannot be looked into becomes a variable of its own.
func (p *problem) atom(f *expr.Formula) *atom {
	a := &atom{formula: f, terms: make([]*term, 0, len(f.Terms))}
	for _, t := range f.Terms {
		a.terms = append(a.terms, p.term(t, &a.vars))
	}
	if !p.transparent(a) {
		a.terms, a.vars = nil, []int{p.variable(variable{key: "? " + Key(f), kind: free, names: basesOf(f)})}
	}
	if len(a.vars) > 1 {
		for _, i := range a.vars {
			p.vars[i].shared = true
		}
	}
	p.atoms = append(p.atoms, a)
	return a
}

func (p *problem) term(of *expr.Term, vars *[]int) *term {
	t := &term{Term: of, variable: -1}
	switch of.Kind {
	case expr.Name:
		t.variable, t.path = p.named(of)
		*vars = union(*vars, []int{t.variable})
	case expr.Opaque:
		t.variable = p.variable(variable{key: of.Source, kind: opaque, typ: of.Type, names: bases(of.Names()), domain: p.domainOfOpaque(of)})
		*vars = union(*vars, []int{t.variable})
	case expr.Choice:
		t.test = p.clause(of.If, vars)
	}
	if len(of.Args) > 0 {
		t.args = make([]*term, 0, len(of.Args))
	}
	for _, arg := range of.Args {
		t.args = append(t.args, p.term(arg, vars))
	}
	return t
}

// variable finds the variable of that key, or adds it.
func (p *problem) variable(v variable) int {
	if i := p.known(v.key); i >= 0 {
		return i
	}
	added := v // of its own, so that one that is known costs no memory
	p.vars = append(p.vars, &added)
	return len(p.vars) - 1
}

// known is the variable of a key; less than none where there is none yet.
func (p *problem) known(key string) int {
	return slices.IndexFunc(p.vars, func(v *variable) bool { return v.key == key })
}

// union adds to sorted numbers those that are not among them.
func union(all, more []int) []int {
	for _, n := range more {
		if at, there := slices.BinarySearch(all, n); !there {
			all = slices.Insert(all, at, n)
		}
	}
	return all
}
