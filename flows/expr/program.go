package expr

import (
	"slices"

	"repartee/flows/value"
)

// Program is a compiled expression. It is immutable and may be shared.
type Program struct {
	src   string
	money string // the currency of the scope
	root  *node
	code  code
	test  func(Env) bool
	reads []Read
	names []string // what it looks up, by slot; see Loop
}

// Compile checks and compiles an expression. With problems there is no program;
// but for mistakes of spelling, all are found at once.
func Compile(src string, s Scope) (*Program, []Problem) {
	return compile(src, s, place{}, false)
}

// CompileCondition is Compile for an expression that has to give yes or no.
func CompileCondition(src string, s Scope) (*Program, []Problem) {
	return compile(src, s, harmless, true)
}

func compile(src string, s Scope, at place, condition bool) (*Program, []Problem) {
	root, problem := parse(src)
	if problem != nil {
		return nil, []Problem{*problem}
	}
	c := checker{scope: s, size: len(src)}
	result := c.code(root, at)
	if condition && !result.mayBe(value.KindBool) {
		c.notACondition(root, result)
	}
	if len(c.problems) > 0 {
		sortProblems(c.problems)
		return nil, c.problems
	}
	slices.SortStableFunc(c.reads, func(a, b Read) int { return a.From - b.From })
	return &Program{src: src, money: s.Currency(), root: root, code: result, test: result.tester(), reads: c.reads, names: c.names}, nil
}

func sortProblems(problems []Problem) {
	slices.SortStableFunc(problems, func(a, b Problem) int { return a.From - b.From })
}

// Type is the type of the result; of the base TypeAny where only running tells. A
// text whose type has Options can be nothing but these.
func (p *Program) Type() *value.Type { return p.code.typ }

// Eval is the result; unknown where something that it takes is unknown, or where
// it cannot be reckoned: a division by zero, a number that is too large.
func (p *Program) Eval(env Env) value.Value { return p.code.eval(env) }

// True is the result as a condition: unknown is false. It allocates nothing.
func (p *Program) True(env Env) bool { return p.test(env) }

// Reads lists the places where names are read, in the order of the source.
func (p *Program) Reads() []Read { return p.reads }

// Constant is the result, if it is the same for everybody at any time.
func (p *Program) Constant() (v value.Value, ok bool) {
	if !p.code.same {
		return value.Value{}, false
	}
	return p.code.eval(nil), true
}

// Proves lists the names that are surely known when the program, as a condition,
// is true (holds), or when it is false.
func (p *Program) Proves(holds bool) []string {
	names := proves(p.root, holds)
	slices.Sort(names)
	return slices.Compact(names)
}
