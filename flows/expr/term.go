package expr

import (
	"slices"

	"repartee/flows/value"
)

// TermKind says what a Term is.
type TermKind uint8

// The kinds of terms.
const (
	Constant TermKind = iota // Value
	Name                     // what stands under Name
	Number                   // Args[0] as a number without its currency
	Amount                   // Args[0] as an amount of the bot's currency, where it is a number
	Count                    // how many entries Args[0] has
	OrElse                   // Args[0], or Args[1] where that is unknown
	Choice                   // Args[0] where If holds, else Args[1]
	List                     // a list of Args
	Opaque                   // anything else: two terms of one scope with the same Source give the same
)

// Term is a part of a Formula that gives a value.
type Term struct {
	Kind   TermKind
	Value  value.Value
	Name   string // as it was written, with its dots
	Base   string // how much of Name the scope knew: Env is asked for it, the rest are parts of a record
	Args   []*Term
	If     *Formula
	Type   *value.Type // never nil
	Source string
	Func   string // of an Opaque that is a function of one name: that function, as hour of `hour(slot)`

	// Needs are the names without which an Opaque is unknown: those that it reckons with.
	Needs []string

	names []string
	run   func(Env) value.Value // as it was compiled
}

// Names lists the names that the term reads, as they were written, each once.
func (t *Term) Names() []string { return t.names }

// Of is the value of a term that is made of others, given theirs. Not for Choice, which depends on its formula, nor for Name and Opaque.
func (t *Term) Of(args ...value.Value) value.Value {
	switch t.Kind {
	case Constant:
		return t.Value
	case Number:
		return value.NumberOf(args[0])
	case Amount:
		if args[0].Kind() == value.KindNumber {
			return value.MoneyOf(args[0], t.Value.AsText())
		}
		return args[0]
	case Count:
		return value.Integer(int64(len(args[0].AsList())))
	case OrElse:
		if args[0].Known() {
			return args[0]
		}
		return args[1]
	case List:
		return value.List(args...)
	default:
		return value.Value{}
	}
}

func (t *Term) eval(env Env) value.Value {
	switch t.Kind {
	case Constant:
		return t.Value
	case Name, Opaque:
		return t.run(env)
	case Choice:
		if t.If.eval(env) {
			return t.Args[0].eval(env)
		}
		return t.Args[1].eval(env)
	}
	args := make([]value.Value, len(t.Args))
	for i, arg := range t.Args {
		args[i] = arg.eval(env)
	}
	return t.Of(args...)
}

func appendNew(names []string, more ...string) []string {
	for _, name := range more {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}
