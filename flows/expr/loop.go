package expr

import (
	"slices"

	"repartee/flows/value"
)

// Loop runs one program for many values of one name, such as `item` over a catalog. All other names are looked up once, at their first use: between two runs
// of a Loop nothing else may change. It is not for use by several goroutines at a time.
type Loop struct {
	program *Program
	env     bound
	slot    int // of the name that changes; -1 if the program does not read it
}

// Loop prepares runs of the program against an Env in which only the value of the name changes.
func (p *Program) Loop(env Env, name string) *Loop {
	slots := make([]slot, len(p.names))
	return &Loop{program: p, env: bound{Env: env, slots: slots}, slot: slices.Index(p.names, name)}
}

// True is Program.True with v under the name. It allocates nothing.
func (l *Loop) True(v value.Value) bool {
	l.set(v)
	return l.program.test(&l.env)
}

// Eval is Program.Eval with v under the name.
func (l *Loop) Eval(v value.Value) value.Value {
	l.set(v)
	return l.program.code.eval(&l.env)
}

func (l *Loop) set(v value.Value) {
	if l.slot >= 0 {
		l.env.slots[l.slot] = slot{value: v, filled: true}
	}
}

// bound is an Env whose names are found by number.
type bound struct {
	Env
	slots []slot
}

type slot struct {
	value  value.Value
	filled bool
}

func (b *bound) at(i int, name string) *value.Value {
	s := &b.slots[i]
	if !s.filled {
		*s = slot{value: b.Value(name), filled: true}
	}
	return &s.value
}

// lookup is the code that gives the value of a name of the scope.
func (c *checker) lookup(name string) func(Env) value.Value {
	i := c.slotOf(name)
	return func(env Env) value.Value {
		if b, ok := env.(*bound); ok {
			return *b.at(i, name)
		}
		return env.Value(name)
	}
}

// lookupPart is lookup and a part of the record found, which spares a loop over a catalog the copy of each record.
func (c *checker) lookupPart(name, part string) func(Env) value.Value {
	i := c.slotOf(name)
	return func(env Env) value.Value {
		if b, ok := env.(*bound); ok {
			return b.at(i, name).Field(part)
		}
		return env.Value(name).Field(part)
	}
}

func (c *checker) slotOf(name string) int {
	i := slices.Index(c.names, name)
	if i < 0 {
		i = len(c.names)
		c.names = append(c.names, name)
	}
	return i
}
