package expr

import (
	"slices"
	"strings"

	"repartee/flows/value"
)

// checker turns nodes into code and reports all that is wrong on the way.
type checker struct {
	scope    Scope
	size     int // of the source; 0 where it is a part of a text
	problems []Problem
	reads    []Read
	names    []string // that are looked up, each once
}

// place is what is known about the surroundings of a node.
type place struct {
	guarded bool        // unknown does no harm here
	known   []string    // names that a condition around has found known
	mixed   bool        // kinds may differ: the result is only printed
	beside  *value.Type // what it is compared with
}

// within is the place of an operand: what it gives is reckoned with, not printed.
func (p place) within() place {
	return place{guarded: p.guarded, known: p.known}
}

// harmless is the place of an operand where unknown has a meaning of its own.
var harmless = place{guarded: true}

func (p place) knows(name string) bool {
	return p.guarded || slices.ContainsFunc(p.known, func(known string) bool {
		return name == known || strings.HasPrefix(name, known+".")
	})
}

func (p place) knowing(names []string) place {
	p.known = append(slices.Clip(p.known), names...)
	return p
}

func (c *checker) code(n *node, at place) code {
	n.made = c.codeOf(n, at)
	return n.made
}

func (c *checker) codeOf(n *node, at place) code {
	switch n.kind {
	case nodeLiteral:
		return constant(n.val, literalType(n.val))
	case nodeName:
		return c.name(n, at)
	case nodeField:
		return c.field(n, at)
	case nodeList:
		return c.list(n, at)
	case nodeUnary:
		if n.text == "not" {
			return c.not(n)
		}
		return c.negation(n, at)
	case nodeBinary:
		return c.binary(n, at)
	case nodeChoice:
		return c.choice(n, at)
	default:
		return c.call(n, at)
	}
}

func (c *checker) binary(n *node, at place) code {
	switch n.text {
	case "and", "or":
		return c.logic(n)
	case "==", "!=":
		return c.equality(n)
	case "<", "<=", ">", ">=":
		return c.order(n)
	case "in":
		return c.membership(n)
	case "??":
		return c.orElse(n, at)
	default:
		return c.arithmetic(n, at)
	}
}

func (c *checker) report(n *node, code, message string, args ...any) *Problem {
	c.problems = append(c.problems, problemAt(n.from, n.to, code, message, args...))
	return &c.problems[len(c.problems)-1]
}

// mismatch reports a type that does not fit, and what would.
func (c *checker) mismatch(n *node, help, message string, args ...any) code {
	c.report(n, CodeTypeMismatch, message, args...).Help = help
	return broken()
}

// literalType is the type of a literal. A text that stands in the source is one
// of a single option, so that it can be held against the options of a field.
func literalType(v value.Value) *value.Type {
	switch v.Kind() {
	case value.KindBool:
		return boolType
	case value.KindNumber:
		if v.AsNumber()%value.Micros == 0 {
			return integerType
		}
		return numberType
	case value.KindText:
		return &value.Type{Base: value.TypeText, Options: []value.Option{{ID: v.AsText()}}}
	case value.KindDuration:
		return durationType
	default:
		return anyType
	}
}

func (c *checker) list(n *node, at place) code {
	items := make([]code, len(n.args))
	for i, arg := range n.args {
		items[i] = c.code(arg, at.within())
	}
	c.alignEntries(items)
	elem := (*value.Type)(nil)
	for i, item := range items {
		joined, ok := union(elem, item.typ)
		if !ok {
			return c.mismatch(n.args[i], "", "the entries of a list are of one kind, but this is %s and those before are %s",
				describe(item.typ), describe(elem))
		}
		elem = joined
	}
	made := code{typ: listType(elem), eval: func(env Env) value.Value {
		values := make([]value.Value, len(items))
		for i, item := range items {
			values[i] = item.eval(env)
		}
		return value.List(values...)
	}}
	return made.folded(items...)
}

// alignEntries makes money of the numbers in a list that has money in it.
func (c *checker) alignEntries(items []code) {
	if !slices.ContainsFunc(items, func(item code) bool { return item.kind() == value.KindMoney }) {
		return
	}
	for i, item := range items {
		if item.kind() == value.KindNumber {
			items[i] = c.asMoney(item)
		}
	}
}

func listType(elem *value.Type) *value.Type {
	return &value.Type{Base: value.TypeList, Elem: elem}
}
