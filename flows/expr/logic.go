package expr

import (
	"slices"

	"repartee/flows/value"
)

// conditionOf is a part that has to be a condition, as what runs.
func (c *checker) conditionOf(n *node) (func(Env) bool, code) {
	part := c.code(n, harmless)
	if !part.mayBe(value.KindBool) {
		c.notACondition(n, part)
	}
	return part.tester(), part
}

func (c *checker) notACondition(n *node, part code) {
	p := c.report(n, CodeNotACondition, "a yes or no is needed here, but this is %s", describe(part.typ))
	if n.kind == nodeName {
		p.Help = "write `known(" + n.text + ")` to ask whether there is one"
	}
}

func (c *checker) not(n *node) code {
	test, part := c.conditionOf(n.args[0])
	return condition(func(env Env) bool { return !test(env) }).folded(part)
}

func (c *checker) logic(n *node) code {
	left, a := c.conditionOf(n.args[0])
	right, b := c.conditionOf(n.args[1])
	if n.text == "and" {
		return condition(func(env Env) bool { return left(env) && right(env) }).folded(a, b)
	}
	return condition(func(env Env) bool { return left(env) || right(env) }).folded(a, b)
}

// choice is `condition ? this : that`.
func (c *checker) choice(n *node, at place) code {
	test, part := c.conditionOf(n.args[0])
	then := c.code(n.args[1], at.knowing(proves(n.args[0], true)))
	other := c.code(n.args[2], at.knowing(proves(n.args[0], false)))
	then, other, typ := c.joined(n, then, other, at)
	made := code{typ: typ, eval: func(env Env) value.Value {
		if test(env) {
			return then.eval(env)
		}
		return other.eval(env)
	}}
	thenText, otherText := then.printer(), other.printer()
	made.text = func(env Env) string {
		if test(env) {
			return thenText(env)
		}
		return otherText(env)
	}
	return made.folded(part, then, other)
}

// orElse is `a ?? b`: a, or b where a is unknown.
func (c *checker) orElse(n *node, at place) code {
	left := at.within()
	left.guarded, left.mixed = true, at.mixed
	first := c.code(n.args[0], left)
	second := c.code(n.args[1], at)
	first, second, typ := c.joined(n, first, second, at)
	made := code{typ: typ, eval: func(env Env) value.Value {
		if v := first.eval(env); v.Known() {
			return v
		}
		return second.eval(env)
	}}
	firstText, secondText := first.printer(), second.printer()
	made.text = func(env Env) string {
		if first.eval(env).Known() {
			return firstText(env)
		}
		return secondText(env)
	}
	return made.folded(first, second)
}

// joined brings the two outcomes of a choice to one type. What is only printed
// may be of two kinds: {{ budget ?? 'any price' }}.
func (c *checker) joined(n *node, a, b code, at place) (code, code, *value.Type) {
	if !at.mixed {
		var ok bool
		if a, b, ok = c.aligned(a, b); !ok {
			c.mismatch(n, "", "this is either %s or %s; it can only be of one kind", describe(a.typ), describe(b.typ))
			return a, b, anyType
		}
		n.args[len(n.args)-2].brought(a)
		n.args[len(n.args)-1].brought(b)
	}
	typ, _ := union(a.typ, b.typ)
	return a, b, typ
}

// proves lists the names that are known if the condition holds, or if it does
// not: known(x), fresh(x), a comparison that is only true of known things, and what `and`,
// `or` and `not` make of these.
func proves(n *node, holds bool) []string {
	switch {
	case n.kind == nodeUnary && n.text == "not":
		return proves(n.args[0], !holds)
	case n.kind == nodeCall && (n.text == "known" || n.text == "fresh") && holds:
		return namesIn(n.args)
	case n.kind == nodeName && holds:
		return namesIn([]*node{n})
	case n.kind != nodeBinary:
		return nil
	}
	switch n.text {
	case "and", "or":
		return provesBoth(n, holds)
	case "==", "<", "<=", ">", ">=", "in":
		if holds {
			return namesIn(n.args)
		}
	case "!=":
		if !holds {
			return namesIn(n.args)
		}
	}
	return nil
}

// provesBoth: where both sides are as said, either proves; where one may not be,
// only what both prove is sure.
func provesBoth(n *node, holds bool) []string {
	left, right := proves(n.args[0], holds), proves(n.args[1], holds)
	if (n.text == "and") == holds {
		return append(left, right...)
	}
	return slices.DeleteFunc(left, func(name string) bool { return !slices.Contains(right, name) })
}

func namesIn(nodes []*node) []string {
	var names []string
	for _, n := range nodes {
		if n.kind == nodeName {
			names = append(names, n.text)
		}
	}
	return names
}
